import { createContext, useContext, useSyncExternalStore } from 'react';

/** Knows whether the session ended while the page was open, and how often the person has come back to it. */
export class SessionWatch {
  isLost = false;
  returns = 0;
  private readonly listeners = new Set<() => void>();

  /** The server no longer knows who this is. What is on the page stays, unseen, until somebody signs in. */
  lose(): void {
    if (this.isLost) return;
    this.isLost = true;
    this.tell();
  }

  /** The same person signed in again. */
  comeBack(): void {
    this.isLost = false;
    this.returns += 1;
    this.tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

const still = new SessionWatch();
export const SessionContext = createContext<SessionWatch>(still);

export const useSessionWatch = (): SessionWatch => useContext(SessionContext);

export function useSessionIsLost(): boolean {
  const watch = useSessionWatch();
  return useSyncExternalStore(watch.subscribe, () => watch.isLost);
}

/** Changes each time the person comes back after a lost session: lines that the server closed are opened anew. */
export function useReturns(): number {
  const watch = useSessionWatch();
  return useSyncExternalStore(watch.subscribe, () => watch.returns);
}

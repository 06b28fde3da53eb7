import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';

/** The four truthful answers to "who has what I wrote?". */
export type SavedState = 'saved' | 'saving' | 'local' | 'refused';

/** How one document or form stands; `pending` counts changes the server does not have. */
export type SavedReport = { state: SavedState; pending: number };

const rank: readonly SavedState[] = ['saved', 'saving', 'local', 'refused'];
const allSaved: SavedReport = { state: 'saved', pending: 0 };

/** Gathers the reports of everything that saves; the worst one is what the frame shows. */
export class SavedLedger {
  private readonly reports = new Map<string, SavedReport>();
  private readonly listeners = new Set<() => void>();
  private summed: SavedReport = allSaved;

  report(key: string, report: SavedReport): void {
    this.reports.set(key, report);
    this.sum();
  }

  forget(key: string): void {
    if (this.reports.delete(key)) this.sum();
  }

  readonly summary = (): SavedReport => this.summed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private sum(): void {
    const all = [...this.reports.values()];
    const worst = Math.max(0, ...all.map(({ state }) => rank.indexOf(state)));
    this.summed = { state: rank[worst] ?? 'saved', pending: all.reduce((sum, { pending }) => sum + pending, 0) };
    for (const listener of this.listeners) listener();
  }
}

const SavedContext = createContext<SavedLedger | null>(null);

export function SavedProvider({ children }: { children: ReactNode }) {
  const ledger = useMemo(() => new SavedLedger(), []);
  return <SavedContext value={ledger}>{children}</SavedContext>;
}

function useLedger(): SavedLedger {
  const ledger = useContext(SavedContext);
  if (!ledger) throw new Error('The saved state needs a SavedProvider above it');
  return ledger;
}

/** What the frame shows: the worst of all reports, and the sum of what is pending. */
export function useSaved(): SavedReport {
  const ledger = useLedger();
  return useSyncExternalStore(ledger.subscribe, ledger.summary);
}

/** Reports how something on this screen stands, as long as it is shown. */
export function useReportSaved(key: string, state: SavedState, pending: number): void {
  const ledger = useLedger();
  useEffect(() => ledger.report(key, { state, pending }), [ledger, key, state, pending]);
  useEffect(() => () => ledger.forget(key), [ledger, key]);
}

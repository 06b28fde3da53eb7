import { useEffect, useSyncExternalStore } from 'react';

/** How long a page is left alone before it fetches what somebody may open, in milliseconds. */
const calm = 1500;

/** A piece of the program which no page needs before somebody asks for it. */
export class Later<T> {
  private piece: T | null = null;
  private coming: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly load: () => Promise<T>) {}

  readonly current = (): T | null => this.piece;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Fetches it, once; a fetch which failed is tried again by whoever asks next. */
  readonly fetch = (): Promise<void> => (this.coming ??= this.arrive());

  private async arrive(): Promise<void> {
    try {
      this.piece = await this.load();
      for (const listener of this.listeners) listener();
    } catch {
      this.coming = null;
    }
  }
}

/**
 * The piece as soon as it is there: fetched when it is wanted, or when the page has been calm for a while.
 * Held by hand, because a suspended part would appear 300 ms late.
 */
export function useLater<T>(later: Later<T>, wanted: boolean): T | null {
  const piece = useSyncExternalStore(later.subscribe, later.current);
  useEffect(() => {
    if (piece) return undefined;
    if (wanted) return void later.fetch();
    const timer = setTimeout(() => void later.fetch(), calm);
    return () => clearTimeout(timer);
  }, [later, piece, wanted]);
  return piece;
}

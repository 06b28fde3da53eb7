import { useEffect, useSyncExternalStore } from 'react';
import { fetchWords, spokenLanguage } from '@/words/language';
import type { Part } from '@/words/parts';
import { awaiting, whenCalm } from './calm';

/** A piece of the program which no page needs before somebody asks for it, and the words it speaks. */
export class Later<T> {
  private piece: T | null = null;
  private coming: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly load: () => Promise<T>,
    private readonly words: readonly Part[] = [],
  ) {}

  readonly current = (): T | null => this.piece;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Fetches it, once; a fetch which failed is tried again by whoever asks next. */
  readonly fetch = (): Promise<void> => (this.coming ??= this.arrive());

  private async arrive(): Promise<void> {
    try {
      [this.piece] = await Promise.all([this.load(), fetchWords(spokenLanguage(), this.words)]);
      for (const listener of this.listeners) listener();
    } catch (error) {
      this.coming = null;
      throw error;
    }
  }
}

/**
 * The piece as soon as it is there: fetched when it is wanted, or when the page is calm.
 * Held by hand, because a suspended part would appear 300 ms late.
 */
export function useLater<T>(later: Later<T>, wanted: boolean): T | null {
  const piece = useSyncExternalStore(later.subscribe, later.current);
  useEffect(() => {
    if (piece) return undefined;
    if (wanted) return void awaiting(later.fetch()).catch(renew);
    return whenCalm(() => void later.fetch().catch(() => undefined));
  }, [later, piece, wanted]);
  return piece;
}

/** A page of an older version may find its pieces gone from the server; the newest page has its own. */
function renew(): void {
  if (navigator.onLine) location.reload();
}

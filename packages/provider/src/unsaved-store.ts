import type { Unsent } from './unsent.js';

/** A local update that the server does not have, and the number under which it is kept. */
export interface KeptUpdate {
  key: number;
  update: Uint8Array;
}

/** What a device kept of one person's words in one document. */
export interface Kept {
  /** The history this device's copy belongs to; null before the server told. */
  generation: number | null;
  /** In the order they were written. */
  updates: readonly KeptUpdate[];
  /** Words that could not be put into the document; they wait for the person's decision. */
  unsent: readonly Unsent[];
}

/** Makes what is offered of the words that are kept under these numbers. */
export type Offer = (there: ReadonlySet<number>) => Unsent | null;

/**
 * Where a device keeps the words that the server does not have, for one person and one document. Several tabs may use
 * it at once: each takes away only what it put in or was given by `open`. `unsavedStoreContract` is what a store must
 * keep.
 */
export interface UnsavedStore {
  open(): Promise<Kept>;
  /** Resolves once the update outlives the page. */
  add(update: Uint8Array): Promise<number>;
  remove(keys: readonly number[]): Promise<void>;
  keepGeneration(generation: number): Promise<void>;
  /**
   * All at once: these updates are no longer to be sent but to be offered, and the copy of the text on this device is
   * not to be opened again. What is offered is made of those that are still there; another tab has dealt with the rest.
   */
  setAside(keys: readonly number[], offer: Offer, generation: number | null): Promise<Unsent | null>;
  /** The person has decided about these words. */
  forget(unsent: readonly Unsent[]): Promise<void>;
}

/** Keeps as long as the process lives: for tests, and for programs that have no words of their own to lose. */
export class MemoryUnsavedStore implements UnsavedStore {
  private readonly updates = new Map<number, Uint8Array>();
  private unsent: Unsent[] = [];
  private generation: number | null = null;
  private nextKey = 1;

  async open(): Promise<Kept> {
    const updates = [...this.updates].map(([key, update]) => ({ key, update }));
    return { generation: this.generation, updates, unsent: [...this.unsent] };
  }

  async add(update: Uint8Array): Promise<number> {
    const key = this.nextKey++;
    this.updates.set(key, update);
    return key;
  }

  async remove(keys: readonly number[]): Promise<void> {
    for (const key of keys) this.updates.delete(key);
  }

  async keepGeneration(generation: number): Promise<void> {
    this.generation = generation;
  }

  async setAside(keys: readonly number[], offer: Offer, generation: number | null): Promise<Unsent | null> {
    const unsent = offer(new Set(keys.filter((key) => this.updates.has(key))));
    for (const key of keys) this.updates.delete(key);
    this.generation = generation;
    if (unsent) this.unsent.push(unsent);
    return unsent;
  }

  async forget(unsent: readonly Unsent[]): Promise<void> {
    const ids = new Set(unsent.map(({ id }) => id));
    this.unsent = this.unsent.filter(({ id }) => !ids.has(id));
  }
}

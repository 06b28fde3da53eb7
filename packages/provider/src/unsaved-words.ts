import type { KeptUpdate, UnsavedStore } from './unsaved-store.js';

/** One local update that the server has not called durable. */
interface Word {
  update: Uint8Array;
  /** The number under which the device keeps it; known once that is done. */
  kept: Promise<number | null>;
  isKept: boolean;
  /** The update frame of the present socket after which it is durable; null while it was not sent on it. */
  frame: number | null;
}

/** Every local update that the server does not have, and which of them the present socket has carried. */
export class UnsavedWords {
  private words: Word[] = [];
  private sentFrames = 0;

  constructor(
    private readonly store: UnsavedStore,
    private readonly changed: () => void,
  ) {}

  get count(): number {
    return this.words.length;
  }

  get updates(): Uint8Array[] {
    return this.words.map(({ update }) => update);
  }

  /** Whether closing the page loses none of them. */
  get areKept(): boolean {
    return this.words.every(({ isKept }) => isKept);
  }

  /** Takes over what the device kept from before. */
  restore(kept: readonly KeptUpdate[]): void {
    const words = kept.map(({ key, update }) => ({ update, kept: Promise.resolve(key), isKept: true, frame: null }));
    this.words = [...words, ...this.words];
  }

  write(update: Uint8Array): void {
    const word: Word = { update, kept: this.keep(update), isKept: false, frame: null };
    this.words.push(word);
    void word.kept.then((key) => {
      word.isKept = key !== null;
      this.changed();
    });
  }

  /** A new socket: both sides count from its opening. */
  newSocket(): void {
    this.sentFrames = 0;
    for (const word of this.words) word.frame = null;
  }

  /** The answer to a greeting brings everything. */
  answered(): void {
    this.sentFrames += 1;
    for (const word of this.words) word.frame ??= this.sentFrames;
  }

  /** The newest update went out in so many frames. */
  sent(frames: number): void {
    this.sentFrames += frames;
    const newest = this.words.at(-1);
    if (newest) newest.frame = this.sentFrames;
  }

  /** The first so many update frames of the socket are durable. */
  acknowledge(frames: number): void {
    this.drop(({ frame }) => frame !== null && frame <= frames);
  }

  /** These updates are durable, by whatever way they went. */
  arrived(updates: readonly Uint8Array[]): void {
    const gone = new Set(updates);
    this.drop(({ update }) => gone.has(update));
  }

  /** The numbers under which the device keeps these updates, once it does; null where it did not. */
  async keysOf(updates: readonly Uint8Array[]): Promise<Map<Uint8Array, number | null>> {
    const meant = new Set(updates);
    const words = this.words.filter(({ update }) => meant.has(update));
    return new Map(await Promise.all(words.map(async ({ update, kept }) => [update, await kept] as const)));
  }

  private drop(isDurable: (word: Word) => boolean): void {
    const gone = this.words.filter(isDurable);
    if (gone.length === 0) return;
    this.words = this.words.filter((word) => !isDurable(word));
    void this.forget(gone);
  }

  /** What a device does not forget is sent once more another time, which changes nothing. */
  private async forget(words: readonly Word[]): Promise<void> {
    await this.store.remove(await keptKeys(words)).catch(() => undefined);
  }

  private async keep(update: Uint8Array): Promise<number | null> {
    return this.store.add(update).catch(() => null);
  }
}

async function keptKeys(words: readonly Word[]): Promise<number[]> {
  const keys = await Promise.all(words.map(({ kept }) => kept));
  return keys.filter((key) => key !== null);
}

import * as Y from 'yjs';
import type { HttpLine, News } from './http-line.js';
import { LineClosed } from './http-line.js';
import { waitBefore } from './reconnecting.js';
import { splitUpdate } from './split-update.js';
import type { UnsavedWords } from './unsaved-words.js';
import { largestUpdate } from './wire.js';

const second = 1_000;
const soonest = 2 * second;
const latest = 15 * second;
/** What is written while the fallback is at work goes out after so long, together. */
const gathering = 500;

/** What happens around the fallback. */
interface FallbackEvents {
  /** Others wrote; answers whether this copy can take it. */
  hear(news: News): boolean;
  generation(): number;
  /** A round went through, or did not. */
  tell(works: boolean): void;
  closed(code: number): void;
  random(): number;
}

/** Sends and reads over HTTP, again and again, while the socket does not work. */
export class HttpFallback {
  private isOn = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sequence = 0;
  private pause = soonest;
  private isBusy = false;

  constructor(
    private readonly line: HttpLine,
    private readonly words: UnsavedWords,
    private readonly events: FallbackEvents,
  ) {}

  get isActive(): boolean {
    return this.isOn;
  }

  start(): void {
    if (this.isOn) return;
    this.isOn = true;
    this.pause = soonest;
    if (!this.isBusy) void this.round();
  }

  stop(): void {
    this.isOn = false;
    clearTimeout(this.timer);
  }

  /** Something was written. */
  hurry(): void {
    if (!this.isOn || this.isBusy) return;
    this.wait(gathering);
  }

  private wait(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.round(), milliseconds);
  }

  private async round(): Promise<void> {
    this.isBusy = true;
    const pause = await this.exchange();
    this.isBusy = false;
    if (this.isOn) this.wait(pause);
  }

  /** Answers how long to wait: little while something happens, more and more while nothing does or it fails. */
  private async exchange(): Promise<number> {
    try {
      const hadNews = await this.read();
      const hadWords = await this.send();
      if (this.isOn) this.events.tell(true);
      this.pause = hadNews || hadWords ? soonest : Math.min(this.pause * 1.5, latest);
      return this.pause;
    } catch (problem) {
      if (!this.isOn) return latest;
      this.pause = Math.min(this.pause * 2, latest);
      if (!(problem instanceof LineClosed)) {
        this.events.tell(false);
        return soonest / 2 + this.events.random() * this.pause;
      }
      this.events.closed(problem.code);
      return waitBefore(problem.code, 0, () => this.events.random());
    }
  }

  private async read(): Promise<boolean> {
    const news = await this.line.read(this.sequence);
    if (!this.isOn || !this.events.hear(news)) return false;
    this.sequence = news.sequence;
    return news.updates.length > 0;
  }

  /** In the order they were written, as few requests as the limit allows. */
  private async send(): Promise<boolean> {
    const hadWords = this.words.count > 0;
    while (this.isOn && this.words.count > 0) {
      const batch = firstBatch(this.words.updates);
      for (const piece of splitUpdate(Y.mergeUpdates(batch), largestUpdate)) {
        await this.line.send(piece, this.events.generation());
      }
      this.words.arrived(batch);
      this.events.tell(true);
    }
    return hadWords;
  }
}

function firstBatch(updates: readonly Uint8Array[]): Uint8Array[] {
  let size = 0;
  const fits = updates.findIndex((update, index) => {
    size += update.length;
    return index > 0 && size > largestUpdate;
  });
  return updates.slice(0, fits === -1 ? updates.length : fits);
}

import type { Clock } from './clock.js';
import type { Limits } from './limits.js';
import type { LoggedUpdate } from './room-store.js';

/** One accepted message on its way to the log; without an update it only keeps its place in the order. */
export interface Entry<Author> {
  update: Uint8Array | null;
  /** Null when the product itself wrote it, which then has no author. */
  actor: string | null;
  author: Author | null;
  /** How many of the author's update frames are durable once this is. */
  frames: number;
  /** When it was accepted. */
  at: number;
}

/** What happens around an append. */
export interface AppendEvents<Author> {
  append(updates: readonly LoggedUpdate[]): Promise<number>;
  /** The sequence is null when the entries held no update, so that nothing was appended. */
  stored(entries: readonly Entry<Author>[], sequence: number | null): void;
  /** Storing takes too long, or works again. */
  trouble(state: 'works' | 'fails'): void;
  /** Everything accepted is stored. */
  idle(): void;
  problem(problem: unknown): void;
}

/**
 * Group commit: one append at a time, and what arrives meanwhile goes into the next. A busy document waits a moment for
 * more, because an append costs the same for one edit as for many. Nothing accepted is dropped.
 */
export class AppendQueue<Author> {
  private waiting: Entry<Author>[] = [];
  private flying: readonly Entry<Author>[] | null = null;
  private bytes = 0;
  private waitingSince: number | null = null;
  private flyingSince: number | null = null;
  private begunAt = -Infinity;
  /** Set while an append waits for more. */
  private cancelGathering: (() => void) | null = null;
  private failing = false;
  private waiters: (() => void)[] = [];

  constructor(
    private readonly events: AppendEvents<Author>,
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  /** Whether new text has to be refused because storing does not work. */
  get isFailing(): boolean {
    return this.failing;
  }

  get isIdle(): boolean {
    return this.flying === null && this.waiting.length === 0;
  }

  /** Whether more waits to be stored. */
  get isBusy(): boolean {
    return this.waiting.length > 0;
  }

  get unsavedBytes(): number {
    return this.bytes;
  }

  /** When the oldest entry that is not stored was pushed; null when all are. */
  get unsavedSince(): number | null {
    return this.flyingSince ?? this.waitingSince;
  }

  push(entry: Omit<Entry<Author>, 'at'>): void {
    const at = this.clock.now();
    this.waitingSince ??= at;
    this.waiting.push({ ...entry, at });
    this.bytes += entry.update?.length ?? 0;
    if (!this.flying) this.next();
    else if (this.cancelGathering && this.hasEnough) this.begin();
  }

  /** Resolves once everything pushed so far is stored. */
  settled(): Promise<void> {
    if (this.isIdle) return Promise.resolve();
    if (this.cancelGathering) this.begin();
    return new Promise((done) => this.waiters.push(done));
  }

  private next(): void {
    if (this.waiting.length === 0) {
      this.flying = null;
      for (const done of this.waiters.splice(0)) done();
      return this.events.idle();
    }
    const rest = this.begunAt + this.limits.appendEvery - this.clock.now();
    if (rest <= 0 || this.hasEnough) return this.begin();
    this.flying = [];
    this.cancelGathering = this.clock.after(rest, () => this.begin());
  }

  /** Whether waiting for more would gain nothing. */
  private get hasEnough(): boolean {
    return this.waiting.length >= this.limits.appendEnough || this.waiting.every(({ update }) => !update);
  }

  private begin(): void {
    this.cancelGathering?.();
    this.cancelGathering = null;
    const batch = this.waiting;
    this.flyingSince = this.waitingSince;
    this.waitingSince = null;
    this.waiting = [];
    this.flying = batch;
    const updates = batch.flatMap(({ update, actor }) => (update ? [{ update, actor }] : []));
    if (updates.length === 0) return this.finish(batch, null);
    this.begunAt = this.clock.now();
    const cancel = this.clock.after(this.limits.storageGrace, () => this.fail());
    this.attempt(updates, this.limits.retryFirst, (sequence) => {
      cancel();
      this.finish(batch, sequence);
    });
  }

  /** Tries until it is stored; the answer of a store that only failed to say so is the same text once more. */
  private attempt(updates: readonly LoggedUpdate[], wait: number, done: (sequence: number) => void): void {
    const again = (problem: unknown) => {
      this.events.problem(problem);
      this.clock.after(wait, () => this.attempt(updates, Math.min(wait * 2, this.limits.retryMost), done));
    };
    void this.events.append(updates).then(done, again);
  }

  private fail(): void {
    if (this.failing) return;
    this.failing = true;
    this.events.trouble('fails');
  }

  private finish(batch: readonly Entry<Author>[], sequence: number | null): void {
    for (const { update } of batch) this.bytes -= update?.length ?? 0;
    this.flying = [];
    this.flyingSince = null;
    const worksAgain = this.failing && sequence !== null;
    if (worksAgain) this.failing = false;
    try {
      if (worksAgain) this.events.trouble('works');
      this.events.stored(batch, sequence);
    } catch (problem) {
      this.events.problem(problem);
    }
    this.next();
  }
}

import type { Clock } from './clock.js';
import type { DocumentState } from './document-state.js';
import type { Folder } from './fold.js';
import type { Limits } from './limits.js';
import type { Snapshot } from './room-store.js';

interface FolderParts<Writer> {
  clock: Clock;
  limits: Limits;
  fold: Folder['fold'];
  /** How far the log is known. */
  sequence(): number;
  keep(snapshot: Snapshot): Promise<void>;
  /** Who wrote since this was last asked. */
  writers(): Writer[];
  /** Something of what these wrote does not fit; the edit takes it out. */
  repair(update: Uint8Array, writers: readonly Writer[]): void;
  problem(problem: unknown): void;
}

/** Folds the tail of one document into its base, one fold at a time, elsewhere, and keeps snapshots of it. */
export class RoomFolder<Writer> {
  private isFolding = false;
  private isWaiting = false;
  private isStopped = false;
  /** Updates folded since the last snapshot, and their bytes. */
  private unkept = { updates: 0, bytes: 0 };
  private last: Snapshot | null = null;

  constructor(
    private readonly state: DocumentState,
    private readonly parts: FolderParts<Writer>,
  ) {}

  /** The tail has grown: it is folded at once when it is long, else after a while. */
  wake(): void {
    const { clock, limits } = this.parts;
    if (this.isFolding || this.isStopped) return;
    if (this.state.tailLength > limits.tail) return void this.fold();
    if (this.isWaiting) return;
    this.isWaiting = true;
    clock.after(limits.foldAfter, () => {
      this.isWaiting = false;
      if (!this.isFolding && !this.isStopped && this.state.tailLength > 0) void this.fold();
    });
  }

  /** Nobody is there any more: what was folded and not kept is kept, unless the process ends and the store with it. */
  rest(): void {
    if (this.last && !this.isStopped) this.keep(this.last);
  }

  /** The process ends: what is folded from here on is of no use. */
  stop(): void {
    this.isStopped = true;
  }

  /** A document that cannot be folded stays as it is; the next edit tries again. */
  private async fold(): Promise<void> {
    this.isFolding = true;
    const { base, tail } = this.state.parts();
    const sequence = this.parts.sequence();
    const writers = this.parts.writers();
    try {
      const folded = await this.parts.fold(base, tail);
      if (this.isStopped) return;
      this.state.replace(folded, tail.length);
      this.offer({ sequence, state: folded.state, vector: folded.vector }, tail);
      if (folded.repair) this.parts.repair(folded.repair, writers);
    } catch (problem) {
      if (!this.isStopped) this.parts.problem(problem);
    } finally {
      this.isFolding = false;
    }
    if (this.state.tailLength > this.parts.limits.tail) this.wake();
  }

  private offer(snapshot: Snapshot, tail: readonly Uint8Array[]): void {
    const { limits } = this.parts;
    this.unkept.updates += tail.length;
    this.unkept.bytes += tail.reduce((sum, { length }) => sum + length, 0);
    this.last = snapshot;
    if (this.unkept.updates >= limits.snapshot || this.unkept.bytes >= limits.snapshotBytes) this.keep(snapshot);
  }

  private keep(snapshot: Snapshot): void {
    this.unkept = { updates: 0, bytes: 0 };
    this.last = null;
    this.parts.keep(snapshot).catch((problem: unknown) => this.parts.problem(problem));
  }
}

import type { StoredNews } from './room-store.js';

interface ReaderParts {
  read(after: number): Promise<readonly StoredNews[]>;
  /** An update of the log, maybe one that is known. */
  heard(update: Uint8Array): void;
  /** Something was missing and has been read. */
  repaired(): void;
  problem(problem: unknown): void;
}

/**
 * How far the log of a document is known here. Several processes append to it: what they say of it is taken in the
 * order of the log, and where something is missing it is read.
 */
export class LogReader {
  private isReading = false;
  /** The furthest sequence anybody spoke of. */
  private furthest: number;

  constructor(
    private known: number,
    private readonly parts: ReaderParts,
  ) {
    this.furthest = known;
  }

  /** Everything up to here is known, and maybe more. */
  get sequence(): number {
    return this.known;
  }

  /** This process appended. */
  stored(sequence: number): void {
    if (sequence === this.known + 1) this.known = sequence;
    this.compare(sequence);
  }

  /** Another process appended. */
  hear({ sequence, updates }: StoredNews): void {
    if (sequence === this.known + 1 && !this.isReading) {
      this.known = sequence;
      for (const update of updates) this.parts.heard(update);
    }
    this.compare(sequence);
  }

  /** The log goes at least as far as this. */
  compare(sequence: number): void {
    this.furthest = Math.max(this.furthest, sequence);
    if (this.furthest > this.known && !this.isReading) void this.catchUp();
  }

  private async catchUp(): Promise<void> {
    this.isReading = true;
    try {
      while (this.known < this.furthest) {
        const missing = await this.parts.read(this.known);
        if (missing.length === 0) break;
        for (const { sequence, updates } of missing) {
          for (const update of updates) this.parts.heard(update);
          this.known = Math.max(this.known, sequence);
        }
        this.parts.repaired();
      }
    } catch (problem) {
      this.parts.problem(problem);
    } finally {
      this.isReading = false;
    }
  }
}

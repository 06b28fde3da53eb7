import type { DocumentState } from './document-state.js';
import type { Folder } from './fold.js';
import type { Member } from './member.js';
import { frames } from './wire.js';

interface DifferenceParts {
  /** A base of more bytes is read elsewhere. */
  most: number;
  difference: Folder['difference'];
  /** Delivers what waits for the end of the turn, so that nobody is given it twice. */
  flush(): void;
  problem(problem: unknown): void;
}

/** Gives members what they lack. A large document is read for it where that keeps nobody waiting. */
export class Differences {
  /** The last one that was asked for; those who have the same share it. */
  private asked: { base: Uint8Array; vector: Uint8Array; difference: Promise<Uint8Array> } | null = null;
  private isStopped = false;

  constructor(
    private readonly state: DocumentState,
    private readonly parts: DifferenceParts,
  ) {}

  /** Everything accepted beyond this state vector, then the last messages. Answers a promise when it takes a while. */
  give(member: Member, vector: Uint8Array, last: readonly Uint8Array[]): Promise<void> | void {
    const send = (updates: readonly Uint8Array[] | null): void => {
      if (!member.isHere) return;
      this.parts.flush();
      member.sendContent([...(updates ?? this.state.since(vector)).map(frames.update), ...last]);
    };
    return this.isLarge && this.state.needsBase(vector) ? this.giveLater(vector, send) : send(null);
  }

  /** Reads what is deleted in a large document before somebody waits for that. */
  prepare(): void {
    if (this.isLarge) void this.giveLater(this.state.vector(), () => undefined);
  }

  /** The process ends. */
  stop(): void {
    this.isStopped = true;
  }

  private get isLarge(): boolean {
    return this.state.folded.length > this.parts.most;
  }

  /**
   * What is given is put together and sent without a pause, so that nothing accepted meanwhile is left out. Null when
   * it has to be read here.
   */
  private async giveLater(vector: Uint8Array, send: (updates: readonly Uint8Array[] | null) => void): Promise<void> {
    // A fold may put another base in the place of the one that was read; it does not do so again and again.
    for (let turn = 0; turn < 2; turn += 1) {
      const base = this.state.folded;
      const difference = await this.elsewhere(base, vector);
      const updates = difference && this.state.sinceBase(base, difference, vector);
      if (updates) return send(updates);
    }
    send(null);
  }

  private async elsewhere(base: Uint8Array, vector: Uint8Array): Promise<Uint8Array | null> {
    const isAsked = this.asked?.base === base && isEqual(this.asked.vector, vector);
    const asked = (isAsked && this.asked) || { base, vector, difference: this.parts.difference(base, vector) };
    this.asked = asked;
    try {
      return await asked.difference;
    } catch (problem) {
      if (!this.isStopped) this.parts.problem(problem);
      return null;
    } finally {
      if (this.asked === asked) this.asked = null;
    }
  }
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

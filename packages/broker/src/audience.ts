import type { Clock } from './clock.js';
import type { Member } from './member.js';
import type { Turn } from './outbox.js';

/** How often slow members are looked at, in milliseconds. */
const lookAtSlow = 250;

interface AudienceParts {
  clock: Clock;
  /** The state vector of everything accepted; null while the document loads. */
  vector(): Uint8Array | null;
  /** Delivers what waits for the end of the turn, before somebody is brought up to date. */
  flush(): void;
  /** Gives a member what it missed since it had this state vector. */
  bringMissed(member: Member, vector: Uint8Array): Promise<void> | void;
  fault(member: Member, problem: unknown): void;
}

/** The members of a room, and how they are given what happens there, each as fast as it reads. */
export class Audience {
  private readonly members = new Set<Member>();
  private isWatching = false;

  constructor(private readonly parts: AudienceParts) {}

  get size(): number {
    return this.members.size;
  }

  add(member: Member): void {
    this.members.add(member);
  }

  /** Whether it was there. */
  delete(member: Member): boolean {
    return this.members.delete(member);
  }

  [Symbol.iterator](): Iterator<Member> {
    return this.members.values();
  }

  /** What fails for one member is its own affair: the others are still served. */
  each(act: (member: Member) => void): void {
    for (const member of this.members) {
      try {
        act(member);
      } catch (problem) {
        this.parts.fault(member, problem);
      }
    }
  }

  /** What was accepted in one turn, to all who keep up. */
  give(turn: Turn): void {
    const vector = this.parts.vector();
    if (!vector) return;
    this.each((member) => {
      if (member.isBehind) return member.sendAll(turn.saidTo(member));
      member.refuseBacklog();
      member.sendAll(turn.for(member));
      if (!member.isSlow()) return;
      member.fallBehind(vector);
      this.watch();
    });
  }

  /** What can be missed, to all who read fast enough. */
  show(messages: readonly Uint8Array[]): void {
    this.each((member) => {
      if (!member.isBehind && !member.isSlow()) member.sendAll(messages);
    });
  }

  /** Who wrote since this was last asked. */
  takeWriters(): Member[] {
    const writers = [...this.members].filter(({ hasWritten }) => hasWritten);
    for (const writer of writers) writer.hasWritten = false;
    return writers;
  }

  /** Looks at slow members until there are none: they are brought up to date at once, or closed when they stopped reading. */
  private watch(): void {
    if (this.isWatching) return;
    this.isWatching = true;
    this.parts.clock.after(lookAtSlow, () => {
      this.isWatching = false;
      this.parts.flush();
      this.each((member) => {
        const vector = member.caughtUpFrom();
        const bringing = vector && this.parts.bringMissed(member, vector);
        bringing?.catch((problem: unknown) => this.parts.fault(member, problem));
        if (member.isBehind) this.watch();
      });
    });
  }
}

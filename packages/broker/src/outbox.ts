import type { Clock } from './clock.js';
import type { Member } from './member.js';

type Shown = { message: Uint8Array; author: Member | null };

/** What a room shows in one turn; whoever wrote some of it gets the rest. */
export class Turn {
  private readonly all: readonly Uint8Array[];
  private readonly authors: ReadonlySet<Member | null>;

  constructor(
    private readonly shown: readonly Shown[],
    /** When the first of it was accepted. */
    readonly began: number,
  ) {
    this.all = shown.map(({ message }) => message);
    this.authors = new Set(shown.map(({ author }) => author));
  }

  /** The same list for everybody who wrote nothing. */
  for(member: Member): readonly Uint8Array[] {
    if (!this.authors.has(member)) return this.all;
    return this.shown.flatMap(({ message, author }) => (author === member ? [] : [message]));
  }
}

/** Gathers what a room shows over one turn of the process, so that a busy moment costs each member one write. */
export class Outbox {
  private shown: Shown[] = [];
  private began = 0;

  constructor(
    private readonly clock: Clock,
    private readonly deliver: (turn: Turn) => void,
  ) {}

  put(message: Uint8Array, author: Member | null): void {
    this.shown.push({ message, author });
    if (this.shown.length > 1) return;
    this.began = this.clock.now();
    this.clock.soon(() => this.flush());
  }

  /** Delivers now what waits for the end of the turn. */
  flush(): void {
    if (this.shown.length === 0) return;
    const turn = new Turn(this.shown, this.began);
    this.shown = [];
    this.deliver(turn);
  }
}

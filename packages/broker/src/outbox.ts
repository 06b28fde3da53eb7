import type { Clock } from './clock.js';
import type { Member } from './member.js';
import { frames } from './wire.js';

interface Shown {
  update: Uint8Array;
  message: Uint8Array;
  author: Member | null;
  /** Those who were here for early words of this number were given it then. */
  early: number | null;
}

/**
 * What a room shows in one turn; whoever wrote some of it, or was given some of it early, gets the rest, and hears what
 * is said to him alone.
 */
export class Turn {
  /** What peers of this process wrote. */
  readonly written: readonly Uint8Array[];
  private readonly all: readonly Uint8Array[];
  private readonly authors: ReadonlySet<Member | null>;
  /** Whoever came later lacks something that was shown early. */
  private readonly earliest: number;

  constructor(
    private readonly shown: readonly Shown[],
    private readonly words: ReadonlyMap<Member, Uint8Array>,
    /** When the first of what it shows was accepted; null when it shows nothing. */
    readonly began: number | null,
  ) {
    this.all = shown.flatMap(({ message, early }) => (early === null ? [message] : []));
    this.written = shown.flatMap(({ update, author }) => (author ? [update] : []));
    this.authors = new Set(shown.map(({ author }) => author));
    this.earliest = Math.min(...shown.map(({ early }) => early ?? Infinity));
  }

  /** The same list for everybody who wrote nothing and was here all the time. */
  for(member: Member): readonly Uint8Array[] {
    const word = this.words.get(member);
    return word ? [...this.shownTo(member), word] : this.shownTo(member);
  }

  /** What is said to one alone, also if he reads too slowly for the rest. */
  saidTo(member: Member): readonly Uint8Array[] {
    const word = this.words.get(member);
    return word ? [word] : [];
  }

  private shownTo(member: Member): readonly Uint8Array[] {
    if (!this.authors.has(member) && member.earlyFrom <= this.earliest) return this.all;
    return this.shown.flatMap(({ message, author, early }) => {
      const isGiven = author === member || (early !== null && member.earlyFrom <= early);
      return isGiven ? [] : [message];
    });
  }
}

/** Gathers what a room shows over one turn of the process, so that a busy moment costs each member one write. */
export class Outbox {
  private shown: Shown[] = [];
  private words = new Map<Member, Uint8Array>();
  private began: number | null = null;
  private cancelWords: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly deliver: (turn: Turn) => void,
  ) {}

  put(update: Uint8Array, author: Member | null, early: number | null = null): void {
    this.shown.push({ update, message: frames.update(update), author, early });
    if (this.shown.length > 1) return;
    this.began = this.clock.now();
    this.clock.soon(() => this.flush());
  }

  /** Says something to one alone with whatever is delivered next; the last word counts. */
  say(member: Member, message: Uint8Array): void {
    this.words.set(member, message);
  }

  /** Delivers what waits within so many milliseconds. */
  flushWithin(milliseconds: number): void {
    if (this.shown.length === 0) this.cancelWords ??= this.clock.after(milliseconds, () => this.flush());
  }

  /** Delivers now what waits for the end of the turn. */
  flush(): void {
    this.cancelWords?.();
    this.cancelWords = null;
    if (this.shown.length === 0 && this.words.size === 0) return;
    const turn = new Turn(this.shown, this.words, this.began);
    this.shown = [];
    this.words = new Map();
    this.began = null;
    this.deliver(turn);
  }
}

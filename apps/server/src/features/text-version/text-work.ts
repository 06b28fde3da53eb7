import { emptyUpdate, fold } from '@mufakat/broker';
import {
  authoredText,
  compareTexts,
  restoringEdit,
  sayingOf,
  TextAuthors,
  type RestoringEdit,
  type ReturnedWords,
} from '@mufakat/collab';
import type { PersonId, TextReading } from '@mufakat/domain';

/** A text as it is kept: one update or several, which together are the whole. */
export type Pieces = readonly Uint8Array[];
/** Who owns which client ids of a text, and which words restorations brought back. */
export type Authorship = { owners: ReadonlyMap<number, PersonId>; returned: readonly ReturnedWords[] };

export type ReadWork = {
  /** What is shown, with what differs from the older text, if there is one. */
  shown: Pieces;
  older: Pieces | null;
  /** The version itself, which may be the older text. */
  chosen: Pieces;
  now: Pieces;
  authorship: Authorship;
};
export type RestoreWork = { now: Pieces; version: Pieces; authorship: Authorship };

export type Read = Pick<TextReading, 'content' | 'added' | 'removed' | 'isNow'>;

/** What is done with whole texts. It takes long for long ones, so it is done on a thread of its own. */
export const textWork = {
  read({ shown, older, chosen, now, authorship }: ReadWork): Read {
    const authors = new TextAuthors(authorship.owners, authorship.returned);
    const held = new Map<Pieces, TextReading['content']>();
    const textOf = (pieces: Pieces) => {
      const text = held.get(pieces) ?? authoredText(wholeOf(pieces), authors);
      held.set(pieces, text);
      return text;
    };
    const isNow = chosen === now || sayingOf(textOf(chosen)) === sayingOf(textOf(now));
    if (!older) return { content: textOf(shown), added: 0, removed: 0, isNow };
    return { ...compareTexts(textOf(older), textOf(shown)), isNow };
  },

  restore({ now, version, authorship }: RestoreWork): RestoringEdit | null {
    return restoringEdit(wholeOf(now), wholeOf(version), new TextAuthors(authorship.owners, authorship.returned));
  },
};

export type TextWork = typeof textWork;

function wholeOf(pieces: Pieces): Uint8Array {
  const [first = emptyUpdate, ...rest] = pieces;
  return fold(first, rest);
}

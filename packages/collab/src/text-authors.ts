import type { PersonId } from '@mufakat/domain';

/** Words that a restoration brought back: they stand under the id of who restored them, and are still their author's. */
export interface ReturnedWords {
  clientId: number;
  clock: number;
  length: number;
  /** Null for words of the product itself. */
  author: PersonId | null;
}

/** Who wrote what stands under the Yjs client ids of one document. */
export class TextAuthors {
  private readonly returned = new Map<number, ReturnedWords[]>();

  constructor(
    private readonly owners: ReadonlyMap<number, PersonId>,
    returned: readonly ReturnedWords[] = [],
  ) {
    for (const words of returned) {
      const known = this.returned.get(words.clientId);
      if (known) known.push(words);
      else this.returned.set(words.clientId, [words]);
    }
  }

  /** Null for what the product itself wrote. */
  of(clientId: number, clock: number): PersonId | null {
    const words = this.returned.get(clientId)?.find((each) => clock >= each.clock && clock < each.clock + each.length);
    return words ? words.author : (this.owners.get(clientId) ?? null);
  }
}

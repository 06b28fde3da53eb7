import * as Y from 'yjs';

/** The update that says nothing. */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0]);

/** A document in few bytes. */
export interface Folded {
  state: Uint8Array;
  vector: Uint8Array;
  /** A forward edit that takes out what does not fit the document, if anything did not. */
  repair: Uint8Array | null;
}

/** Reads whole documents, and makes fewer bytes of them, where that keeps nobody waiting. */
export interface Folder {
  fold(base: Uint8Array, tail: readonly Uint8Array[]): Promise<Folded>;
  /** What somebody with this state vector lacks of the base, with everything that is deleted in it. */
  difference(base: Uint8Array, vector: Uint8Array): Promise<Uint8Array>;
}

/** Edits a document so that it fits, and says nothing about one that does. */
export type Mend = (doc: Y.Doc) => void;

/** Whether bytes are the update that says nothing. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/** The same document in as few bytes as Yjs can: deleted content goes, neighbouring inserts join. */
export function fold(base: Uint8Array, tail: readonly Uint8Array[]): Uint8Array {
  return foldAndMend(base, tail, () => undefined).state;
}

/**
 * Folds, and mends what does not fit. The state is that of before the mending, which is an edit like any other.
 * Merged before it is applied, because many small updates applied one by one take quadratic time.
 */
export function foldAndMend(base: Uint8Array, tail: readonly Uint8Array[], mend: Mend): Folded {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, merge([base, ...tail]));
    const [state, vector] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)];
    const repairs: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => repairs.push(update));
    mend(doc);
    return { state, vector, repair: repairs.length > 0 ? merge(repairs) : null };
  } finally {
    doc.destroy();
  }
}

/** Folds on the thread that asks; for tests and small servers. */
export const foldHere = (mend: Mend = () => undefined): Folder => ({
  fold: async (base, tail) => foldAndMend(base, tail, mend),
  difference: async (base, vector) => Y.diffUpdate(base, vector),
});

/** One update that says what these say, without making a document of them. */
export function merge(updates: readonly Uint8Array[]): Uint8Array {
  const full = updates.filter((update) => !isEmptyUpdate(update));
  const [first = emptyUpdate] = full;
  return full.length < 2 ? first : Y.mergeUpdates(full);
}

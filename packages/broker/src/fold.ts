import * as Y from 'yjs';

/** The update that says nothing. */
export const emptyUpdate: Uint8Array = new Uint8Array([0, 0]);

/** Whether bytes are the update that says nothing. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/**
 * The same document in as few bytes as Yjs can: deleted content goes, neighbouring inserts join.
 * Merged before it is applied, because many small updates applied one by one take quadratic time.
 */
export function fold(base: Uint8Array, tail: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, merge([base, ...tail]));
    return Y.encodeStateAsUpdate(doc);
  } finally {
    doc.destroy();
  }
}

/** One update that says what these say, without making a document of them. */
export function merge(updates: readonly Uint8Array[]): Uint8Array {
  const full = updates.filter((update) => !isEmptyUpdate(update));
  const [first = emptyUpdate] = full;
  return full.length < 2 ? first : Y.mergeUpdates(full);
}

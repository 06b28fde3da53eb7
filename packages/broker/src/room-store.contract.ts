import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { merge } from './fold.js';
import type { RoomStore } from './room-store.js';

/** How the contract reaches the store under test. */
export interface StoreUnderTest {
  store: RoomStore;
  /** Makes an empty document and answers its id. */
  createDocument(): Promise<string>;
  /** Answers the id of a person who may write. */
  createPerson(): Promise<string>;
}

/** What every store of the broker keeps. Call it in a test file of the store. */
export function roomStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of a room store`, () => {
    logContract(open);
    readingContract(open);
    careContract(open);
    clientIdContract(open);
  });
}

function logContract(open: () => Promise<StoreUnderTest>): void {
  it('answers null for a document that does not exist', async () => {
    const { store } = await open();

    expect(await store.load('00000000-0000-7000-8000-000000000000')).toBeNull();
  });

  it('loads an empty document before the first append', async () => {
    const { store, createDocument } = await open();

    expect(await store.load(await createDocument())).toMatchObject({ tail: [], lastSequence: 0 });
  });

  it('gives back every appended update after append resolved, and the last sequence', async () => {
    const { store, createDocument, createPerson } = await open();
    const [documentId, actor] = [await createDocument(), await createPerson()];
    const [one, two, three] = writings('satu', 'dua', 'tiga');

    const first = await store.append(
      documentId,
      [one, two].map((update) => ({ update, actor })),
    );
    const second = await store.append(documentId, [{ update: three, actor }]);

    expect(second).toBeGreaterThan(first);
    expect((await store.load(documentId))?.lastSequence).toBe(second);
    expect(await read(store, documentId)).toBe('satuduatiga');
  });

  it('numbers appends that run at the same time without a gap or a double', async () => {
    const { store, createDocument, createPerson } = await open();
    const [documentId, actor] = [await createDocument(), await createPerson()];
    const updates = writings(...'mufakat');

    const sequences = await Promise.all(updates.map((update) => store.append(documentId, [{ update, actor }])));

    expect(sequences.sort((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await read(store, documentId)).toBe('mufakat');
  });
}

function readingContract(open: () => Promise<StoreUnderTest>): void {
  it('answers what came after a sequence, append by append', async () => {
    const { store, createDocument, createPerson } = await open();
    const [documentId, actor] = [await createDocument(), await createPerson()];
    const updates = writings('satu', 'dua', 'tiga');
    for (const update of updates) await store.append(documentId, [{ update, actor }]);

    const news = await store.after(documentId, 1);

    expect(news.map(({ sequence, updates: [update] }) => [sequence, update])).toEqual([
      [2, updates[1]],
      [3, updates[2]],
    ]);
    expect(await store.after(documentId, 3)).toEqual([]);
  });

  it('loads the newest snapshot and only what came after it, and never goes back to an older one', async () => {
    const { store, createDocument, createPerson } = await open();
    const [documentId, actor] = [await createDocument(), await createPerson()];
    const [one, two, three] = writings('satu', 'dua', 'tiga');
    for (const update of [one, two, three]) await store.append(documentId, [{ update, actor }]);
    const snapshot = (sequence: number, updates: readonly Uint8Array[]) => {
      const state = merge(updates);
      return { sequence, state, vector: Y.encodeStateVectorFromUpdate(state) };
    };
    await store.keepSnapshot(documentId, snapshot(2, [one, two]));
    await store.keepSnapshot(documentId, snapshot(1, [one]));

    const stored = await store.load(documentId);

    expect(stored).toMatchObject({ ...{ base: merge([one, two]), tail: [three] }, lastSequence: 3, generation: 1 });
    expect(stored?.baseVector).toEqual(snapshot(2, [one, two]).vector);
    expect(await read(store, documentId)).toBe('satuduatiga');
  });

  it('keeps what the product itself wrote, without an actor', async () => {
    const { store, createDocument } = await open();
    const documentId = await createDocument();
    const [update] = writings('awal');

    await store.append(documentId, [{ update, actor: null }]);

    expect(await read(store, documentId)).toBe('awal');
  });
}

function careContract(open: () => Promise<StoreUnderTest>): void {
  it('takes the same update twice without harm, as after a lost answer', async () => {
    const { store, createDocument, createPerson } = await open();
    const [documentId, actor] = [await createDocument(), await createPerson()];
    const [update] = writings('sekali');

    await store.append(documentId, [{ update, actor }]);
    await store.append(documentId, [{ update, actor }]);

    expect(await read(store, documentId)).toBe('sekali');
  });

  it('keeps documents apart', async () => {
    const { store, createDocument, createPerson } = await open();
    const [mine, other, actor] = [await createDocument(), await createDocument(), await createPerson()];
    const [update] = writings('rahasia');

    await store.append(mine, [{ update, actor }]);

    expect(await read(store, other)).toBe('');
  });

  it('rejects an append to a document that does not exist', async () => {
    const { store, createPerson } = await open();
    const [update] = writings('x');
    const actor = await createPerson();

    await expect(store.append('00000000-0000-7000-8000-000000000000', [{ update, actor }])).rejects.toThrow();
  });
}

function clientIdContract(open: () => Promise<StoreUnderTest>): void {
  const largest = 2 ** 32 - 1;

  it('gives a client id to the first person who uses it, for ever, also when two ask at once', async () => {
    const { store, createDocument, createPerson } = await open();
    const documentId = await createDocument();
    const people = [await createPerson(), await createPerson()];

    const owners = await Promise.all(people.map((person) => store.clientIds.bind(documentId, largest, person)));

    expect(new Set(owners).size).toBe(1);
    expect(people).toContain(owners[0]);
    expect(await store.clientIds.owner(documentId, largest)).toBe(owners[0]);
  });

  it('binds client ids per document, and answers null for one nobody used', async () => {
    const { store, createDocument, createPerson } = await open();
    const [one, other] = [await createDocument(), await createDocument()];
    const [ana, budi] = [await createPerson(), await createPerson()];

    expect(await store.clientIds.bind(one, 7, ana)).toBe(ana);
    expect(await store.clientIds.bind(other, 7, budi)).toBe(budi);
    expect(await store.clientIds.owner(one, 8)).toBeNull();
  });
}

/** One update per piece, each building on the one before. */
function writings<Pieces extends string[]>(...pieces: Pieces): { [Index in keyof Pieces]: Uint8Array } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const piece of pieces) doc.getText('t').insert(doc.getText('t').length, piece);
  return updates as { [Index in keyof Pieces]: Uint8Array };
}

async function read(store: RoomStore, documentId: string): Promise<string> {
  const stored = await store.load(documentId);
  const doc = new Y.Doc();
  if (stored) Y.applyUpdate(doc, merge([...(stored.base ? [stored.base] : []), ...stored.tail]));
  return doc.getText('t').toString();
}

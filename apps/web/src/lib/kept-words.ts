import type { Kept, KeptUpdate, Offer, Unsent, UnsavedStore } from '@mufakat/provider';
import * as idb from 'lib0/indexeddb';

/** Whose words, in which text. */
export type Where = { documentId: string; personId: string };

const prefixOf = (personId: string) => `mufakat.text.${personId}.`;
const wordsEnd = '.words';
const wordsName = ({ documentId, personId }: Where) => `${prefixOf(personId)}${documentId}${wordsEnd}`;

/** The name of a copy of the text; one that may not be merged any more is followed by the next. */
export const copyName = ({ documentId, personId }: Where, copy: number): string =>
  `${prefixOf(personId)}${documentId}${copy === 0 ? '' : `.${copy}`}`;

/** Local updates in the order they were written; words to be offered; generation and number of the copy. */
type Stores = Record<'updates' | 'unsent' | 'about', IDBObjectStore>;

/** A browser which does not open its storage in this time is taken for one without. */
const patience = 3000;

/** What this device keeps of a person's words in one text until the server has them, in IndexedDB. */
export class KeptWords implements UnsavedStore {
  private opened: Promise<IDBDatabase> | null = null;
  /** The number of the copy that was valid when this page opened the text. */
  private copy = 0;

  constructor(private readonly where: Where) {}

  /** The number of the copy of the text which may be opened. */
  async copyNumber(): Promise<number> {
    const { about } = await this.stores('readonly');
    this.copy = Number((await idb.get(about, 'copy')) ?? 0);
    return this.copy;
  }

  async open(): Promise<Kept> {
    const { updates, unsent, about } = await this.stores('readonly');
    const [kept, offered, generation] = await Promise.all([
      idb.getAllKeysValues(updates) as Promise<{ k: number; v: Uint8Array }[]>,
      idb.getAll(unsent) as Promise<Unsent[]>,
      idb.get(about, 'generation') as Promise<number | undefined>,
    ]);
    const written = kept.map(({ k, v }): KeptUpdate => ({ key: k, update: v }));
    return { generation: generation ?? null, updates: written, unsent: offered };
  }

  async add(update: Uint8Array): Promise<number> {
    const { updates } = await this.stores();
    const done = committed(updates);
    const key = await idb.rtop(updates.add(update));
    await done;
    return key as number;
  }

  async remove(keys: readonly number[]): Promise<void> {
    const { updates } = await this.stores();
    for (const key of keys) updates.delete(key);
    await committed(updates);
  }

  async keepGeneration(generation: number): Promise<void> {
    const { about } = await this.stores();
    about.put(generation, 'generation');
    await committed(about);
  }

  async setAside(keys: readonly number[], offer: Offer, generation: number | null): Promise<Unsent | null> {
    const { updates, unsent, about } = await this.stores();
    const all = new Set(await idb.rtop(updates.getAllKeys()));
    const offered = offer(new Set(keys.filter((key) => all.has(key))));
    for (const key of keys) updates.delete(key);
    if (offered) unsent.put(offered, offered.id);
    about.put(generation ?? undefined, 'generation');
    about.put(this.copy + 1, 'copy');
    await committed(about);
    return offered;
  }

  async forget(decided: readonly Unsent[]): Promise<void> {
    const { unsent } = await this.stores();
    for (const { id } of decided) unsent.delete(id);
    await committed(unsent);
  }

  async close(): Promise<void> {
    (await this.opened?.catch(() => null))?.close();
  }

  private async stores(access: 'readonly' | 'readwrite' = 'readwrite'): Promise<Stores> {
    this.opened ??= within(openWords(wordsName(this.where)), patience);
    return storesOf(await this.opened, access);
  }
}

/** The texts of a person on this device which hold words the server does not have. */
export async function unsentDocuments(personId: string): Promise<string[]> {
  const names = (await namesOf(personId)).filter((name) => name.endsWith(wordsEnd));
  const counts = await Promise.all(names.map(async (name) => [name, await countIn(name)] as const));
  const prefix = prefixOf(personId);
  return counts.filter(([, count]) => count > 0).map(([name]) => name.slice(prefix.length, -wordsEnd.length));
}

/** Wipes every text of a person from this device. */
export async function forgetDocuments(personId: string): Promise<void> {
  for (const name of await namesOf(personId)) indexedDB.deleteDatabase(name);
}

async function namesOf(personId: string): Promise<string[]> {
  const all = await indexedDB.databases();
  return all.map(({ name }) => name ?? '').filter((name) => name.startsWith(prefixOf(personId)));
}

async function countIn(name: string): Promise<number> {
  const database = await openWords(name);
  const { updates, unsent } = storesOf(database, 'readonly');
  const [written, offered] = await Promise.all([idb.count(updates), idb.count(unsent)]);
  database.close();
  return written + offered;
}

function openWords(name: string): Promise<IDBDatabase> {
  return idb.openDB(name, (database) =>
    idb.createStores(database, [['updates', { autoIncrement: true }], ['unsent'], ['about']]),
  );
}

function storesOf(database: IDBDatabase, access: 'readonly' | 'readwrite'): Stores {
  const transaction = database.transaction(['updates', 'unsent', 'about'], access);
  const store = (name: keyof Stores) => transaction.objectStore(name);
  return { updates: store('updates'), unsent: store('unsent'), about: store('about') };
}

/** Resolves when what was asked of these stores is on the disk, not only in their hands. */
function committed({ transaction }: IDBObjectStore): Promise<void> {
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error ?? new Error('the browser did not keep it'));
  });
}

/** The same promise, which fails when it takes too long. */
export async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

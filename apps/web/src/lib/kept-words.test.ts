import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unsavedStoreContract } from '@mufakat/provider/contract';
import { copyName, forgetDocuments, KeptWords, unsentDocuments } from './kept-words';
import { MemoryIndexedDb } from './memory-indexed-db';

const real = globalThis.indexedDB;
const where = { documentId: 'd', personId: 'p' };

beforeEach(() => {
  globalThis.indexedDB = new MemoryIndexedDb() as never;
});
afterAll(() => {
  globalThis.indexedDB = real;
});

unsavedStoreContract('KeptWords', () => () => new KeptWords(where));

describe('what a device keeps of texts', () => {
  it('is another copy of the text after words were set aside', async () => {
    const words = new KeptWords(where);
    expect(copyName(where, await words.copyNumber())).toBe('mufakat.text.p.d');
    await words.setAside([], () => null, 2);

    expect(copyName(where, await new KeptWords(where).copyNumber())).toBe('mufakat.text.p.d.1');
  });

  it('names the texts of a person that hold words the server does not have, until they are wiped', async () => {
    await new KeptWords(where).add(new Uint8Array([1]));
    await new KeptWords({ ...where, documentId: 'saved' }).open();
    await new KeptWords({ ...where, personId: 'another' }).add(new Uint8Array([1]));
    expect(await unsentDocuments('p')).toEqual(['d']);
    await forgetDocuments('p');

    expect([await unsentDocuments('p'), await unsentDocuments('another')]).toEqual([[], ['d']]);
  });
});

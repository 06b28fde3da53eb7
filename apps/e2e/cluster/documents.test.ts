import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cluster, until } from './cluster.js';
import { DocumentScreen } from './screen.js';
import { beginText, type SharedText } from './seated.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
}, 90_000);
afterAll(() => cluster.stop());

describe('a text that is open in two processes', () => {
  let shared: SharedText;
  let here: DocumentScreen;
  let there: DocumentScreen;

  beforeEach(async () => {
    const [first, second] = cluster.at;
    shared = await beginText(first!);
    here = new DocumentScreen(first!.url, shared.ana, shared.documentId);
    there = new DocumentScreen(second!.url, shared.budi, shared.documentId);
    await Promise.all([here.synced(), there.synced()]);
  });
  afterEach(() => {
    here.destroy();
    there.destroy();
  });

  const both = (words: string, patience = 10_000) =>
    until(() => here.text.includes(words) && there.text.includes(words), patience);

  it('shows each what the other writes, and both the same in the end', async () => {
    for (let n = 0; n < 20; n += 1) {
      here.write(`Ana ${n}.`);
      there.write(`Budi ${n}.`);
    }
    await both('Ana 19.');
    await both('Budi 19.');
    await until(() => here.text === there.text);
  });

  it('shows each where the other stands, by the name the server gives, and when the other goes', async () => {
    here.provider.awareness.setLocalStateField('cursor', { at: 1 });
    const seen = () => there.provider.awareness.getStates().get(here.doc.clientID);
    await until(() => seen() !== undefined);
    expect(seen()).toMatchObject({ user: { id: shared.ana.personId } });
    here.provider.disconnect();
    await until(() => seen() === undefined);
  });

  it('tells a process that opens it later who is there already', async () => {
    const late = await beginText(cluster.at[0]!);
    const first = new DocumentScreen(cluster.at[0]!.url, late.ana, late.documentId);
    await first.synced();
    first.provider.awareness.setLocalStateField('cursor', { at: 2 });
    const second = new DocumentScreen(cluster.at[1]!.url, late.budi, late.documentId);
    await until(() => second.provider.awareness.getStates().has(first.doc.clientID));
    first.destroy();
    second.destroy();
  });

  it('loses nothing while Redis is dead, and is whole within two seconds, and goes on when it is back', async () => {
    cluster.killRedis();
    here.write('Tanpa Redis, dari Ana.');
    there.write('Tanpa Redis, dari Budi.');
    await both('Tanpa Redis, dari Ana.', 2_000);
    await both('Tanpa Redis, dari Budi.', 2_000);

    await cluster.replaceRedis();
    here.write('Redis kembali.');
    await both('Redis kembali.');
    await until(() => here.text === there.text);
  });
});

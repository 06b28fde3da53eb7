import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { foldHere, type Folder } from './fold.js';
import { settle } from './manual-clock.js';
import { openBroker, Screen, updateOf } from './test-screen.js';

const words = 'kata '.repeat(80);

/** A document that is too large to be read here, and a folder whose differences wait until the test lets them go. */
async function largeDocument() {
  const waiting: (() => void)[] = [];
  const asked: number[] = [];
  const here = foldHere();
  const folder: Folder = {
    fold: (base, tail) => here.fold(base, tail),
    async difference(base, vector) {
      asked.push(base.length);
      await new Promise<void>((go) => waiting.push(go));
      return here.difference(base, vector);
    },
  };
  const opened = openBroker({ readHere: 200 }, { folder });
  const base = updateOf((doc) => doc.getText('t').insert(0, words));
  opened.store.create('doc', { update: base, actor: null });
  await opened.store.keepSnapshot('doc', { sequence: 1, state: base, vector: Y.encodeStateVectorFromUpdate(base) });
  const ana = new Screen('ana', opened.broker).join();
  await settle();
  ana.ask();
  const go = async () => {
    for (const next of waiting.splice(0)) next();
    await settle();
  };
  return { ...opened, base, ana, asked, go };
}

/** What a screen was told of the text, as the kinds of its messages. */
const kindsSaid = ({ sent }: Screen) => sent.flatMap(([frame, kind]) => (frame === 0 && kind !== 0 ? [kind] : []));

describe('a large document', () => {
  it('[R2] is read elsewhere for somebody who has some of it; the others write on, and step 2 comes last', async () => {
    const { broker, ana, go } = await largeDocument();
    await go();
    const budi = new Screen('budi', broker).join();
    Y.applyUpdate(
      budi.doc,
      updateOf((doc) => doc.getText('punya budi').insert(0, 'x')),
      budi,
    );
    budi.ask();
    ana.type('sementara itu');
    await settle();
    expect([ana.saved, kindsSaid(budi), budi.text]).toEqual([[1], [2], '']);
    await go();

    expect(budi.text).toBe(`${words}sementara itu`);
    expect(kindsSaid(budi).at(-1)).toBe(1);
    expect(kindsSaid(budi).filter((kind) => kind === 1)).toHaveLength(1);
  });

  it('[R2] is brought whole also when it is folded meanwhile, and those who have the same share the reading', async () => {
    const { broker, ana, asked, clock, go } = await largeDocument();
    await go();
    const others = ['budi', 'citra'].map((name) => new Screen(name, broker).join());
    for (const other of others) {
      Y.applyUpdate(
        other.doc,
        updateOf((doc) => doc.getText('lain').insert(0, 'x'), 7),
        other,
      );
      other.ask();
    }
    const before = asked.length;
    ana.type('sementara itu');
    await clock.pass(2_000);
    await go();
    ana.type(', lagi');
    await go();

    expect(others.map(({ text }) => text)).toEqual([ana.text, ana.text]);
    expect(others.map((other) => kindsSaid(other).at(-1))).toEqual([1, 1]);
    expect(asked.length - before).toBe(1);
  });

  it('[R2] has its deletions read once, elsewhere, and whoever has all its text gets them from then on at once', async () => {
    const { broker, ana, asked, go, store, base } = await largeDocument();
    expect(asked).toEqual([base.length]);
    await go();
    ana.doc.getText('t').delete(0, 4);
    await settle();
    const budi = new Screen('budi', broker).join();
    Y.applyUpdate(budi.doc, base, budi);
    budi.ask();

    expect([budi.text, asked.length]).toEqual([words.slice(4), 1]);
    expect(store.log('doc')).toHaveLength(2);
  });

  it('[R2] [R34] is read here when it cannot be read elsewhere', async () => {
    const folder: Folder = { ...foldHere(), difference: () => Promise.reject(new Error('the thread ended')) };
    const { broker, store, problems } = openBroker({ readHere: 200 }, { folder });
    const base = updateOf((doc) => doc.getText('t').insert(0, words));
    store.create('doc', { update: base, actor: null });
    await store.keepSnapshot('doc', { sequence: 1, state: base, vector: Y.encodeStateVectorFromUpdate(base) });
    const ana = new Screen('ana', broker).join();
    Y.applyUpdate(
      ana.doc,
      updateOf((doc) => doc.getText('lain').insert(0, 'x')),
      ana,
    );
    ana.ask();
    await settle();

    expect([ana.text, kindsSaid(ana), ana.closed]).toEqual([words, [2, 1], null]);
    expect(problems.map(String)).toContain('Error: the thread ended');
  });

  it('[R28] is read elsewhere for a peer that has caught up with its reading, too', async () => {
    const { broker, ana, clock, go } = await largeDocument();
    await go();
    const budi = new Screen('budi', broker).join();
    await settle();
    budi.ask();
    budi.backlog = 2 ** 20 + 1;
    ana.type('satu ');
    await settle();
    ana.type('dua');
    await clock.pass(2_000);
    budi.backlog = 0;
    await clock.pass(250);
    expect(budi.text).toBe(`${words}satu `);
    await go();

    expect(budi.text).toBe(ana.text);
  });

  it('[R16] is not given to somebody whose right went while it was read', async () => {
    const { broker, go } = await largeDocument();
    await go();
    const budi = new Screen('budi', broker).join();
    Y.applyUpdate(
      budi.doc,
      updateOf((doc) => doc.getText('lain').insert(0, 'x')),
      budi,
    );
    budi.ask();
    budi.mayDo = 'none';
    broker.recheck((peer) => peer === budi);
    const told = budi.sent.length;
    await go();

    expect([budi.closed, budi.sent.length]).toEqual([4403, told]);
  });
});

import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { Broker } from './broker.js';
import { foldHere } from './fold.js';
import { ManualClock, settle } from './manual-clock.js';
import { MemoryRoomStore } from './memory-room-store.js';
import type { StoredNews } from './room-store.js';
import { openBroker, Screen } from './test-screen.js';

/** Two processes on one log, and a line between them that the test may cut. */
function twoProcesses() {
  const store = new MemoryRoomStore();
  store.create('doc');
  const clock = new ManualClock();
  const problems: unknown[] = [];
  const line = { isUp: true, gaps: 0 };
  const brokers: Broker[] = [];
  const process = (name: string) => {
    const others = () => (line.isUp ? brokers.filter((broker) => broker !== own) : []);
    const own: Broker = new Broker({
      store,
      clock,
      onProblem: (problem) => problems.push(problem),
      onStored: (news: StoredNews) => others().forEach((broker) => broker.hear(news)),
      onAwareness: (documentId, entries) =>
        others().forEach((broker) => broker.hearAwareness(documentId, name, entries)),
      observe: { saved: () => undefined, shown: () => undefined, gapRepaired: () => (line.gaps += 1) },
    });
    brokers.push(own);
    return own;
  };
  const [east, west] = [process('east'), process('west')];
  return { store, clock, problems, line, east, west };
}

async function twoScreens() {
  const all = twoProcesses();
  const ana = new Screen('ana', all.east).join();
  const budi = new Screen('budi', all.west).join();
  await settle();
  return { ...all, ana, budi };
}

describe('several processes', () => {
  it('[R36] show what the others stored', async () => {
    const { ana, budi, line, problems } = await twoScreens();
    ana.type('dari timur, ');
    await settle();
    budi.type('dari barat');
    await settle();

    expect([ana.text, budi.text]).toEqual(['dari timur, dari barat', 'dari timur, dari barat']);
    expect([line.gaps, problems]).toEqual([0, []]);
  });

  it('[R36] read what they did not hear of when they hear of something later', async () => {
    const { ana, budi, line } = await twoScreens();
    line.isUp = false;
    ana.type('hilang di jalan, ');
    await settle();
    expect(budi.text).toBe('');
    line.isUp = true;
    ana.type('terdengar');
    await settle();

    expect([budi.text, line.gaps]).toEqual(['hilang di jalan, terdengar', 1]);
  });

  it('[R36] read what they did not hear of when they append themselves', async () => {
    const { ana, budi, line } = await twoScreens();
    line.isUp = false;
    ana.type('a');
    await settle();
    budi.doc.getMap('m').set('b', 1);
    await settle();

    expect([budi.text, line.gaps, budi.saved]).toEqual(['a', 1, [1]]);
  });

  it('[R36] read what they lack when heads are compared', async () => {
    const { ana, budi, line, west } = await twoScreens();
    line.isUp = false;
    for (const letter of 'mufakat') {
      ana.type(letter);
      await settle();
    }
    expect(west.openDocuments()).toEqual(['doc']);
    west.compareHeads(new Map([['doc', 7]]));
    await settle();

    expect(budi.text).toBe('mufakat');
  });

  it('[R36] [R22] give words that waited for others what they build on', async () => {
    const { ana, budi, line, store, west } = await twoScreens();
    line.isUp = false;
    ana.type('dasar');
    await settle();
    Y.applyUpdate(budi.doc, Y.encodeStateAsUpdate(ana.doc), budi);
    budi.doc.getText('t').insert(5, ' dan atap');
    budi.answer();
    await settle();
    expect(store.log('doc')).toHaveLength(1);
    west.compareHeads(new Map([['doc', 1]]));
    await settle();

    expect([budi.saved.at(-1), store.log('doc').length]).toEqual([2, 2]);
  });

  it('[R37] show each other’s peers, and forget one that is not heard of for 45 s', async () => {
    const { ana, budi, clock, east, west } = await twoScreens();
    ana.show(11, 1, { place: 'goal' });
    expect(budi.awareness.flat().map(({ clientId }) => clientId)).toEqual([11]);
    const late = new Screen('citra', west).join();
    expect(late.awareness.flat()).toHaveLength(1);
    expect(east.awareness('doc').map(({ clientId }) => clientId)).toEqual([11]);
    expect(west.awareness('doc')).toEqual([]);
    await clock.pass(45_001);

    expect(new Screen('dewi', west).join().awareness).toEqual([]);
  });

  it('[R37] take nobody’s id away from a peer that is here', async () => {
    const { budi, west } = await twoScreens();
    budi.show(22, 3, { place: 'tasks' });
    west.hearAwareness('doc', 'east', [{ clientId: 22, clock: 9, json: 'null' }]);

    expect(west.awareness('doc')).toHaveLength(1);
  });
});

describe('what does not fit', () => {
  it('[R35] is taken out after it was folded, and its author is told', async () => {
    const mend = (doc: Y.Doc) => {
      const at = doc.getText('t').toString().indexOf('X');
      if (at >= 0) doc.getText('t').delete(at, 1);
    };
    const { broker, clock, store } = openBroker({}, { folder: foldHere(mend) });
    const [ana, budi] = ['ana', 'budi'].map((name) => new Screen(name, broker).join());
    await settle();
    budi!.type('baik ');
    await clock.pass(1_500);
    ana!.type('bukX');
    await clock.pass(1_500);

    expect([ana!.text, budi!.text]).toEqual(['baik buk', 'baik buk']);
    expect([ana!.repairs, budi!.repairs]).toEqual([1, 0]);
    expect(store.log('doc').map(({ actor }) => actor)).toEqual(['budi', 'ana', null]);
    await clock.pass(10_000);
    expect(store.log('doc')).toHaveLength(3);
  });
});

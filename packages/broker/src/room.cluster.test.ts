import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { Broker } from './broker.js';
import { foldHere } from './fold.js';
import { GatedStore } from './gated-store.js';
import { ManualClock, settle } from './manual-clock.js';
import { MemoryRoomStore } from './memory-room-store.js';
import type { StoredNews } from './room-store.js';
import { hasty, openBroker, Screen } from './test-screen.js';

/** Two processes on one log, and a line between them that the test may cut. */
function twoProcesses(store = new MemoryRoomStore()) {
  store.create('doc');
  const clock = new ManualClock();
  const problems: unknown[] = [];
  const line = { isUp: true, carriesEarly: true, gaps: 0 };
  const brokers: Broker[] = [];
  const process = (name: string) => {
    const others = () => (line.isUp ? brokers.filter((broker) => broker !== own) : []);
    const own: Broker = new Broker({
      store,
      clock,
      limits: hasty,
      onProblem: (problem) => problems.push(problem),
      onAccepted: (documentId, updates) => {
        if (line.carriesEarly) others().forEach((broker) => broker.hearEarly(documentId, updates));
      },
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

async function twoScreens(store?: MemoryRoomStore) {
  const all = twoProcesses(store);
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

describe('words that another process has not stored', () => {
  const twoGated = async () => {
    const gated = new GatedStore();
    return { ...(await twoScreens(gated)), gated };
  };
  const textsGiven = ({ sent }: Screen) => sent.filter(([kind, what]) => kind === 0 && what === 2).length;

  it('[R38] are shown at once, and not again when they are stored', async () => {
    const { ana, budi, gated } = await twoGated();
    ana.type('lekas');
    await settle();
    expect([budi.text, gated.log('doc').length, ana.saved]).toEqual(['lekas', 0, []]);
    await gated.open();

    expect([budi.text, textsGiven(budi), ana.saved]).toEqual(['lekas', 1, [1]]);
  });

  it('[R38] are told to nobody who comes, until they are stored', async () => {
    const { ana, budi, gated, west } = await twoGated();
    ana.type('lekas');
    await settle();
    const citra = new Screen('citra', west).join();
    citra.ask();
    await settle();
    const { bytes } = west.counts();
    expect([budi.text, citra.text]).toEqual(['lekas', '']);
    await gated.open();

    expect([citra.text, textsGiven(budi)]).toEqual(['lekas', 1]);
    expect(west.counts().bytes).toBeGreaterThan(bytes);
  });

  it('[R38] are waited for by what builds on them, however often', async () => {
    const { ana, budi, gated } = await twoGated();
    for (const [theirs, ours] of [
      ['Satu, ', 'dua, '],
      ['tiga, ', 'empat.'],
    ] as const) {
      ana.type(theirs);
      await settle();
      budi.type(ours);
      await settle();
      expect(gated.batches).toHaveLength(gated.log('doc').length + 1);
      await gated.open();
      await gated.open();
    }

    expect([ana.text, budi.text]).toEqual(['Satu, dua, tiga, empat.', 'Satu, dua, tiga, empat.']);
    expect([budi.greetings, budi.closed, budi.saved]).toEqual([1, null, [1, 2]]);
    expect(gated.log('doc').map(({ actor }) => actor)).toEqual(['ana', 'budi', 'ana', 'budi']);
  });

  it('[R38] [R15] are waited for also while the rights of who builds on them come into doubt', async () => {
    const { ana, budi, gated, west } = await twoGated();
    ana.type('Satu, ');
    await settle();
    budi.type('dua.');
    await settle();
    budi.mayDo = 'unknown';
    await gated.open();
    expect([budi.closed, gated.log('doc').length]).toEqual([null, 1]);
    budi.mayDo = 'write';
    west.recheck((peer) => peer === budi);
    await settle();
    await gated.open();

    expect([ana.text, budi.closed, budi.saved]).toEqual(['Satu, dua.', null, [1]]);
  });

  it('[R38] [R22] are brought by their author when their process dies, and nothing is lost or doubled', async () => {
    const { ana, budi, clock, gated, line, west } = await twoGated();
    budi.answer();
    ana.type('yatim');
    await settle();
    line.isUp = false;
    budi.type(' piatu');
    await clock.pass(6_000);
    expect([budi.greetings, budi.closed, gated.batches]).toEqual([2, null, [1]]);
    budi.answer();
    await settle();
    const again = new Screen('ana', west);
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(ana.doc));
    again.join().answer();
    await settle();
    await gated.fail();
    await gated.open();
    await gated.open();

    expect([budi.text, again.text, budi.closed]).toEqual(['yatim piatu', 'yatim piatu', null]);
    expect([budi.saved.at(-1), gated.log('doc').map(({ actor }) => actor)]).toEqual([3, ['ana', 'budi']]);
  });

  it('[R38] [R36] are repaired from the log where some of them were not heard of', async () => {
    const { ana, budi, line, west, store } = await twoScreens();
    line.isUp = false;
    ana.type('hilang ');
    await settle();
    line.isUp = true;
    ana.type('terdengar');
    await settle();
    expect(budi.text).toBe('hilang terdengar');
    line.carriesEarly = false;
    ana.type(' juga');
    await settle();
    west.compareHeads(new Map([['doc', 3]]));
    await settle();

    expect([budi.text, store.log('doc').length, line.gaps]).toEqual(['hilang terdengar juga', 3, 1]);
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

import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import { fold } from './fold.js';
import { GatedStore } from './gated-store.js';
import { limits, type Limits } from './limits.js';
import { settle } from './manual-clock.js';
import { MemoryRoomStore } from './memory-room-store.js';
import { openBroker, Screen, updateOf } from './test-screen.js';
import { frames } from './wire.js';

async function twoScreens(gated = new GatedStore(), changes: Partial<Limits> = {}) {
  gated.create('doc');
  const opened = openBroker(changes, { store: gated });
  const ana = new Screen('ana', opened.broker).join();
  const budi = new Screen('budi', opened.broker).join();
  await settle();
  return { ...opened, gated, ana, budi };
}

describe('meeting', () => {
  it('[R1] [R2] tells who joins the generation, greets with step 1, and answers step 1 with the whole, step 2 last', async () => {
    const { store, broker } = openBroker();
    store.create('doc', { update: updateOf((doc) => doc.getText('t').insert(0, 'awal')), actor: null });
    const ana = new Screen('ana', broker).join();
    await settle();
    ana.ask();

    expect([ana.generations, ana.greetings, ana.text]).toEqual([[1], 1, 'awal']);
    expect(ana.sent.slice(2).map(([, kind]) => kind)).toEqual([2, 1]);
  });

  it('[R2] brings somebody who was away what is new, deletions included, whatever was folded meanwhile', async () => {
    const { broker, clock } = openBroker({ tail: 10 });
    const [ana, budi, citra] = ['ana', 'budi', 'citra'].map((name) => new Screen(name, broker).join());
    await settle();
    ana!.type('satu dua tiga');
    await settle();
    budi!.leave();
    ana!.doc.getText('t').delete(0, 5);
    await clock.pass(2_000);
    citra!.leave();
    for (let count = 0; count < 30; count += 1) ana!.type('!');
    ana!.doc.getText('t').delete(0, 4);
    await clock.pass(2_000);
    for (const screen of [budi!, citra!]) {
      screen.join();
      screen.ask();
    }
    ana!.leave();
    ana!.join();
    ana!.ask();

    expect([budi!.text, citra!.text]).toEqual([ana!.text, ana!.text]);
    expect(ana!.text).toBe(`tiga${'!'.repeat(30)}`);
  });

  it('[R3] handles what came while the document was loading, in order', async () => {
    const { broker, store } = openBroker();
    const ana = new Screen('ana', broker).join();
    ana.type('a');
    ana.type('b');
    await settle();

    expect(store.log('doc')).toHaveLength(2);
    expect(ana.saved.at(-1)).toBe(2);
  });

  it('[R3] closes with 4429 when more waits than a room may hold', async () => {
    const { broker } = openBroker({ firstSync: 100, frame: 100 });
    const ana = new Screen('ana', broker).join();
    for (let count = 0; count < 5; count += 1) ana.say(new Uint8Array(60));

    expect(ana.closed).toBe(4429);
  });

  it('[R4] closes with 1013 when loading fails, and tries anew for the next', async () => {
    const store = new MemoryRoomStore();
    store.create('doc');
    const load = store.load.bind(store);
    let fails = true;
    store.load = async (id) => (fails ? Promise.reject(new Error('away')) : load(id));
    const { broker, problems } = openBroker({}, { store });
    const ana = new Screen('ana', broker).join();
    await settle();
    fails = false;
    const again = new Screen('ana', broker).join();
    await settle();

    expect([ana.closed, again.closed, again.greetings, problems.length]).toEqual([1013, null, 1, 1]);
  });

  it('[R4] answers an unknown document and a foreign one alike, with 4404', async () => {
    const { broker } = openBroker();
    const lost = new Screen('ana', broker).join('nowhere');
    const foreign = new Screen('budi', broker);
    foreign.mayDo = 'none';
    foreign.join();
    await settle();

    expect([lost.closed, foreign.closed]).toEqual([4404, 4404]);
  });

  it('[R5] still stores what a peer sent before it left, even while loading', async () => {
    const { broker, store } = openBroker();
    const ana = new Screen('ana', broker).join();
    ana.type('sebelum pergi');
    ana.leave();
    await settle();

    expect(store.log('doc')).toHaveLength(1);
  });

  it('[R6] frees an empty room after 30 s, but not while something is unsaved', async () => {
    const { broker, clock, gated, ana, budi } = await twoScreens();
    ana.type('x');
    await settle();
    ana.leave();
    budi.leave();
    await clock.pass(40_000);
    expect(broker.counts()).toMatchObject({ rooms: 1, peers: 0, oldestUnsaved: 40_000 });
    await gated.open();
    await clock.pass(29_000);
    expect(broker.counts().rooms).toBe(1);
    await clock.pass(1_000);
    expect(broker.counts().rooms).toBe(0);
  });

  it('[R6] frees the longest empty rooms when those without peers hold too much, and none that has peers', async () => {
    const { broker, store } = openBroker({ idleBytes: 250 });
    const names = ['satu', 'dua', 'tiga', 'empat'];
    const update = updateOf((doc) => doc.getText('t').insert(0, 'x'.repeat(80)));
    for (const name of names) store.create(name, { update, actor: null });
    const screens = names.map((name) => new Screen(name, broker).join(name));
    await settle();
    const [satu, dua, tiga, empat] = screens;
    for (const screen of [satu, dua]) screen!.leave();
    satu!.join('satu').leave();
    expect(broker.openDocuments()).toEqual(names);
    tiga!.leave();
    expect(broker.openDocuments()).toEqual(['satu', 'tiga', 'empat']);
    dua!.join('dua');
    await settle();
    dua!.ask();

    expect([dua!.text, empat!.closed]).toEqual(['x'.repeat(80), null]);
  });
});

describe('storing', () => {
  it('[R7] [R9] shows an edit at once, not to its author, and calls it saved only after its append resolved', async () => {
    const { gated, ana, budi } = await twoScreens();
    ana.type('halo');
    await settle();
    expect([budi.text, ana.saved]).toEqual(['halo', []]);
    await gated.open();

    expect([budi.text, ana.saved, budi.saved]).toEqual(['halo', [1], []]);
    expect(ana.sent.filter((frame) => frame[0] === 0 && frame[1] === 2)).toEqual([]);
  });

  it('[R7] gives what was written in one turn as one list, the same one to all who wrote nothing of it', async () => {
    const { broker } = openBroker();
    const [ana, budi, citra, dewi] = ['ana', 'budi', 'citra', 'dewi'].map((name) => new Screen(name, broker).join());
    await settle();
    const given: (readonly Uint8Array[])[] = [];
    for (const reader of [citra, dewi]) {
      const send = reader!.send.bind(reader);
      reader!.send = (messages) => {
        given.push(messages);
        send(messages);
      };
    }
    ana!.type('a');
    budi!.type('b');
    await settle();

    expect(given).toHaveLength(2);
    expect(given[0]).toHaveLength(2);
    expect(given[0]).toBe(given[1]);
    expect([ana, budi, citra].map((screen) => screen!.text.length)).toEqual([2, 2, 2]);
  });

  it('[R8] gathers what arrives during an append into the next one', async () => {
    const { gated, ana, budi } = await twoScreens();
    ana.type('1');
    await settle();
    ana.type('2');
    ana.type('3');
    budi.type('4');
    await settle();
    await gated.open();
    await gated.open();

    expect(gated.batches).toEqual([1, 3]);
    expect([ana.saved.at(-1), budi.saved.at(-1)]).toEqual([3, 1]);
  });

  it('[R8] begins the append of a busy document after 20 ms or when 8 messages wait, and at once when it was quiet', async () => {
    const { appendEvery, appendEnough } = limits;
    const { clock, gated, ana, budi } = await twoScreens(new GatedStore(), { appendEvery, appendEnough });
    ana.type('1');
    await settle();
    expect(gated.batches).toEqual([1]);
    await gated.open();
    for (const letter of '234') ana.type(letter);
    await clock.pass(19);
    expect(gated.batches).toEqual([1]);
    await clock.pass(1);
    expect(gated.batches).toEqual([1, 3]);
    await gated.open();
    for (const letter of '567890ab') budi.type(letter);
    await settle();
    expect(gated.batches).toEqual([1, 3, 8]);
    await gated.open();
    await clock.pass(20);
    ana.type('c');
    await settle();

    expect([gated.batches, ana.saved, budi.saved]).toEqual([[1, 3, 8, 1], [1, 4], [8]]);
  });

  it('[R9] lets the word that something is saved travel with what is shown next, or go alone after 5 ms', async () => {
    const { savedWithin } = limits;
    const { clock, gated, ana, budi } = await twoScreens(new GatedStore(), { savedWithin });
    const writes: number[] = [];
    const send = ana.send.bind(ana);
    ana.send = (messages) => {
      writes.push(messages.length);
      send(messages);
    };
    ana.type('1');
    await settle();
    await gated.open();
    expect([ana.saved, writes]).toEqual([[1], [1]]);

    ana.type('2');
    await settle();
    ana.type('3');
    await settle();
    await gated.open();
    expect(ana.saved).toEqual([1]);
    budi.type('4');
    await settle();
    expect([ana.saved, writes]).toEqual([
      [1, 2],
      [1, 2],
    ]);
    await gated.open();
    expect(ana.saved).toEqual([1, 2]);
    await clock.pass(5);

    expect([ana.saved, writes]).toEqual([
      [1, 2, 3],
      [1, 2, 1],
    ]);
  });

  it('[R14] waits for nothing when it drains', async () => {
    const { broker, gated, ana, budi } = await twoScreens(new GatedStore(), { appendEvery: 20 });
    ana.type('1');
    await settle();
    await gated.open();
    budi.type('2');
    await settle();
    expect(gated.batches).toEqual([1]);
    const drained = broker.drain();
    await gated.open();
    await drained;

    expect([gated.batches, budi.saved, budi.closed]).toEqual([[1, 1], [1], 1012]);
  });

  it('[R10] tries a failed append again with growing pauses, says nothing is saved, and loses nothing', async () => {
    const { gated, clock, problems, ana, budi } = await twoScreens();
    ana.type('tetap');
    await settle();
    await gated.fail();
    await clock.pass(200);
    await gated.fail();
    await clock.pass(399);
    expect(gated.batches).toHaveLength(2);
    await clock.pass(1);
    expect([gated.batches.length, ana.saved.length, problems.length]).toEqual([3, 0, 2]);
    await gated.open();

    expect([ana.saved, budi.text]).toEqual([[1], 'tetap']);
  });

  it('[R11] says so after 5 s, refuses new text with 1013, serves readers, and says when it works again', async () => {
    const { broker, gated, clock, ana, budi } = await twoScreens();
    ana.type('menunggu');
    await settle();
    await clock.pass(5_000);
    const late = new Screen('citra', broker).join();
    late.ask();
    budi.type('ditolak');
    await settle();

    expect([ana.storage, late.storage, budi.closed, late.closed]).toEqual([[1], [1], 1013, null]);
    await gated.open();
    expect([ana.storage, ana.saved, late.text]).toEqual([[1, 0], [1], 'menunggu']);
  });

  it('[R12] does not store again what is known, yet counts it in its turn', async () => {
    const { store, broker } = openBroker();
    const ana = new Screen('ana', broker).join();
    await settle();
    ana.type('sekali');
    ana.doc.getText('t').delete(0, 1);
    await settle();
    ana.say(frames.answer(Y.encodeStateAsUpdate(ana.doc)));
    await settle();

    expect([store.log('doc').length, ana.saved.at(-1)]).toEqual([2, 3]);
  });

  it('[R13] folds to the same document in fewer bytes', () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let index = 0; index < 300; index += 1) doc.getText('t').insert(index, 'x');
    doc.getText('t').delete(0, 200);
    const [base = new Uint8Array([0, 0]), ...tail] = updates;
    const folded = fold(base, tail);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, folded);

    expect(copy.getText('t').toString()).toBe(doc.getText('t').toString());
    expect(folded.length).toBeLessThan(200);
  });

  it('[R13] keeps a snapshot of what is in the log, and nothing else, of which the next room makes use', async () => {
    const { broker, gated, clock, ana, budi } = await twoScreens();
    for (let count = 0; count < 200; count += 1) ana.type('x');
    await settle();
    await gated.open();
    await gated.open();
    ana.type('belum tersimpan');
    await clock.pass(1_500);
    const snapshot = gated.snapshot('doc');
    const kept = new Y.Doc();
    Y.applyUpdate(kept, snapshot!.state);
    expect([snapshot!.sequence, kept.getText('t').toString()]).toEqual([2, 'x'.repeat(200)]);
    await gated.open();
    ana.leave();
    budi.leave();
    await clock.pass(30_000);
    const late = new Screen('citra', broker).join();
    await settle();
    late.ask();

    expect(late.text).toBe(`${'x'.repeat(200)}belum tersimpan`);
  });

  it('[R13] keeps a snapshot of a few large edits, too', async () => {
    const { broker, store, clock } = openBroker();
    const ana = new Screen('ana', broker).join();
    await settle();
    ana.type('x'.repeat(70_000));
    await clock.pass(1_500);

    expect(store.snapshot('doc')?.sequence).toBe(1);
  });

  it('[R13] keeps what was folded when the room is freed', async () => {
    const { broker, store, clock } = openBroker();
    const ana = new Screen('ana', broker).join();
    await settle();
    ana.type('sedikit');
    await clock.pass(1_500);
    expect(store.snapshot('doc')).toBeNull();
    ana.leave();
    await clock.pass(30_000);

    expect(store.snapshot('doc')?.sequence).toBe(1);
  });

  it('[R13] folds its own tail and goes on serving the same text', async () => {
    const { broker } = openBroker({ tail: 10 });
    const ana = new Screen('ana', broker).join();
    await settle();
    for (let index = 0; index < 50; index += 1) ana.type('x');
    await settle();
    const late = new Screen('budi', broker).join();
    late.ask();
    ana.type('y');
    await settle();

    expect(late.text).toBe(ana.text);
  });

  it('[R14] drains: stores what was taken, says saved, closes with 1012, and lets nobody in', async () => {
    const { broker, gated, ana, budi } = await twoScreens();
    ana.type('terakhir');
    await settle();
    const drained = broker.drain();
    await gated.open();
    await drained;

    expect([ana.saved, ana.closed, budi.closed]).toEqual([[1], 1012, 1012]);
    expect(new Screen('citra', broker).join().closed).toBe(1012);
  });

  it.each([
    ['while it folds', 300, 0],
    ['after it folded', 1, 2_000],
  ])('[R14] asks nothing more of storage afterwards, drained %s', async (_when, edits, milliseconds) => {
    const { broker, store, clock, problems } = openBroker();
    const ana = new Screen('ana', broker).join();
    await settle();
    for (let count = 0; count < edits; count += 1) ana.type('x');
    await settle();
    await clock.pass(milliseconds);
    await broker.drain();
    store.keepSnapshot = () => Promise.reject(new Error('closed'));
    await clock.pass(60_000);

    expect([ana.closed, problems]).toEqual([1012, []]);
  });

  it('[R14] does not wait for storage longer than 2 s', async () => {
    const { broker, clock, ana } = await twoScreens();
    ana.type('x');
    await settle();
    const drained = broker.drain();
    await clock.pass(2_000);
    await drained;

    expect([ana.saved, ana.closed]).toEqual([[], 1012]);
  });
});

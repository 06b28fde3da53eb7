import { describe, expect, it } from '@jest/globals';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { settle } from './manual-clock.js';
import { crafted, openBroker, Screen, updateOf } from './test-screen.js';
import { frames } from './wire.js';

async function twoScreens(changes = {}) {
  const opened = openBroker(changes);
  const ana = new Screen('ana', opened.broker).join();
  const budi = new Screen('budi', opened.broker).join();
  await settle();
  return { ...opened, ana, budi };
}

/** What became of a frame that ana sent: her close code, what was stored, and whether budi was left in peace. */
async function fate(frame: Uint8Array, changes = {}) {
  const { ana, budi, store, problems } = await twoScreens(changes);
  const heard = budi.sent.length;
  ana.say(frame);
  await settle();
  const stored = store.log('doc').length;
  budi.type('masih jalan');
  await settle();
  expect([budi.closed, budi.sent.length - heard, budi.saved, problems]).toEqual([null, 1, [1], []]);
  return [ana.closed, stored];
}

const inXml = (edit: (element: Y.XmlElement) => void) =>
  updateOf((doc) => {
    const element = new Y.XmlElement('p');
    doc.getXmlFragment('default').insert(0, [element]);
    edit(element);
  });

const deepValue = (depth: number): unknown => (depth === 0 ? 0 : [deepValue(depth - 1)]);

describe('what cannot be read', () => {
  it.each<[string, Uint8Array]>([
    ['an empty frame', new Uint8Array()],
    ['an unknown message', crafted(77)],
    ['an unknown sync message', crafted(0, 9, 0)],
    ['an endless number', new Uint8Array(30).fill(255)],
    ['two messages in one frame', crafted(3, 3)],
    ['a broken update', frames.update(crafted(1, 1, 7, 0, 255))],
    ['an update with something behind it', frames.update(new Uint8Array([0, 0, 1]))],
    ['2^31 structs announced', frames.update(crafted(1, 2 ** 31, 7, 0))],
    ['a broken state vector', crafted(0, 0, 1, 200)],
    ['awareness that is not JSON', frames.awareness([{ clientId: 1, clock: 1, json: '{' }])],
    ['awareness that is a list', frames.awareness([{ clientId: 1, clock: 1, json: '[]' }])],
  ])('[R17] [R34] is closed with 4400 and touches nobody else: %s', async (_what, frame) => {
    expect(await fate(frame)).toEqual([4400, 0]);
  });

  it('[R18] is a length that reaches beyond the frame, also where the frame is a part of a larger buffer', async () => {
    const pool = new Uint8Array(200).fill(65);
    pool.set([0, 2, 100], 50);

    expect(await fate(pool.subarray(50, 60))).toEqual([4400, 0]);
  });

  it.each<[string, Uint8Array]>([
    ['a key of a map', updateOf((doc) => doc.getMap('m').set('__proto__', 1))],
    ['a root type', updateOf((doc) => doc.getMap('constructor').set('a', 1))],
    ['an attribute of an element', inXml((element) => element.setAttribute('prototype', 'x'))],
    [
      'a plain value',
      updateOf((doc) => doc.getMap('m').set('a', JSON.parse('{"b":[{"__proto__":{"isAdmin":true}}]}'))),
    ],
    ['a mark', updateOf((doc) => doc.getText('t').insert(0, 'x', JSON.parse('{"constructor":true}')))],
    ['the value of a mark', updateOf((doc) => doc.getText('t').insert(0, 'x', { a: { prototype: 1 } }))],
    ['a value too deep', updateOf((doc) => doc.getMap('m').set('a', deepValue(40)))],
    ['a subdocument', updateOf((doc) => doc.getMap('m').set('a', new Y.Doc()))],
  ])('[R19] is a forbidden key or value: %s', async (_where, update) => {
    expect(await fate(frames.update(update))).toEqual([4400, 0]);
  });

  it('[R19] is not a word of prose that happens to be a forbidden key', async () => {
    const { ana, store } = await twoScreens();
    ana.type('__proto__ constructor');
    await settle();

    expect([ana.closed, store.log('doc').length]).toEqual([null, 1]);
  });
});

describe('clocks and predecessors', () => {
  it.each<[string, Uint8Array]>([
    ['a stretch of 2^52', crafted(1, 1, 7, 0, 0, 2 ** 52, 0)],
    ['a leap of over a million', crafted(1, 1, 7, 0, 0, 1_000_001, 0)],
    ['an empty stretch', crafted(1, 1, 7, 0, 0, 0, 0)],
    ['a deletion beyond every clock', crafted(0, 1, 7, 1, 2 ** 40, 1)],
  ])('[R20] are refused when they are %s', async (_what, update) => {
    expect(await fate(frames.update(update))).toEqual([4400, 0]);
  });

  it('[R21] [R9] asks once for what is missing, and counts what waited only with the whole answer', async () => {
    const { ana, store, budi } = await twoScreens();
    ana.answer();
    const first = updateOf((doc) => doc.getText('t').insert(0, 'awal '), 7);
    const whole = new Y.Doc();
    Y.applyUpdate(whole, first);
    whole.clientID = 7;
    whole.getText('t').insert(5, 'lanjut');
    ana.say(frames.update(Y.encodeStateAsUpdate(whole, Y.encodeStateVectorFromUpdate(first))));
    await settle();
    expect([store.log('doc').length, ana.greetings, ana.saved]).toEqual([0, 2, [1]]);
    ana.answer(Y.encodeStateAsUpdate(whole));
    await settle();

    expect([budi.text, ana.saved.at(-1), ana.closed]).toEqual(['awal lanjut', 3, null]);
  });

  it('[R21] closes with 4400 when the answer is not whole, and when it happens again', async () => {
    const orphan = crafted(1, 1, 7, 5, 0, 1, 0);
    const { ana, budi, store } = await twoScreens();
    ana.answer();
    ana.say(frames.update(orphan));
    await settle();
    ana.answer(orphan);
    budi.answer();
    budi.say(frames.update(crafted(1, 1, 8, 5, 0, 1, 0)));
    await settle();
    budi.answer();
    budi.say(frames.update(crafted(1, 1, 9, 5, 0, 1, 0)));
    await settle();

    expect([ana.closed, budi.closed, store.log('doc').length]).toEqual([4400, 4400, 0]);
  });

  it('[R21] sees two texts that wait for each other', async () => {
    const { ana, store } = await twoScreens();
    const circle = encoding.encode((encoder) => {
      for (const number of [2, 1, 8, 0]) encoding.writeVarUint(encoder, number);
      writeOrphan(encoder, 7);
      for (const number of [1, 7, 0]) encoding.writeVarUint(encoder, number);
      writeOrphan(encoder, 8);
      encoding.writeVarUint(encoder, 0);
    });
    ana.answer();
    ana.say(frames.update(circle));
    await settle();

    expect([ana.greetings, store.log('doc').length, ana.closed]).toEqual([2, 0, null]);
  });
});

describe('client ids', () => {
  it('[R22] belong to the first who writes with them: new text of another person is 4409', async () => {
    const { ana, budi, store } = await twoScreens();
    ana.type('milik ana');
    await settle();
    budi.doc.clientID = ana.doc.clientID;
    budi.type('palsu');
    await settle();

    expect([budi.closed, ana.closed, store.log('doc').length]).toEqual([4409, null, 1]);
  });

  it('[R22] outlive the room, and follow the person to another screen', async () => {
    const { broker, clock, ana, budi, store } = await twoScreens();
    ana.type('dulu ');
    await settle();
    ana.leave();
    budi.leave();
    await clock.pass(60_000);
    const again = new Screen('ana', broker).join();
    again.ask();
    await settle();
    again.doc.clientID = ana.doc.clientID;
    again.type('kini');
    await settle();

    expect([broker.counts().rooms, again.closed, store.log('doc').length]).toEqual([1, null, 2]);
  });

  it('[R22] of others are left aside in an answer, as words which a dying server did not store', async () => {
    const { ana, budi, broker, store } = await twoScreens();
    ana.type('dari ana');
    await settle();
    ana.leave();
    ana.type(' tak tersimpan');
    const [citra, reader] = ['citra', 'dewi'].map((name) => new Screen(name, broker));
    for (const screen of [citra!, reader!]) Y.applyUpdate(screen.doc, Y.encodeStateAsUpdate(ana.doc), screen);
    citra!.doc.getMap('m').set('milik', 'citra');
    reader!.mayDo = 'read';
    for (const screen of [citra!, reader!]) screen.join().answer();
    await settle();

    expect([citra!.closed, reader!.closed, citra!.saved, reader!.saved]).toEqual([null, null, [1], [1]]);
    expect([budi.text, budi.doc.getMap('m').get('milik'), store.log('doc').length]).toEqual(['dari ana', 'citra', 2]);
  });

  it('[R22] are bound before anybody is shown what was written under them', async () => {
    const { ana, budi, store } = await twoScreens();
    const { bind } = store.clientIds;
    let commit = () => {};
    store.clientIds.bind = (...given) => new Promise((bound) => (commit = () => bound(bind(...given))));
    ana.type('dari ana');
    await settle();
    expect([budi.text, store.log('doc').length]).toEqual(['', 0]);
    commit();
    await settle();
    expect([budi.text, store.log('doc').length]).toEqual(['dari ana', 1]);
  });

  it('[R22] of others are left aside also when an answer comes twice', async () => {
    const { ana, budi, broker, store } = await twoScreens();
    ana.type('dari ana');
    await settle();
    ana.leave();
    ana.type(' tak tersimpan');
    const citra = new Screen('citra', broker);
    Y.applyUpdate(citra.doc, Y.encodeStateAsUpdate(ana.doc), citra);
    citra.doc.getMap('m').set('milik', 'citra');
    citra.join().answer();
    citra.say(frames.answer(Y.encodeStateAsUpdate(citra.doc)));
    await settle();

    expect([citra.closed, citra.saved.at(-1), store.log('doc').length]).toEqual([null, 2, 2]);
    expect([budi.text, budi.doc.getMap('m').get('milik')]).toEqual(['dari ana', 'citra']);
  });

  it('[R22] of others are not left aside where a peer brings only what it wrote', async () => {
    const { ana, broker, store } = await twoScreens();
    ana.type('dari ana');
    await settle();
    const page = new Screen('budi', broker);
    page.bringsOwnOnly = true;
    page.doc.clientID = ana.doc.clientID;
    page.type('dari budi, lebih panjang');
    page.join().answer();
    await settle();
    expect([page.closed, page.saved, store.log('doc').length]).toEqual([4409, [], 1]);
  });

  it('[R22] keep what builds on such words waiting, until their author brings them again', async () => {
    const { ana, budi, citra } = await withGhost();
    citra.type('!');
    await settle();
    expect([citra.closed, citra.saved, budi.text]).toEqual([null, [], 'a']);
    ana.join().answer();
    await settle();

    expect([budi.text, citra.saved.at(-1)]).toEqual(['ana dan citra!', 2]);
  });

  it('[R22] are not given away while somebody else shows himself under them, nor called another’s in silence', async () => {
    const { ana, budi, broker, store } = await twoScreens();
    ana.show(77, 1, {});
    budi.doc.clientID = 77;
    budi.type('palsu');
    await settle();
    expect([budi.closed, store.log('doc').length]).toEqual([4409, 0]);
    const citra = new Screen('citra', broker).join();
    citra.doc.clientID = 88;
    citra.type('lebih dulu');
    await settle();
    ana.doc.clientID = 88;
    ana.leave();
    ana.type('di luar jaringan');
    ana.join();
    ana.show(88, 1, {});
    ana.answer();
    await settle();

    expect([ana.closed, store.log('doc').length]).toEqual([4409, 1]);
  });

  it('[R22] do not wait for each other for ever: what can be taken in is taken in', async () => {
    const { ana, budi, broker } = await twoScreens();
    ana.type('a');
    await settle();
    budi.type('b');
    await settle();
    const screens = [ana, budi];
    for (const screen of screens) screen.leave();
    // Each went on with what the other had written last, and no server stored any of it.
    for (let turn = 0; turn < 6; turn += 1) {
      const [one, other] = [screens[turn % 2]!, screens[(turn + 1) % 2]!];
      Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc), one);
      one.type(one.name[0]!);
      one.doc.getMap('m').set(`${turn}`, one.name);
    }
    for (const screen of screens) screen.join().answer();
    await settle();

    const late = new Screen('citra', broker).join();
    await settle();
    late.ask();
    expect([late.text, late.doc.getMap('m').size]).toEqual(['abababab', 6]);
    expect([ana.closed, budi.closed, ana.saved, budi.saved]).toEqual([null, null, [1, 1], [1, 1]]);
  });

  it('[R22] close with 4409 what builds on words that never come', async () => {
    const { budi, citra, clock } = await withGhost();
    await clock.pass(30_000);

    expect([citra.closed, budi.text]).toEqual([4409, 'a']);
  });

  it('[R22] close with 4409 what builds on words that never come, however often it is brought meanwhile', async () => {
    const { budi, citra, clock } = await withGhost();
    for (let time = 0; time < 5; time += 1) {
      await clock.pass(5_000);
      citra.leave();
      citra.join().answer();
      await settle();
    }
    expect(citra.closed).toBeNull();
    await clock.pass(5_000);

    expect([citra.closed, budi.text]).toEqual([4409, 'a']);
  });

  it('[R22] let what a peer without a socket wrote upon such words wait for them, too', async () => {
    const { ana, budi, broker } = await twoScreens();
    ana.type('a');
    await settle();
    ana.leave();
    ana.type('na');
    const citra = new Screen('citra', broker);
    citra.bringsOwnOnly = true;
    Y.applyUpdate(citra.doc, Y.encodeStateAsUpdate(ana.doc), citra);
    const seen = Y.encodeStateVector(citra.doc);
    citra.type('!');
    citra.join().say(frames.answer(Y.encodeStateAsUpdate(citra.doc, seen)));
    await settle();
    expect([citra.closed, citra.saved, budi.text]).toEqual([null, [], 'a']);
    ana.join().answer();
    await settle();

    expect([citra.closed, citra.saved, budi.text]).toEqual([null, [1], 'ana!']);
  });

  it('[R22] come at most 64 at a time', async () => {
    const many = Y.mergeUpdates(
      Array.from({ length: 65 }, (_none, index) => updateOf((doc) => doc.getText('t').insert(0, 'x'), index + 1)),
    );

    expect(await fate(frames.update(many))).toEqual([4413, 0]);
  });

  it('[R23] may repeat the same text, which is dropped, but not bring another text for its place', async () => {
    const { ana, store } = await twoScreens();
    const update = updateOf((doc) => doc.getText('t').insert(0, 'asli'), 7);
    ana.say(frames.update(update));
    ana.say(frames.update(update));
    await settle();
    expect([ana.saved.at(-1), store.log('doc').length, ana.closed]).toEqual([2, 1, null]);
    ana.say(frames.update(updateOf((doc) => doc.getText('t').insert(0, 'lain'), 7)));
    await settle();

    expect([ana.closed, store.log('doc').length]).toEqual([4409, 1]);
  });

  it('[R23] let a repeat that goes further add only what is new', async () => {
    const { ana, budi, store } = await twoScreens();
    const doc = new Y.Doc();
    doc.clientID = 7;
    doc.getText('t').insert(0, 'satu');
    ana.say(frames.update(Y.encodeStateAsUpdate(doc)));
    doc.getText('t').insert(4, ' dua');
    ana.say(frames.update(Y.encodeStateAsUpdate(doc)));
    await settle();

    const kept = store.log('doc').map(({ update }) => Y.parseUpdateMeta(update).from.get(7));
    expect([budi.text, ana.closed, kept]).toEqual(['satu dua', null, [0, 4]]);
  });

  it('[R24] that stand without an owner are the server’s', async () => {
    const { store, broker } = openBroker();
    const start = updateOf((doc) => doc.getText('t').insert(0, 'awal'), 1);
    store.create('doc', { update: start, actor: null });
    const ana = new Screen('ana', broker).join();
    await settle();
    ana.ask();
    await settle();
    ana.doc.clientID = 1;
    ana.type('!');
    await settle();

    expect([ana.closed, store.log('doc').length]).toEqual([4409, 1]);
  });
});

/** Citra saw words of ana which no server stored, and wrote on. */
async function withGhost() {
  const all = await twoScreens();
  const { ana, broker } = all;
  ana.type('a');
  await settle();
  ana.leave();
  ana.type('na');
  const citra = new Screen('citra', broker);
  Y.applyUpdate(citra.doc, Y.encodeStateAsUpdate(ana.doc), citra);
  citra.type(' dan citra');
  citra.join().answer();
  await settle();
  return { ...all, citra };
}

/** A one-letter text whose left neighbour is the first letter of another client. */
function writeOrphan(encoder: encoding.Encoder, leftClient: number): void {
  encoding.writeUint8(encoder, 0b1000_0100);
  encoding.writeVarUint(encoder, leftClient);
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarString(encoder, 'x');
}

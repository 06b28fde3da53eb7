import { describe, expect, it } from '@jest/globals';
import * as Y from 'yjs';
import type { BrokerSettings } from './broker.js';
import type { Limits } from './limits.js';
import { settle } from './manual-clock.js';
import { MemoryRoomStore } from './memory-room-store.js';
import { openBroker, Screen, updateOf } from './test-screen.js';
import { frames } from './wire.js';

async function twoScreens(changes: Partial<Limits> = {}, settings: Partial<BrokerSettings> = {}) {
  const opened = openBroker(changes, settings);
  const ana = new Screen('ana', opened.broker).join();
  const budi = new Screen('budi', opened.broker).join();
  await settle();
  return { ...opened, ana, budi };
}

/** A store that says to whom a client id belongs when the test lets it. */
async function slowBindings() {
  const store = new MemoryRoomStore();
  const bindings = { answer: (): void => undefined };
  const { bind } = store.clientIds;
  store.clientIds.bind = async (...asked) => {
    await new Promise<void>((done) => (bindings.answer = done));
    return bind(...asked);
  };
  store.create('doc');
  return { ...(await twoScreens({}, { store })), store, bindings };
}

describe('rights', () => {
  it('[R15] are asked for each message: a writer who may only read from now on is closed with 4403', async () => {
    const { ana, budi, store } = await twoScreens();
    ana.type('boleh');
    await settle();
    ana.mayDo = 'read';
    ana.type(' tidak');
    await settle();

    expect([ana.closed, budi.text, store.log('doc').length]).toEqual([4403, 'boleh', 1]);
  });

  it('[R15] let a reader read, be seen, and answer the greeting with nothing new', async () => {
    const { ana, budi, broker } = await twoScreens();
    ana.type('abc');
    ana.doc.getText('t').delete(0, 1);
    await settle();
    const reader = new Screen('citra', broker);
    reader.mayDo = 'read';
    reader.join();
    reader.ask();
    reader.answer();
    reader.show(5, 1, { place: 'goal' });
    await settle();

    expect([reader.closed, reader.text, reader.saved]).toEqual([null, 'bc', [1]]);
    expect(budi.awareness.flat().map(({ clientId }) => clientId)).toContain(5);
  });

  it('[R15] refuse a reader who deletes in the answer to the greeting', async () => {
    const { ana, budi, broker } = await twoScreens();
    ana.type('abc');
    await settle();
    const reader = new Screen('citra', broker);
    reader.mayDo = 'read';
    reader.join();
    reader.ask();
    const heard = budi.sent.length;
    reader.doc.getText('t').delete(0, 3);
    reader.answer();
    await settle();

    expect([reader.closed, budi.sent.length, budi.text]).toEqual([4403, heard, 'abc']);
  });

  it('[R15] refuse a reader who brings words of his own in the answer, under the id he shows', async () => {
    const { broker, store } = await twoScreens();
    const reader = new Screen('citra', broker);
    reader.mayDo = 'read';
    reader.join();
    reader.show(reader.doc.clientID, 1, {});
    reader.type('diam-diam');
    await settle();
    const again = new Screen('citra', broker);
    again.mayDo = 'read';
    again.type('luring');
    again.join();
    again.show(again.doc.clientID, 1, {});
    again.answer();
    await settle();

    expect([reader.closed, again.closed, store.log('doc').length]).toEqual([4403, 4403, 0]);
  });

  it('[R15] that are gone close with 4403 at the next message', async () => {
    const { ana } = await twoScreens();
    ana.mayDo = 'none';
    ana.ask();

    expect(ana.closed).toBe(4403);
  });

  it('[R15] [R16] that are being decided keep messages waiting, which are handled when they are decided', async () => {
    const { ana, budi, broker } = await twoScreens();
    ana.mayDo = 'unknown';
    ana.type('menunggu');
    await settle();
    expect([ana.closed, budi.text]).toEqual([null, '']);
    ana.mayDo = 'write';
    broker.recheck((peer) => peer === ana);
    await settle();
    expect(budi.text).toBe('menunggu');
    ana.mayDo = 'unknown';
    ana.type(' terlambat');
    ana.mayDo = 'read';
    broker.recheck((peer) => peer === ana);
    await settle();

    expect([ana.closed, budi.text]).toEqual([4403, 'menunggu']);
  });

  it('[R15] that come into doubt while the store is asked keep the words waiting, and do not close', async () => {
    const { ana, budi, broker, store, bindings } = await slowBindings();
    ana.type('pertama');
    ana.mayDo = 'unknown';
    bindings.answer();
    await settle();
    expect([ana.closed, budi.text]).toEqual([null, '']);
    ana.mayDo = 'write';
    broker.recheck((peer) => peer === ana);
    ana.mayDo = 'unknown';
    await settle();
    expect([ana.closed, budi.text]).toEqual([null, '']);
    ana.mayDo = 'write';
    broker.recheck((peer) => peer === ana);
    await settle();

    expect([ana.closed, budi.text, store.log('doc').length]).toEqual([null, 'pertama', 1]);
  });

  it('[R15] that are lost while the store is asked lose the words too', async () => {
    const { ana, budi, broker, store, bindings } = await slowBindings();
    ana.type('pertama');
    ana.mayDo = 'unknown';
    bindings.answer();
    await settle();
    ana.mayDo = 'read';
    broker.recheck((peer) => peer === ana);
    await settle();

    expect([ana.closed, budi.text, store.log('doc').length]).toEqual([4403, '', 0]);
  });

  it('[R15] [R22] that are in doubt keep words that wait for others waiting', async () => {
    const { ana, budi, broker, store } = await twoScreens();
    const base = new Y.Doc();
    base.getText('t').insert(0, 'dasar');
    Y.applyUpdate(budi.doc, Y.encodeStateAsUpdate(base), budi);
    budi.doc.getText('t').insert(5, ' dan atap');
    budi.answer();
    Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(base), ana);
    budi.mayDo = 'unknown';
    ana.say(frames.update(Y.encodeStateAsUpdate(base)));
    await settle();
    expect([budi.closed, store.log('doc').length]).toEqual([null, 1]);
    budi.mayDo = 'write';
    broker.recheck((peer) => peer === budi);
    await settle();

    expect([budi.closed, ana.text]).toEqual([null, 'dasar dan atap']);
  });

  it('[R16] that are gone close at once on recheck, and no further byte is sent', async () => {
    const { ana, budi, broker } = await twoScreens();
    ana.mayDo = 'none';
    broker.recheck((peer, documentId) => peer.identity.id === 'ana' && documentId === 'doc');
    const heard = ana.sent.length;
    budi.type('setelah itu');
    await settle();

    expect([ana.closed, ana.sent.length, budi.closed]).toEqual([4403, heard, null]);
  });
});

describe('limits', () => {
  it('[R25] close with 4413: a frame, an update, too many structs, a document too large', async () => {
    const large = updateOf((doc) => doc.getText('t').insert(0, 'x'.repeat(600)));
    const codes = [];
    for (const changes of [{ frame: 500 }, { update: 500 }, { structs: 0 }, { state: 500 }]) {
      const { ana, store } = await twoScreens(changes);
      ana.say(frames.update(large));
      await settle();
      codes.push([ana.closed, store.log('doc').length]);
    }

    expect(codes).toEqual(Array.from({ length: 4 }, () => [4413, 0]));
  });

  it('[R25] close with 4413 who names one root type too many, also after the others were folded', async () => {
    const { ana, budi, clock, store } = await twoScreens({ rootTypes: 2 });
    ana.type('satu');
    ana.doc.getMap('m').set('dua', 2);
    await clock.pass(2_000);
    ana.type(', lagi');
    await settle();
    expect([ana.closed, store.log('doc').length]).toEqual([null, 3]);
    budi.doc.getArray('tiga').push([3]);
    await settle();

    expect([budi.closed, store.log('doc').length, ana.closed]).toEqual([4413, 3, null]);
  });

  it('[R25] let an answer to the greeting be larger than a frame, once per greeting', async () => {
    const { ana, store } = await twoScreens({ frame: 500, update: 500 });
    const large = updateOf((doc) => doc.getText('t').insert(0, 'x'.repeat(600)));
    ana.answer(large);
    await settle();
    expect([ana.closed, store.log('doc').length]).toEqual([null, 1]);
    ana.answer(large);

    expect(ana.closed).toBe(4413);
  });

  it('[R26] close with 4429 beyond the burst, which fills again with time', async () => {
    const { ana, budi, clock } = await twoScreens({ framesPerSecond: 10, burst: 2 });
    for (let count = 0; count < 20; count += 1) ana.say(new Uint8Array([3]));
    await clock.pass(1_000);
    for (let count = 0; count < 10; count += 1) ana.say(new Uint8Array([3]));
    expect(ana.closed).toBeNull();
    ana.say(new Uint8Array([3]));
    for (let count = 0; count < 21; count += 1) budi.ask();

    expect([ana.closed, budi.closed]).toEqual([4429, 4429]);
  });

  it('[R26] count bytes, and messages that need the whole document, on their own', async () => {
    const { ana, budi } = await twoScreens({ bytesPerSecond: 100, heavyPerSecond: 2, burst: 2 });
    ana.show(1, 1, { place: 'x'.repeat(300) });
    for (let count = 0; count < 5; count += 1) budi.ask();

    expect([ana.closed, budi.closed]).toEqual([4429, 4429]);
  });

  it('[R27] bound the sockets of a document with 1013 and those of a person with 4429', async () => {
    const { broker, ana } = await twoScreens({ socketsPerDocument: 3, socketsPerPerson: 2 });
    const second = new Screen('ana', broker).join();
    expect([new Screen('ana', broker).join().closed, new Screen('citra', broker).join().closed]).toEqual([4429, 1013]);
    second.leave();
    second.leave();

    expect([new Screen('ana', broker).join().closed, ana.closed]).toEqual([null, null]);
  });

  it('[R28] give a slow reader nothing more until it has read, and then all it missed, at once', async () => {
    const { ana, budi, clock } = await twoScreens({ behind: 1000, unsent: 5000 });
    ana.type('sampai ');
    await settle();
    budi.backlog = 1001;
    ana.type('ini masih ');
    await settle();
    const given = budi.sent.length;
    ana.type('yang terlewat');
    ana.doc.getText('t').delete(0, 7);
    ana.show(1, 1, { place: 'a' });
    await clock.pass(5_000);
    expect([budi.sent.length, budi.text]).toEqual([given, 'sampai ini masih ']);
    budi.backlog = 500;
    await clock.pass(250);
    expect([budi.text, budi.closed]).toEqual(['ini masih yang terlewat', null]);
    ana.type('!');
    await settle();

    expect(budi.text).toBe('ini masih yang terlewat!');
  });

  it('[R28] close with 1013 who reads nothing for 10 s, but not who reads slowly, and who leaves far too much', async () => {
    const { ana, budi, broker, clock } = await twoScreens({ behind: 1000, unsent: 5000 });
    const citra = new Screen('citra', broker).join();
    [budi.backlog, citra.backlog] = [2000, 2000];
    ana.type('x');
    await settle();
    for (let second = 0; second < 12; second += 1) {
      citra.backlog -= 50;
      await clock.pass(1_000);
    }
    expect([budi.closed, citra.closed]).toEqual([1013, null]);
    const dewi = new Screen('dewi', broker).join();
    dewi.backlog = 5001;
    ana.type('y');
    await settle();

    expect([dewi.closed, ana.saved.at(-1)]).toEqual([1013, 2]);
  });

  it('[R34] keep serving the others when one transport throws', async () => {
    const { ana, budi, broker, problems } = await twoScreens();
    const broken = new Screen('citra', broker).join();
    broken.send = () => {
      throw new Error('socket is gone');
    };
    const last = new Screen('dewi', broker).join();
    ana.type('sampai');
    await settle();

    expect([budi.text, last.text, problems.length, broken.closed]).toEqual(['sampai', 'sampai', 1, 1013]);
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as Y from 'yjs';
import type { DocumentProvider } from './document-provider.js';
import { isFinal, waitBefore } from './reconnecting.js';
import { Device, documentSaying, ScriptedSocket, textAfter, textOf } from './scripted-line.js';
import { linesOf } from './unsent.js';

let device: Device;
let provider: DocumentProvider;
let write: (words: string) => void;

beforeEach(async () => {
  jest.useFakeTimers();
  ScriptedSocket.opened = [];
  device = new Device();
  ({ provider, write } = await device.open());
});
afterEach(() => {
  provider.close();
  provider.doc.destroy();
  jest.useRealTimers();
});

const after = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

async function reopen(): Promise<void> {
  provider.close();
  ({ provider, write } = await device.open());
}

describe('a socket that was closed', () => {
  it('[P11] comes back after a pause that no other client has', () => {
    const waits = (code: number, attempt: number) => [0, 1].map((chance) => waitBefore(code, attempt, () => chance));
    expect(waits(1012, 0)).toEqual([0, 4_000]);
    expect(waits(1013, 0)).toEqual([0, 2_000]);
    expect(waits(1013, 9)).toEqual([0, 10_000]);
    expect(waits(1006, 0)).toEqual([0, 500]);
    expect(waits(1006, 30)).toEqual([0, 10_000]);
    expect(waits(4429, 0)).toEqual([5_000, 10_000]);
    expect(waits(4401, 0)).toEqual([10_000, 15_000]);
    expect([1006, 1012, 1013, 4401, 4429].filter(isFinal)).toEqual([]);
  });

  it.each([1012, 1013, 1006, 4429])('[P11] with %i is opened again and brings what is unsaved', async (code) => {
    ScriptedSocket.last.welcome();
    write('tetap ada');
    ScriptedSocket.last.shut(code);
    await after(8_000);
    expect(ScriptedSocket.opened).toHaveLength(2);
    ScriptedSocket.last.welcome();
    expect(textAfter(...ScriptedSocket.last.brought)).toBe('tetap ada');
  });

  it('[P12] with 4401 keeps all, says so, and goes on once the same person is signed in', async () => {
    device.http.fails = 4401;
    ScriptedSocket.last.welcome();
    write('sesi habis');
    ScriptedSocket.last.shut(4401);
    await after(5_200);
    expect(provider.current()).toMatchObject({ state: 'local', pending: 1, closedWith: 4401 });
    await after(15_000);
    expect(ScriptedSocket.last.url).toContain('person=ana');
    ScriptedSocket.last.welcome();
    ScriptedSocket.last.saved(1);
    expect(provider.current()).toMatchObject({ state: 'saved', pending: 0, closedWith: null });
  });

  it.each([4400, 4403, 4404, 4413])('[P13] with %i stays closed, and unsaved words are offered', async (code) => {
    ScriptedSocket.last.welcome();
    write('sudah disimpan ');
    ScriptedSocket.last.saved(2);
    write('belum disimpan');
    ScriptedSocket.last.shut(code);
    expect(provider.current().state).toBe('refused');
    await after(60_000);
    const { state, pending, closedWith, isStale, unsent } = provider.current();
    expect({ state, pending, closedWith, isStale }).toEqual({
      state: 'refused',
      pending: 1,
      closedWith: code,
      isStale: false,
    });
    expect(unsent.map(({ lines }) => lines)).toEqual([['belum disimpan']]);
    expect(ScriptedSocket.opened).toHaveLength(1);
  });

  it('[P13] over HTTP stays closed in the same way', async () => {
    device.http.fails = 4403;
    write('ditolak');
    await after(6_000);
    expect(provider.current()).toMatchObject({ state: 'refused', closedWith: 4403, unsent: [{ lines: ['ditolak'] }] });
  });

  it('[P13] with nothing unsaved has nothing to offer', async () => {
    ScriptedSocket.last.welcome();
    ScriptedSocket.last.shut(4404);
    await after(0);
    expect(provider.current()).toMatchObject({ state: 'saved', pending: 0, closedWith: 4404, unsent: [] });
  });

  it('[P14] with 4409 is opened anew with a new client id, and the words are offered, not merged', async () => {
    const server = documentSaying('Bersama. ');
    ScriptedSocket.last.welcome(server);
    write('milik saya');
    ScriptedSocket.last.shut(4409);
    await after(0);
    expect(provider.current()).toMatchObject({ isStale: true, closedWith: null, unsent: [{ lines: ['milik saya'] }] });
    const before = provider.doc.clientID;
    await reopen();
    ScriptedSocket.last.welcome(server);
    expect(provider.doc.clientID).not.toBe(before);
    expect(textOf(provider.doc).toString()).toBe('Bersama. ');
    expect(textAfter(...ScriptedSocket.last.brought)).toBe('');
    expect(provider.current()).toMatchObject({ state: 'refused', pending: 1, unsent: [{ lines: ['milik saya'] }] });
  });
});

describe('a document with another history', () => {
  it('[P15] gets nothing of this copy over a socket, and the words are offered', async () => {
    ScriptedSocket.last.welcome(documentSaying('Lama.'), 1);
    ScriptedSocket.last.shut(1006);
    write(' Belum terkirim.');
    await after(2_000);
    ScriptedSocket.last.welcome(documentSaying('Dipulihkan.'), 2);
    await after(0);
    expect(ScriptedSocket.last.brought).toEqual([]);
    expect(textOf(provider.doc).toString()).toBe('Lama. Belum terkirim.');
    expect(provider.current()).toMatchObject({ isStale: true, unsent: [{ code: 0, lines: ['Belum terkirim.'] }] });

    await reopen();
    ScriptedSocket.last.welcome(documentSaying('Dipulihkan.'), 2);
    expect(textOf(provider.doc).toString()).toBe('Dipulihkan.');
    expect(provider.current().isStale).toBe(false);
  });

  it('[P15] gets nothing of this copy over HTTP either', async () => {
    ScriptedSocket.last.welcome(documentSaying('Lama.'), 1);
    ScriptedSocket.last.shut(1006);
    write(' Belum terkirim.');
    device.http.generation = 2;
    await after(6_000);
    expect(device.http.sent).toEqual([]);
    expect(provider.current()).toMatchObject({ isStale: true, unsent: [{ lines: ['Belum terkirim.'] }] });
  });

  it('[P15] is found stale even with nothing unsaved', async () => {
    ScriptedSocket.last.welcome(documentSaying('Lama.'), 1);
    await reopen();
    ScriptedSocket.last.accept();
    ScriptedSocket.last.greet(documentSaying('Dipulihkan.'), 2);
    await after(0);
    expect(provider.current()).toMatchObject({ isStale: true, unsent: [] });
  });
});

describe('words set aside', () => {
  it('[P16] are offered after a reload, as lines and as an update, until the person decided', async () => {
    ScriptedSocket.last.welcome();
    write('ditolak');
    ScriptedSocket.last.shut(4403);
    await after(0);
    await reopen();
    const [unsent] = provider.current().unsent;
    expect(unsent).toMatchObject({ code: 4403, changes: 1, lines: ['ditolak'] });
    expect(textAfter(unsent?.update ?? new Uint8Array())).toBe('ditolak');

    await provider.forgetUnsent();
    expect(provider.current()).toMatchObject({ unsent: [], pending: 0, state: 'saved' });
    await reopen();
    expect(provider.current().unsent).toEqual([]);
  });

  it('[P16] hold also what was written while they were set aside', async () => {
    ScriptedSocket.last.welcome();
    write('satu');
    ScriptedSocket.last.shut(4403);
    write(' dua');
    await after(0);
    expect(provider.current().unsent.flatMap(({ lines }) => lines)).toEqual(['satu', 'dua']);
    expect((await device.store.open()).updates).toEqual([]);
  });

  it('[P16] are never missing from what is pending, not even for a moment', async () => {
    ScriptedSocket.last.welcome();
    write('satu');
    write(' dua');
    const { store } = device;
    const add = store.add.bind(store);
    store.add = (update) => new Promise((kept) => setTimeout(() => kept(add(update)), 10));
    const seen: number[] = [];
    provider.subscribe(() => seen.push(provider.current().pending));
    ScriptedSocket.last.shut(4403);
    write(' tiga');
    await after(20);
    expect(provider.current()).toMatchObject({ state: 'refused', pending: 3 });
    expect(seen).toEqual([...seen].sort());
  });

  it('[P18] are offered once when two tabs with the same words are refused at once, each with what it wrote since', async () => {
    write('sama');
    await after(0);
    const other = await device.open();
    other.write(' lebih');
    await after(0);
    for (const socket of ScriptedSocket.opened) socket.accept();
    for (const socket of ScriptedSocket.opened) socket.shut(4403);
    await after(0);

    const offered = [provider, other.provider].flatMap((tab) => tab.current().unsent);
    expect(offered.flatMap(({ lines }) => lines).sort()).toEqual(['lebih', 'sama']);
    expect((await device.store.open()).unsent).toEqual(offered);
    other.provider.close();
  });

  it('[P17] read as one line for each paragraph, in the order of the text', () => {
    const doc = new Y.Doc();
    const own: Uint8Array[] = [];
    const body = doc.getXmlFragment('default');
    const paragraph = (words: string) => {
      const element = new Y.XmlElement('paragraph');
      element.insert(0, [new Y.XmlText(words)]);
      body.push([element]);
      return element.get(0) as Y.XmlText;
    };
    const first = paragraph('Kursi siap.');
    const second = paragraph('Milik orang lain.');
    doc.on('update', (update: Uint8Array) => own.push(update));
    paragraph('Baris baru saya.');
    first.insert(11, ' Kirim Senin.');
    first.insert(0, 'Penting: ');
    first.insert(9, 'dua ');
    second.insert(0, 'terhapus');
    second.delete(0, 8);
    first.format(0, 7, { bold: true });

    expect(linesOf(doc, own)).toEqual(['Penting: dua … Kirim Senin.', 'Baris baru saya.']);
  });

  it('are counted apart from what the product repaired', () => {
    ScriptedSocket.last.welcome();
    ScriptedSocket.last.repaired();
    expect(provider.current()).toMatchObject({ repairs: 1, pending: 0 });
  });
});

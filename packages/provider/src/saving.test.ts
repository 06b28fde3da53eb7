import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as Y from 'yjs';
import type { DocumentProvider } from './document-provider.js';
import { Device, documentSaying, ScriptedSocket, textAfter, textOf } from './scripted-line.js';

let device: Device;
const opened: DocumentProvider[] = [];

beforeEach(() => {
  jest.useFakeTimers();
  ScriptedSocket.opened = [];
  device = new Device();
});
afterEach(() => {
  for (const provider of opened.splice(0)) {
    provider.close();
    provider.doc.destroy();
  }
  jest.useRealTimers();
});

async function open(copy?: Uint8Array) {
  const page = await device.open(copy);
  opened.push(page.provider);
  const state = () => [page.provider.current().state, page.provider.current().pending];
  return { ...page, state };
}

/** Lets everything happen that waits for nothing but its turn. */
const turn = () => jest.advanceTimersByTimeAsync(0);

describe('whether a text is saved', () => {
  it('[P1] is said only when the server called every update frame durable', async () => {
    const { write, state } = await open();
    ScriptedSocket.last.welcome();
    expect(state()).toEqual(['saved', 0]);
    write('a');
    write('b');
    expect(state()).toEqual(['saving', 2]);
    ScriptedSocket.last.saved(2);
    expect(state()).toEqual(['saving', 1]);
    ScriptedSocket.last.saved(3);
    expect(state()).toEqual(['saved', 0]);
  });

  it('[P1] counts neither what others wrote nor the copy on this device, and does not send them on', async () => {
    const { provider, state } = await open(Y.encodeStateAsUpdate(documentSaying('salinan')));
    ScriptedSocket.last.welcome();
    ScriptedSocket.last.bring(Y.encodeStateAsUpdate(documentSaying('orang lain')));
    Y.applyUpdate(provider.doc, Y.encodeStateAsUpdate(documentSaying('jendela lain')), 'copy');
    expect(state()).toEqual(['saved', 0]);
    expect(ScriptedSocket.last.brought).toHaveLength(1);
  });

  it('[P4] stays with this device while the line is lost, also when it never was', async () => {
    const { write, state } = await open();
    write('a');
    expect(state()).toEqual(['local', 1]);
    ScriptedSocket.last.welcome();
    expect(state()).toEqual(['saving', 1]);
    ScriptedSocket.last.shut(1006);
    expect(state()).toEqual(['local', 1]);
  });

  it('[P4] stays with this device when no word of the server comes for 3 s, until one does', async () => {
    const { write, state } = await open();
    ScriptedSocket.last.welcome();
    write('a');
    await jest.advanceTimersByTimeAsync(2_900);
    expect(state()).toEqual(['saving', 1]);
    await jest.advanceTimersByTimeAsync(200);
    expect(state()).toEqual(['local', 1]);
    ScriptedSocket.last.saved(2);
    expect(state()).toEqual(['saved', 0]);
    write('b');
    expect(state()).toEqual(['saving', 1]);
  });

  it('[P4] goes on a new line when the network turned', async () => {
    const { provider, write, state } = await open();
    ScriptedSocket.last.welcome();
    write('a');
    provider.renew();
    expect(ScriptedSocket.opened).toHaveLength(2);
    expect(ScriptedSocket.opened[0]?.readyState).toBe(3);
    expect(state()).toEqual(['local', 1]);
  });

  it('[P6] stays with this device while the server cannot store', async () => {
    const { write, state } = await open();
    ScriptedSocket.last.welcome();
    write('a');
    ScriptedSocket.last.storage(true);
    expect(state()).toEqual(['local', 1]);
    ScriptedSocket.last.storage(false);
    expect(state()).toEqual(['saving', 1]);
  });
});

describe('what is unsaved', () => {
  it('[P2] comes back when the document is opened again days later, and is sent', async () => {
    const first = await open();
    first.write('ditulis ');
    first.write('di kapal');
    await turn();
    first.provider.close();
    await jest.advanceTimersByTimeAsync(3 * 86_400_000);

    const second = await open();
    expect(textOf(second.provider.doc).toString()).toBe('ditulis di kapal');
    expect(second.state()).toEqual(['local', 2]);
    ScriptedSocket.last.welcome();
    expect(textAfter(...ScriptedSocket.last.brought)).toBe('ditulis di kapal');
    ScriptedSocket.last.saved(1);
    expect(second.state()).toEqual(['saved', 0]);
    await turn();
    expect((await device.store.open()).updates).toEqual([]);
  });

  it('[P2] is kept here once the store has it, and not when the store fails', async () => {
    const { provider, write } = await open();
    write('a');
    expect(provider.current().keptHere).toBe(false);
    await turn();
    expect(provider.current().keptHere).toBe(true);
    device.store.add = () => Promise.reject(new Error('full'));
    write('b');
    await turn();
    expect(provider.current()).toMatchObject({ keptHere: false, pending: 2 });
  });

  it('[P3] waits for the greeting and is sent again on every new socket, to be there once', async () => {
    const server = documentSaying('Awal. ');
    const { provider, write } = await open();
    ScriptedSocket.last.welcome(server);
    write('satu ');
    ScriptedSocket.last.shut(1006);
    await jest.advanceTimersByTimeAsync(1_000);
    ScriptedSocket.last.accept();
    write('dua');
    expect(ScriptedSocket.last.brought).toEqual([]);
    // The server had stored the first word before the line broke, and its answer was lost.
    for (const update of ScriptedSocket.opened[0]?.brought ?? []) Y.applyUpdate(server, update);
    ScriptedSocket.last.greet(server);
    for (const update of ScriptedSocket.last.brought) Y.applyUpdate(server, update);
    expect(textOf(server).toString()).toBe('Awal. satu dua');
    expect(provider.current().pending).toBe(2);
    ScriptedSocket.last.saved(1);
    expect(provider.current().pending).toBe(0);
  });

  it('[P5] goes out in pieces below the limit when a paste is large, and is saved with the last of them', async () => {
    const { provider, write } = await open();
    ScriptedSocket.last.welcome();
    write('kursi jati '.repeat(60_000));
    const [, ...pieces] = ScriptedSocket.last.brought;
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024);
    expect(textAfter(...pieces)).toBe('kursi jati '.repeat(60_000));
    ScriptedSocket.last.saved(pieces.length);
    expect(provider.current().pending).toBe(1);
    ScriptedSocket.last.saved(1 + pieces.length);
    expect(provider.current().pending).toBe(0);
  });

  it('[P18] belongs to the tab that wrote it, and to the one that was opened while it was unsaved', async () => {
    const first = await open();
    const firstSocket = ScriptedSocket.last;
    firstSocket.welcome();
    first.write('dari jendela pertama');
    await turn();
    const second = await open();
    ScriptedSocket.last.welcome();
    second.write(', lalu kedua');
    await turn();
    ScriptedSocket.last.saved(1);
    await turn();
    expect((await device.store.open()).updates).toHaveLength(1);
    expect(second.state()).toEqual(['saving', 1]);
    expect(first.state()).toEqual(['saving', 1]);
    firstSocket.saved(2);
    expect(first.state()).toEqual(['saved', 0]);
    ScriptedSocket.last.saved(2);
    await turn();
    expect((await device.store.open()).updates).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import * as Y from 'yjs';
import type { DocumentProvider } from './document-provider.js';
import { Device, documentSaying, ScriptedSocket, textOf } from './scripted-line.js';

let device: Device;
let provider: DocumentProvider;
let write: (words: string) => void;

beforeEach(async () => {
  jest.useFakeTimers();
  ScriptedSocket.opened = [];
  device = new Device();
  Y.applyUpdate(device.http.doc, Y.encodeStateAsUpdate(documentSaying('Dari server. ')));
  ({ provider, write } = await device.open());
});
afterEach(() => {
  provider.close();
  provider.doc.destroy();
  jest.useRealTimers();
});

const state = () => [provider.current().state, provider.current().pending];
const after = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);
const onServer = () => textOf(device.http.doc).toString();

describe('a network that lets no socket through', () => {
  it('[P7] is gone round after 5 s, not before: the words arrive and the text is there', async () => {
    write('Dari Ana.');
    await after(4_900);
    expect(onServer()).toBe('Dari server. ');
    expect(state()).toEqual(['local', 1]);
    await after(200);
    expect(onServer()).toContain('Dari Ana.');
    expect(state()).toEqual(['saved', 0]);
    expect(provider.current().synced).toBe(true);
    expect(textOf(provider.doc).toString()).toBe(onServer());
  });

  it('[P7] is gone round when a socket swallows words, and that socket is given up', async () => {
    ScriptedSocket.last.welcome(device.http.doc);
    write('Ditelan.');
    await after(5_100);
    expect(onServer()).toContain('Ditelan.');
    expect(state()).toEqual(['saved', 0]);
    expect(ScriptedSocket.opened).toHaveLength(2);
    expect(ScriptedSocket.opened[0]?.readyState).toBe(3);
  });

  it('[P7] is not suspected while every word is acknowledged in time', async () => {
    ScriptedSocket.last.welcome(device.http.doc);
    for (let word = 1; word <= 5; word += 1) {
      write('x');
      await after(4_000);
      ScriptedSocket.last.saved(1 + word);
    }
    expect(device.http.sent).toEqual([]);
    expect(ScriptedSocket.opened).toHaveLength(1);
  });

  it('[P8] carries words in order, few requests, none above the limit', async () => {
    write('besar '.repeat(100_000));
    for (let line = 0; line < 50; line += 1) write(`${line} `);
    await after(5_100);
    expect(state()).toEqual(['saved', 0]);
    expect(onServer()).toContain('48 49 ');
    expect(onServer()).toContain('besar '.repeat(100_000));
    expect(Math.max(...device.http.sent.map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024);
    expect(device.http.sent.length).toBeLessThan(10);
  });

  it('[P8] brings what others write', async () => {
    await after(5_100);
    textOf(device.http.doc).insert(0, 'Dari Budi. ');
    await after(15_100);
    expect(textOf(provider.doc).toString()).toBe('Dari Budi. Dari server. ');
    expect(state()).toEqual(['saved', 0]);
  });

  it('[P8] carries what is written meanwhile within a second', async () => {
    await after(60_000);
    write('Lagi.');
    await after(1_000);
    expect(onServer()).toContain('Lagi.');
  });

  it('[P9] may let no request through either: the words stay here and are tried again', async () => {
    device.http.fails = 'away';
    write('Di kapal.');
    await after(60_000);
    expect(state()).toEqual(['local', 1]);
    device.http.fails = null;
    await after(15_000);
    expect(state()).toEqual(['saved', 0]);
    expect(onServer()).toContain('Di kapal.');
  });

  it('[P11] is given 5 s and more when the server says that it was too much', async () => {
    device.http.fails = 4429;
    const read = jest.spyOn(device.http, 'read');
    await after(5_100);
    expect(read).toHaveBeenCalledTimes(1);
    await after(4_900);
    expect(read).toHaveBeenCalledTimes(1);
    await after(5_100);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('[P10] is no longer asked over HTTP once a socket works', async () => {
    await after(60_000);
    const read = jest.spyOn(device.http, 'read');
    ScriptedSocket.last.welcome(device.http.doc);
    write('Lewat soket.');
    await after(4_000);
    ScriptedSocket.last.saved(2);
    await after(60_000);
    expect(state()).toEqual(['saved', 0]);
    expect(read).not.toHaveBeenCalled();
    expect(device.http.sent).toEqual([]);
  });
});

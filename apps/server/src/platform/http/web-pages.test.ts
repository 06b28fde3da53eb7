import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { webPages } from './web-pages.js';

const script = 'console.log("halo");';

describe('the built pages', () => {
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mufakat-pages-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets/a.js'), script);
    await writeFile(join(folder, 'assets/a.js.br'), brotliCompressSync(script));
    await writeFile(join(folder, 'assets/a.js.gz'), gzipSync(script));
    await writeFile(join(folder, 'assets/plain.js'), script);
    await new Promise<void>((ready) => {
      server = express()
        .use(webPages(folder))
        .listen(0, '127.0.0.1', () => ready());
    });
  });

  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  const ask = (path: string, encodings: string) =>
    new Promise<IncomingMessage>((answer, fail) => {
      const { port } = server.address() as AddressInfo;
      get({ port, host: '127.0.0.1', path, headers: { 'accept-encoding': encodings } }, answer).on('error', fail);
    });

  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('travel as %s to whoever can read it, and stay the scripts they are', async (encoding, accepted, unpack) => {
    const answer = await ask('/assets/a.js', accepted);

    expect(answer.headers).toMatchObject({
      'content-encoding': encoding,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
    });
    expect(unpack(await buffer(answer)).toString()).toBe(script);
  });

  it('travel as they are to everybody else, and where there is no packed copy', async () => {
    for (const [path, accepted] of [
      ['/assets/a.js', 'identity'],
      ['/assets/plain.js', 'br'],
    ] as const) {
      const answer = await ask(path, accepted);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect((await buffer(answer)).toString()).toBe(script);
    }
  });
});

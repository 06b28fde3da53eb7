import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { encodeFrames } from './web-socket-frames.js';

it('writes frames that a WebSocket client reads as the messages they are made of, of every size', async () => {
  const sizes = [0, 1, 125, 126, 65_535, 65_536, 300_000];
  const messages = sizes.map((size) => new Uint8Array(size).fill(size % 251));
  const http = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, stream, head) =>
    sockets.handleUpgrade(request, stream, head, () => stream.write(encodeFrames(messages))),
  );
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const heard: Buffer[] = [];
  await new Promise<void>((done) =>
    client.on('message', (data: Buffer, isBinary) => {
      expect(isBinary).toBe(true);
      if (heard.push(data) === sizes.length) done();
    }),
  );
  client.terminate();
  http.close();

  expect(heard.map(({ length }) => length)).toEqual(sizes);
  expect(heard.every((data, index) => data.equals(messages[index] ?? new Uint8Array()))).toBe(true);
});

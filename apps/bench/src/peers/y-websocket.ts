/** @y/websocket-server with y-leveldb, bound together as the README of y-leveldb shows. */
import { createServer } from 'node:http';
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import { LeveldbPersistence } from 'y-leveldb';
import * as Y from 'yjs';

const storage = new LeveldbPersistence(process.env['DATA_DIR'] ?? '');
setPersistence({
  provider: storage,
  bindState: async (name, doc) => {
    const stored = await storage.getYDoc(name);
    // Not waited for: whatever is typed from here on has to be heard.
    void storage.storeUpdate(name, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored));
    doc.on('update', (update: Uint8Array) => void storage.storeUpdate(name, update));
  },
  writeState: () => Promise.resolve(),
});

const server = createServer((_, response) => response.end());
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('ready'));

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Broker } from './broker.js';
import { largestFrame } from './limits.js';
import { MemoryRoomStore } from './memory-room-store.js';
import type { Rights } from './peer.js';

/** A plain ws server with the broker behind it: the shape every transport has. */
class PlainServer {
  readonly store = new MemoryRoomStore();
  readonly problems: unknown[] = [];
  readonly rights = new Map<string, Rights>();
  readonly broker = new Broker({ store: this.store, onProblem: (problem) => this.problems.push(problem) });
  private readonly http: Server = createServer();
  private readonly sockets = new WebSocketServer({ server: this.http, maxPayload: largestFrame });

  async listen(): Promise<string> {
    this.sockets.on('connection', (socket, request) => this.accept(socket, new URL(request.url ?? '', 'http://local')));
    await new Promise<void>((done) => this.http.listen(0, '127.0.0.1', done));
    return `ws://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.broker.drain();
    for (const socket of this.sockets.clients) socket.terminate();
    await new Promise((done) => this.http.close(done));
  }

  private accept(socket: WebSocket, { pathname, searchParams }: URL): void {
    const name = searchParams.get('person') ?? 'nobody';
    const connection = this.broker.join(pathname.slice(1), {
      identity: { id: name, name, organization: 'UD Kayu', colour: 1 },
      rights: () => this.rights.get(name) ?? 'write',
      send: (messages) => messages.forEach((message) => socket.send(message)),
      close: (code, reason) => socket.close(code, reason),
      unsent: () => socket.bufferedAmount,
    });
    socket.on('message', (data: Buffer) => connection.receive(data));
    socket.on('close', () => connection.leave());
    socket.on('error', (problem) => this.problems.push(problem));
  }
}

describe('[R33] the stock y-websocket client', () => {
  let server: PlainServer;
  let address: string;
  let providers: WebsocketProvider[];

  beforeEach(async () => {
    providers = [];
    server = new PlainServer();
    server.store.create('goal');
    address = await server.listen();
  });

  afterEach(async () => {
    for (const provider of providers) {
      provider.awareness.destroy();
      provider.destroy();
    }
    await server.close();
    expect(server.problems).toEqual([]);
  });

  function connect(person: string, doc = new Y.Doc()): WebsocketProvider {
    const WebSocketPolyfill = WebSocket as unknown as typeof globalThis.WebSocket;
    const provider = new WebsocketProvider(address, 'goal', doc, {
      WebSocketPolyfill,
      params: { person },
      disableBc: true,
    });
    for (const own of [100, 101, 102, 103]) provider.messageHandlers[own] = () => undefined;
    providers.push(provider);
    return provider;
  }

  const textOf = (provider: WebsocketProvider) => provider.doc.getText('t');

  it('converges with others who type at the same time, and comes back with what it wrote offline', async () => {
    const ana = connect('ana');
    const budi = connect('budi');
    await Promise.all([synced(ana), synced(budi)]);
    textOf(ana).insert(0, 'dari ana ');
    textOf(budi).insert(0, 'dari budi ');
    await until(budi.doc, () => textOf(budi).length === 19);
    ana.disconnect();
    textOf(ana).insert(0, 'luring ');
    ana.connect();
    await until(budi.doc, () => textOf(budi).length === 26);
    await until(ana.doc, () => textOf(ana).toString() === textOf(budi).toString());

    const late = connect('citra');
    await synced(late);
    expect(textOf(late).toString()).toBe(textOf(budi).toString());
  });

  it('sees the others with the name the server knows, and sees them go', async () => {
    const ana = connect('ana');
    const budi = connect('budi');
    await Promise.all([synced(ana), synced(budi)]);
    ana.awareness.setLocalStateField('user', { name: 'Direktur' });
    const shown = () => budi.awareness.getStates().get(ana.doc.clientID)?.['user'] as { name: string } | undefined;
    await seen(budi, () => shown()?.name === 'ana');
    ana.disconnect();
    await seen(budi, () => shown() === undefined);
    ana.connect();
    await seen(budi, () => shown()?.name === 'ana');

    expect(ana.awareness.getLocalState()).toMatchObject({ user: { name: 'Direktur' } });
  });

  it('stops for good with 4403 when a reader writes', async () => {
    server.rights.set('ana', 'read');
    const ana = connect('ana');
    await synced(ana);
    const closed = new Promise<number>((done) => ana.on('closed', ({ code }) => done(code)));
    textOf(ana).insert(0, 'x');

    expect(await closed).toBe(4403);
    expect(server.store.log('goal')).toEqual([]);
  });
});

async function synced(provider: WebsocketProvider): Promise<void> {
  if (!provider.synced) await new Promise<void>((done) => provider.once('sync', () => done()));
}

function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (!holds()) return;
      doc.off('update', look);
      done();
    };
    doc.on('update', look);
    look();
  });
}

function seen({ awareness }: WebsocketProvider, holds: () => boolean): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (!holds()) return;
      awareness.off('change', look);
      done();
    };
    awareness.on('change', look);
    look();
  });
}

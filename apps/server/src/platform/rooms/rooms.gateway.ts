import { once } from 'node:events';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import {
  Broker,
  largestFrame,
  limits,
  type CloseReason,
  type Connection,
  type Peer,
  type StoredNews,
} from '@mufakat/broker';
import { DocumentId } from '@mufakat/domain';
import { WebSocketServer } from 'ws';
import { AccessChanges } from '../access/access-changes.js';
import type { Session } from '../access/session.service.js';
import { BegunWork } from '../begun-work.js';
import { DocumentDatabase } from '../database/document-database.js';
import { SessionCookie } from '../http/cookie.js';
import { Origins } from '../http/origin.js';
import { JournalRelay } from '../journal/journal-relay.js';
import { Metrics } from '../observe/metrics.js';
import { DocumentSocket } from './document-socket.js';
import { PostgresRoomStore } from './postgres-room-store.js';
import { RoomCarrier } from './room-carrier.js';
import { RoomRights } from './room-rights.js';
import { isMeant, Visitors, type Visitor } from './visitors.js';
import { WorkerFolder } from './worker-folder.js';

/** A screen that does not answer two of these is gone. */
const pingEvery = 25_000;
/** How long an end waits for those it has told. */
const farewell = 1_000;
/** What a client may send before its document is open. */
const mostWaiting = 64;

/** Carries documents over `/collab/<documentId>`: the y-websocket protocol on the product's own HTTP server. */
@Injectable()
export class RoomsGateway implements BeforeApplicationShutdown {
  private readonly log = new Logger(RoomsGateway.name);
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
  });
  private readonly visitors: Visitors;
  private readonly broker: Broker;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly begun = new BegunWork();

  constructor(
    { pace }: DocumentDatabase,
    private readonly store: PostgresRoomStore,
    folder: WorkerFolder,
    private readonly carrier: RoomCarrier,
    private readonly rights: RoomRights,
    private readonly cookie: SessionCookie,
    private readonly origins: Origins,
    private readonly relay: JournalRelay,
    private readonly changes: AccessChanges,
    private readonly metrics: Metrics,
  ) {
    this.visitors = new Visitors(rights, (decided, signedOut) => {
      for (const { socket } of signedOut) socket.closeFor('signIn');
      const peers = new Set([...decided].map(({ peer }) => peer));
      this.broker.recheck((peer) => peers.has(peer));
    });
    this.broker = new Broker({
      store,
      folder,
      limits: { ...limits, ...pace },
      onOpen: (documentId) => carrier.opened(documentId),
      onAccepted: (documentId, updates) => carrier.accepted(documentId, updates),
      onStored: (news) => carrier.stored(news),
      onAwareness: (documentId, entries) => carrier.shown(documentId, entries),
      observe: {
        saved: (milliseconds) => metrics.editsSaved.observe(milliseconds / 1000),
        shown: (milliseconds) => metrics.editsShown.observe(milliseconds / 1000),
        gapRepaired: () => metrics.gapsRepaired.inc(),
      },
      onProblem: (problem, documentId) => this.log.error(`document ${documentId}: ${String(problem)}`),
      onClose: ({ documentId, reason, detail }) => {
        metrics.peersClosed.inc({ reason });
        if (isRefusal(reason)) metrics.updatesRejected.inc({ reason });
        this.log.debug(`document ${documentId} closed a peer: ${reason}, ${detail}`);
      },
    });
    metrics.observeDocuments(() => this.broker.counts());
  }

  /** Takes over the upgrades of `/collab`; leaves socket.io its own, and refuses every other path. */
  attach(server: HttpServer): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
    const decide = (work: () => Promise<void>) => this.begun.begin(work);
    this.changes.onChange((change) => decide(() => this.visitors.changed((visitor) => isMeant(change, visitor))));
    this.changes.onDoubt((isLikely) =>
      decide(() => (isLikely ? this.visitors.changed(() => true) : this.visitors.look())),
    );
    this.relay.onEntry(({ data }) => {
      const { id } = data as { id?: string };
      decide(() => this.visitors.changed(({ entry: { subjectId } }) => subjectId === id));
    });
    this.carrier.attach(this.broker);
    this.timers.push(setInterval(() => this.ping(), pingEvery).unref());
  }

  /** Lets a peer in that no socket carries; who calls has asked for its rights. */
  join(documentId: DocumentId, peer: Peer): Connection {
    return this.broker.join(documentId, peer);
  }

  /** A larger change has appended to a text: the rooms hear of it as of another process's append. */
  appended(news: StoredNews): void {
    this.store.appended(news.documentId);
    this.broker.hear(news);
    this.carrier.stored(news);
  }

  counts(): { rooms: number; peers: number } {
    return this.broker.counts();
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.broker.drain();
    await this.goodbyes();
    for (const socket of this.sockets.clients) socket.terminate();
    this.sockets.close();
    await this.begun.end();
  }

  /** Waits a moment until everybody has answered the closing, so that each hears why it was closed. */
  private goodbyes(): Promise<void> {
    const open = [...this.sockets.clients].map((socket) => once(socket, 'close'));
    return Promise.race([Promise.allSettled(open).then(() => undefined), delay(farewell, undefined, { ref: false })]);
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path.startsWith('/socket.io/')) return;
    socket.on('error', destroy);
    if (!path.startsWith('/collab/')) return refuse(socket, '404 Not Found');
    if (!this.origins.allows(request.headers)) return refuse(socket, '403 Forbidden');
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const line = new DocumentSocket(webSocket, socket);
      const welcome = this.welcome(line, request, path.slice('/collab/'.length)).catch((error: unknown) => {
        this.log.error(`opening a document failed: ${String(error)}`);
        line.closeFor('later');
      });
      void this.begun.watch(welcome);
    });
  }

  /** Everything but a foreign page is told by a close code, because a browser cannot see why an upgrade failed. */
  private async welcome(socket: DocumentSocket, request: IncomingMessage, name: string): Promise<void> {
    const waiting: Uint8Array[] = [];
    const enough = socket.onMessage((bytes) => {
      if (waiting.length < mostWaiting) waiting.push(bytes);
      else socket.closeFor('tooFast');
    });
    const arrival = this.visitors.arrive();
    socket.onClose(() => this.visitors.turnAway(arrival));
    const token = this.cookie.read(request);
    const documentId = DocumentId.safeParse(name).data ?? null;
    const admission = token ? await this.rights.admit(token, documentId) : null;
    if (!admission || !isFor(admission.session, request)) return socket.closeFor('signIn');
    const { session, entry } = admission;
    if (!entry) return socket.closeFor('unknown');
    const unfollow = await this.relay.follow(entry.spaceId);
    socket.onClose(unfollow);
    if (!socket.isOpen) return unfollow();
    enough();
    const visitor = visitorOf(socket, { session, entry });
    this.visitors.enter(visitor, arrival);
    this.connect(visitor, waiting);
  }

  private connect(visitor: Visitor, waiting: Uint8Array[]): void {
    const { socket, entry, peer } = visitor;
    this.metrics.connections.inc({ kind: 'document' });
    const connection = this.broker.join(entry.documentId, peer);
    socket.onMessage((bytes) => connection.receive(bytes));
    socket.onPong(() => (visitor.isAlive = true));
    socket.onClose(() => {
      this.visitors.delete(visitor);
      this.metrics.connections.dec({ kind: 'document' });
      connection.leave();
    });
    for (const frame of waiting.splice(0)) connection.receive(frame);
  }

  private ping(): void {
    for (const visitor of this.visitors) {
      if (!visitor.isAlive) visitor.socket.terminate();
      visitor.isAlive = false;
      visitor.socket.ping();
    }
  }
}

/** A client says whose words it holds, so that they never go under the name of whoever signed in on the device since. */
function isFor(session: Session, request: IncomingMessage): boolean {
  const person = new URL(request.url ?? '', 'http://localhost').searchParams.get('person');
  return person === null || person === session.personId;
}

function visitorOf(socket: DocumentSocket, of: Pick<Visitor, 'session' | 'entry'>): Visitor {
  const peer: Peer = {
    identity: of.entry.identity,
    rights: () => visitor.rights,
    send: (messages) => socket.send(messages),
    close: (code, reason) => socket.close(code, reason),
    unsent: () => socket.unsent,
  };
  const visitor: Visitor = { ...of, socket, peer, rights: of.entry.rights, epoch: 0, isAlive: true };
  return visitor;
}

/** Whether a peer was closed for what it sent. */
function isRefusal(reason: CloseReason): boolean {
  return ['malformed', 'forbidden', 'clash', 'tooLarge', 'tooFast'].includes(reason);
}

/** A listener that holds nothing: one made in place would keep the request for as long as the socket is open. */
function destroy(this: Duplex): void {
  this.destroy();
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

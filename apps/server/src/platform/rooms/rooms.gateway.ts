import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Broker, largestFrame, type CloseReason, type Connection, type Peer, type Rights } from '@mufakat/broker';
import { DocumentId } from '@mufakat/domain';
import { WebSocketServer } from 'ws';
import { AccessChanges, type AccessChange } from '../access/access-changes.js';
import { SessionService, type Session } from '../access/session.service.js';
import { SessionCookie } from '../http/cookie.js';
import { Origins } from '../http/origin.js';
import { JournalRelay } from '../journal/journal-relay.js';
import { Metrics } from '../observe/metrics.js';
import { DocumentSocket } from './document-socket.js';
import { PostgresRoomStore } from './postgres-room-store.js';
import { RoomRights, type Entry } from './room-rights.js';
import { WorkerFolder } from './worker-folder.js';

/** Rights are asked again this often, in case the news of a change was lost. */
const recheckEvery = 5_000;
/** A screen that does not answer two of these is gone. */
const pingEvery = 25_000;
/** How long a screen has to answer that it heard why the server ends, in milliseconds. */
const farewell = 1_000;
/** What a client may send before its document is open. */
const mostWaiting = 64;

type Visitor = {
  session: Session;
  documentId: DocumentId;
  entry: Entry;
  rights: Rights;
  peer: Peer;
  isAlive: boolean;
  socket: DocumentSocket;
};

/** Carries documents over `/collab/<documentId>`: the y-websocket protocol on the product's own HTTP server. */
@Injectable()
export class RoomsGateway implements BeforeApplicationShutdown {
  private readonly log = new Logger(RoomsGateway.name);
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestFrame,
    perMessageDeflate: false,
  });
  private readonly visitors = new Set<Visitor>();
  private readonly broker: Broker;
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    store: PostgresRoomStore,
    folder: WorkerFolder,
    private readonly rights: RoomRights,
    private readonly sessions: SessionService,
    private readonly cookie: SessionCookie,
    private readonly origins: Origins,
    private readonly relay: JournalRelay,
    private readonly changes: AccessChanges,
    private readonly metrics: Metrics,
  ) {
    this.broker = new Broker({
      store,
      folder,
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
    this.changes.onChange((change) => void this.recheck((visitor) => isMeant(change, visitor)));
    this.relay.onEntry((entry) => {
      const subject = (entry.data as { id?: string }).id;
      void this.recheck(({ entry: { subjectId } }) => subjectId === subject);
    });
    this.timers.push(
      setInterval(() => void this.recheck(() => true), recheckEvery).unref(),
      setInterval(() => this.ping(), pingEvery).unref(),
    );
  }

  /** Lets a peer in that no socket carries; who calls has asked for its rights. */
  join(documentId: DocumentId, peer: Peer): Connection {
    return this.broker.join(documentId, peer);
  }

  counts(): { rooms: number; peers: number } {
    return this.broker.counts();
  }

  /** Before the HTTP server ends, which cuts every connection: a screen hears why, and what is saved. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.broker.drain();
    const timer = setTimeout(() => this.sockets.clients.forEach((socket) => socket.terminate()), farewell);
    await Promise.all([...this.sockets.clients].map((socket) => new Promise((done) => socket.once('close', done))));
    clearTimeout(timer);
    this.sockets.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path.startsWith('/socket.io/')) return;
    socket.on('error', () => socket.destroy());
    if (!path.startsWith('/collab/')) return refuse(socket, '404 Not Found');
    if (!this.origins.allows(request.headers)) return refuse(socket, '403 Forbidden');
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const line = new DocumentSocket(webSocket, socket);
      this.welcome(line, request, path.slice('/collab/'.length)).catch((error: unknown) => {
        this.log.error(`opening a document failed: ${String(error)}`);
        line.closeFor('later');
      });
    });
  }

  /** Everything but a foreign page is told by a close code, because a browser cannot see why an upgrade failed. */
  private async welcome(socket: DocumentSocket, request: IncomingMessage, name: string): Promise<void> {
    const waiting: Uint8Array[] = [];
    const enough = socket.onMessage((bytes) => {
      if (waiting.length < mostWaiting) waiting.push(bytes);
      else socket.closeFor('tooFast');
    });
    const token = this.cookie.read(request);
    const session = token ? await this.sessions.find(token) : null;
    if (!session || !isFor(session, request)) return socket.closeFor('signIn');
    const documentId = DocumentId.safeParse(name);
    const entry = documentId.success ? await this.rights.decide(session, documentId.data) : null;
    if (!documentId.success || !entry) return socket.closeFor('unknown');
    if (!socket.isOpen) return;
    enough();
    this.enter(socket, { session, documentId: documentId.data, entry }, waiting);
  }

  private enter(
    socket: DocumentSocket,
    of: Pick<Visitor, 'session' | 'documentId' | 'entry'>,
    waiting: readonly Uint8Array[],
  ): void {
    const visitor: Visitor = {
      ...of,
      rights: of.entry.rights,
      isAlive: true,
      socket,
      peer: peerOf(socket, () => visitor),
    };
    this.visitors.add(visitor);
    this.metrics.connections.inc({ kind: 'document' });
    const connection = this.broker.join(of.documentId, visitor.peer);
    socket.onMessage((bytes) => connection.receive(bytes));
    socket.onPong(() => (visitor.isAlive = true));
    socket.onClose(() => {
      this.visitors.delete(visitor);
      this.metrics.connections.dec({ kind: 'document' });
      connection.leave();
    });
    for (const frame of waiting) connection.receive(frame);
  }

  /** Decides again for these visitors; whoever has no right any more is closed at once. */
  private async recheck(isConcerned: (visitor: Visitor) => boolean): Promise<void> {
    const concerned = [...this.visitors].filter(isConcerned);
    await Promise.all(
      concerned.map(async (visitor) => {
        try {
          visitor.rights = (await this.rights.decide(visitor.session, visitor.documentId))?.rights ?? 'none';
        } catch (error) {
          this.log.error(`asking rights again failed: ${String(error)}`);
        }
      }),
    );
    const peers = new Set(concerned.map(({ peer }) => peer));
    this.broker.recheck((peer) => peers.has(peer));
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

function peerOf(socket: DocumentSocket, visitor: () => Visitor): Peer {
  return {
    get identity() {
      return visitor().entry.identity;
    },
    rights: () => visitor().rights,
    send: (messages) => socket.send(messages),
    close: (code, reason) => socket.close(code, reason),
    unsent: () => socket.unsent,
  };
}

function isMeant(change: AccessChange, { session, entry }: Visitor): boolean {
  switch (change.kind) {
    case 'session':
      return change.sessionId === session.id;
    case 'person':
    case 'seat':
      return change.personId === session.personId;
    case 'organization':
      return change.organizationId === entry.seat.organizationId;
  }
}

/** Whether a peer was closed for what it sent. */
function isRefusal(reason: CloseReason): boolean {
  return ['malformed', 'forbidden', 'clash', 'tooLarge', 'tooFast'].includes(reason);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

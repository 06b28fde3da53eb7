import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Broker, closeCodes, largestFrame, type CloseReason, type Peer, type Rights } from '@mufakat/broker';
import { DocumentId } from '@mufakat/domain';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { AccessChanges, type AccessChange } from '../access/access-changes.js';
import { SessionService, type Session } from '../access/session.service.js';
import { SessionCookie } from '../http/cookie.js';
import { Origins } from '../http/origin.js';
import { JournalRelay } from '../journal/journal-relay.js';
import { Metrics } from '../observe/metrics.js';
import { PostgresRoomStore } from './postgres-room-store.js';
import { RoomRights, type Entry } from './room-rights.js';

/** Rights are asked again this often, in case the news of a change was lost. */
const recheckEvery = 5_000;
/** A screen that does not answer two of these is gone. */
const pingEvery = 25_000;
/** What a client may send before its document is open. */
const mostWaiting = 64;

type Visitor = {
  session: Session;
  documentId: DocumentId;
  entry: Entry;
  rights: Rights;
  peer: Peer;
  isAlive: boolean;
  socket: WebSocket;
};

/** Carries documents over `/collab/<documentId>`: the y-websocket protocol on the product's own HTTP server. */
@Injectable()
export class RoomsGateway implements OnApplicationShutdown {
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
      onProblem: (problem, documentId) => this.log.error(`document ${documentId}: ${String(problem)}`),
      onClose: ({ documentId, reason, detail }) => {
        metrics.peersClosed.inc({ reason });
        this.log.debug(`document ${documentId} closed a peer: ${reason}, ${detail}`);
      },
    });
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

  counts(): { rooms: number; peers: number } {
    return this.broker.counts();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.broker.drain();
    for (const socket of this.sockets.clients) socket.terminate();
    this.sockets.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    if (path.startsWith('/socket.io/')) return;
    socket.on('error', () => socket.destroy());
    if (!path.startsWith('/collab/')) return refuse(socket, '404 Not Found');
    if (!this.origins.allows(request.headers)) return refuse(socket, '403 Forbidden');
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.welcome(webSocket, request, path.slice('/collab/'.length)).catch((error: unknown) => {
        this.log.error(`opening a document failed: ${String(error)}`);
        close(webSocket, 'later');
      });
    });
  }

  /** Everything but a foreign page is told by a close code, because a browser cannot see why an upgrade failed. */
  private async welcome(socket: WebSocket, request: IncomingMessage, name: string): Promise<void> {
    const waiting: Uint8Array[] = [];
    const wait = (data: RawData, isBinary: boolean): void => {
      if (isBinary && waiting.length < mostWaiting) waiting.push(bytesOf(data));
      else close(socket, isBinary ? 'tooFast' : 'malformed');
    };
    socket.on('message', wait);
    socket.on('error', () => socket.terminate());

    const token = this.cookie.read(request);
    const session = token ? await this.sessions.find(token) : null;
    if (!session) return close(socket, 'signIn');
    const documentId = DocumentId.safeParse(name);
    const entry = documentId.success ? await this.rights.decide(session, documentId.data) : null;
    if (!documentId.success || !entry) return close(socket, 'unknown');
    if (socket.readyState !== socket.OPEN) return;
    socket.off('message', wait);
    this.enter(socket, { session, documentId: documentId.data, entry }, waiting);
  }

  private enter(
    socket: WebSocket,
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
    socket.on('message', (data, isBinary) =>
      isBinary ? connection.receive(bytesOf(data)) : close(socket, 'malformed'),
    );
    socket.on('pong', () => (visitor.isAlive = true));
    socket.on('close', () => {
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

function peerOf(socket: WebSocket, visitor: () => Visitor): Peer {
  return {
    get identity() {
      return visitor().entry.identity;
    },
    rights: () => visitor().rights,
    send: (frame) => socket.send(frame),
    close: (code, reason) => socket.close(code, reason),
    unsent: () => socket.bufferedAmount,
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

function close(socket: WebSocket, reason: CloseReason): void {
  socket.close(closeCodes[reason].code, closeCodes[reason].say);
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data));
  return data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import {
  DomainError,
  Follow,
  Look,
  type ClientToServer,
  type FollowAnswer,
  type OrganizationId,
  type PersonId,
  type SeatId,
  type ServerToClient,
  type SessionId,
} from '@mufakat/domain';
import type { Server, Socket } from 'socket.io';
import { AccessChanges, type AccessChange } from '../access/access-changes.js';
import { SeatService } from '../access/seat.service.js';
import { SessionService } from '../access/session.service.js';
import { SessionCookie } from '../http/cookie.js';
import { FollowService } from '../journal/follow.service.js';
import { JournalRelay } from '../journal/journal-relay.js';
import { Metrics } from '../observe/metrics.js';
import { PresenceService } from './presence.service.js';

type Held = {
  sessionId: SessionId;
  personId: PersonId;
  seatIds: Set<SeatId>;
  organizationIds: Set<OrganizationId>;
};
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Held>;
type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, Held>;

/** Rights are asked again this often, in case the news of a change was lost or another process changed them. */
const recheckEvery = 5_000;

/** Followers of a space get its entries as they are told; who is here is said by the server, never by the client. */
@WebSocketGateway()
export class LiveGateway implements OnApplicationShutdown, OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect {
  private readonly log = new Logger(LiveGateway.name);

  @WebSocketServer()
  private readonly server!: LiveServer;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionService,
    private readonly seats: SeatService,
    private readonly cookie: SessionCookie,
    private readonly follows: FollowService,
    private readonly relay: JournalRelay,
    private readonly presence: PresenceService,
    private readonly changes: AccessChanges,
    private readonly metrics: Metrics,
  ) {}

  afterInit(server: LiveServer): void {
    this.relay.onEntry((entry) => void server.to(roomOf(entry.spaceId)).emit('entry', entry));
    this.changes.onChange((change) => this.closeWhatEnded(change));
    this.presence.onNews((room, news) => void server.to(roomOf(room)).emit('presence', news));
    this.timer = setInterval(() => void this.recheck().catch((error) => this.log.error(error)), recheckEvery).unref();
    server.use((socket, next) => {
      this.admit(socket as LiveSocket).then(
        () => next(),
        (error: unknown) => next(error instanceof Error ? error : new Error('refused')),
      );
    });
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  get openSockets(): number {
    return this.server.engine.clientsCount;
  }

  handleConnection(): void {
    this.metrics.connections.inc({ kind: 'live' });
  }

  handleDisconnect(socket: LiveSocket): void {
    this.metrics.connections.dec({ kind: 'live' });
    this.presence.leave(socket.id);
  }

  /** Joins the space first, then replays what was missed; the client drops what it already has. */
  @SubscribeMessage('follow')
  async follow(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<FollowAnswer> {
    return this.answer(async () => {
      const input = Follow.safeParse(body);
      if (!input.success) return { ok: false, refusal: 'input.invalid' };
      const seat = await this.seats.takeFor(socket.data.personId, input.data.spaceId);
      socket.data.seatIds.add(seat.id);
      socket.data.organizationIds.add(seat.organizationId);
      await socket.join(roomOf(input.data.spaceId));
      // The right may have gone while we joined; what ended after this line closes the socket itself.
      await this.seats.takeFor(socket.data.personId, input.data.spaceId);
      const { entries, sequence } = await this.follows.missed(seat, input.data);
      for (const entry of entries) socket.emit('entry', entry);
      return { ok: true, sequence };
    });
  }

  @SubscribeMessage('look')
  async look(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<FollowAnswer> {
    return this.answer(async () => {
      const input = Look.safeParse(body);
      if (!input.success) return { ok: false, refusal: 'input.invalid' };
      const seat = await this.seats.take(socket.data.personId, input.data.partnershipId);
      await this.presence.look(socket.id, seat, input.data.place);
      return { ok: true, sequence: 0 };
    });
  }

  /** Closes every socket whose session or seat is gone, however it went. */
  async recheck(): Promise<void> {
    const held = [...this.server.sockets.sockets.values()].map((socket) => {
      const { sessionId, seatIds } = (socket as LiveSocket).data;
      return { socket, sessionId, seatIds: [...seatIds] };
    });
    if (held.length === 0) return;
    const sessions = await this.sessions.openAmong(held.map(({ sessionId }) => sessionId));
    const seats = await this.seats.openAmong([...new Set(held.flatMap(({ seatIds }) => seatIds))]);
    for (const { socket, sessionId, seatIds } of held)
      if (!sessions.has(sessionId) || !seatIds.every((id) => seats.has(id))) socket.disconnect(true);
  }

  private async answer(work: () => Promise<FollowAnswer>): Promise<FollowAnswer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError) return { ok: false, refusal: error.code };
      this.log.error(error);
      return { ok: false, refusal: 'server.failed' };
    }
  }

  private async admit(socket: LiveSocket): Promise<void> {
    const token = this.cookie.read(socket.request);
    const session = token ? await this.sessions.find(token) : null;
    if (!session) throw new DomainError('session.missing');
    socket.data.sessionId = session.id;
    socket.data.personId = session.personId;
    socket.data.seatIds = new Set();
    socket.data.organizationIds = new Set();
  }

  /** A socket whose right changed is closed; its client comes back and is asked again. */
  private closeWhatEnded(change: AccessChange): void {
    for (const socket of this.server.sockets.sockets.values()) {
      const held = (socket as LiveSocket).data;
      const isMeant =
        (change.kind === 'session' && held.sessionId === change.sessionId) ||
        (change.kind === 'person' && held.personId === change.personId) ||
        (change.kind === 'seat' && held.personId === change.personId) ||
        (change.kind === 'organization' && held.organizationIds.has(change.organizationId));
      if (isMeant) socket.disconnect(true);
    }
  }
}

const roomOf = (spaceId: string) => `space ${spaceId}`;

import { type BeforeApplicationShutdown, Logger } from '@nestjs/common';
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
  type PersonId,
  type SeatId,
  type ServerToClient,
  type SessionId,
  type SpaceId,
} from '@mufakat/domain';
import { closeCodes } from '@mufakat/broker';
import type { Server, Socket } from 'socket.io';
import type { WebSocket } from 'ws';
import { AccessChanges, type AccessChange } from '../access/access-changes.js';
import type { Seat } from '../access/seat.js';
import { SeatService } from '../access/seat.service.js';
import { SessionService } from '../access/session.service.js';
import { BegunWork } from '../begun-work.js';
import { SessionCookie } from '../http/cookie.js';
import { FollowService } from '../journal/follow.service.js';
import { JournalRelay } from '../journal/journal-relay.js';
import { Metrics } from '../observe/metrics.js';
import { PresenceService } from './presence.service.js';

type Held = {
  sessionId: SessionId;
  personId: PersonId;
  /** The seats by which it follows, as they were then. */
  seats: Map<SeatId, Seat>;
  /** How each followed space is left again. */
  unfollow: Map<SpaceId, () => void>;
};
type LiveSocket = Socket<ClientToServer, ServerToClient, Record<string, never>, Held>;
type LiveServer = Server<ClientToServer, ServerToClient, Record<string, never>, Held>;

/** Followers of a space get its entries as they are told; who is here is said by the server, never by the client. */
@WebSocketGateway()
export class LiveGateway implements OnGatewayInit, OnGatewayConnection, OnGatewayDisconnect, BeforeApplicationShutdown {
  private readonly log = new Logger(LiveGateway.name);
  private readonly begun = new BegunWork();

  /** A program that only commands, such as `npm run admin`, serves no sockets. */
  @WebSocketServer()
  private readonly server?: LiveServer;

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
    this.changes.onChange((change) => this.closeConcerned(change));
    this.changes.onDoubt(() => this.begun.begin(() => this.recheck()));
    this.presence.onNews((room, news) => void server.to(roomOf(room)).emit('presence', news));
    server.use((socket, next) => {
      this.admit(socket as LiveSocket).then(
        () => next(),
        (error: unknown) => next(error instanceof Error ? error : new Error('refused')),
      );
    });
  }

  get openSockets(): number {
    return this.server?.engine.clientsCount ?? 0;
  }

  /** Ends the line of everybody as a restart does: their clients come back by themselves, to whoever serves then. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const socket of this.all()) closeForRestart(socket);
    await this.begun.end();
  }

  handleConnection(socket: LiveSocket): void {
    this.metrics.connections.inc({ kind: 'live' });
    // What changed while the socket was being admitted was not heard by it.
    this.begun.begin(() => this.recheck([socket]));
  }

  handleDisconnect(socket: LiveSocket): void {
    this.metrics.connections.dec({ kind: 'live' });
    this.presence.leave(socket.id);
    for (const unfollow of socket.data.unfollow.values()) unfollow();
  }

  /** Joins the space first, then replays what was missed; the client drops what it already has. */
  @SubscribeMessage('follow')
  async follow(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<FollowAnswer> {
    return this.answer(async () => {
      const input = Follow.safeParse(body);
      if (!input.success) return { ok: false, refusal: 'input.invalid' };
      const { spaceId } = input.data;
      const seat = await this.seats.takeFor(socket.data.personId, spaceId);
      await this.join(socket, seat, spaceId);
      // The right may have gone while we joined; what ended after this line closes the socket itself.
      await this.seats.takeFor(socket.data.personId, spaceId);
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
      // Whoever went meanwhile has left already, and would be shown for ever.
      if (!socket.connected) this.presence.leave(socket.id);
      return { ok: true, sequence: 0 };
    });
  }

  private async join(socket: LiveSocket, seat: Seat, spaceId: SpaceId): Promise<void> {
    const { seats, unfollow } = socket.data;
    seats.set(seat.id, seat);
    if (!unfollow.has(spaceId)) {
      const leave = await this.relay.follow(spaceId);
      if (unfollow.has(spaceId) || !socket.connected) leave();
      else unfollow.set(spaceId, leave);
    }
    await socket.join(roomOf(spaceId));
  }

  private async answer(work: () => Promise<FollowAnswer>): Promise<FollowAnswer> {
    try {
      return await this.begun.watch(work());
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
    socket.data.seats = new Map();
    socket.data.unfollow = new Map();
  }

  private all(): LiveSocket[] {
    return [...(this.server?.sockets.sockets.values() ?? [])] as LiveSocket[];
  }

  /** A socket whose right changed is closed; its client comes back and is asked again. */
  private closeConcerned(change: AccessChange): void {
    for (const socket of this.all()) if (isMeant(change, socket.data)) socket.disconnect(true);
  }

  /** Closes every socket whose session or seat is gone or another, however it went: two questions for all of them. */
  async recheck(sockets: readonly LiveSocket[] = this.all()): Promise<void> {
    if (sockets.length === 0) return;
    try {
      // A seat that is taken while we ask was not asked about.
      const held = sockets.map((socket) => ({ socket, taken: [...socket.data.seats.values()] }));
      const sessions = await this.sessions.openAmong(sockets.map(({ data }) => data.sessionId));
      const seats = await this.seats.stillOpen(held.flatMap(({ taken }) => taken.map(({ id }) => id)));
      for (const { socket, taken } of held) {
        const isAsBefore = taken.every((seat) => isSame(seat, seats.get(seat.id)));
        if (!isAsBefore || !sessions.has(socket.data.sessionId)) socket.disconnect(true);
      }
    } catch (error) {
      this.log.error({ fault: 'rights were not asked again', err: error });
    }
  }
}

function isMeant(change: AccessChange, { sessionId, personId, seats }: Held): boolean {
  switch (change.kind) {
    case 'session':
      return sessionId === change.sessionId;
    case 'person':
    case 'seat':
      return personId === change.personId;
    case 'organization':
      return [...seats.values()].some(({ organizationId }) => organizationId === change.organizationId);
  }
}

function isSame(before: Seat, now: Seat | undefined): boolean {
  return before.role === now?.role && before.isSignatory === now.isSignatory;
}

/** Closes what carries the socket, with the code of a restart; a goodbye of socket.io would keep its client away. */
function closeForRestart({ conn }: LiveSocket): void {
  const { socket } = conn.transport as unknown as { socket: WebSocket };
  socket.close(closeCodes.restart.code, closeCodes.restart.say);
}

const roomOf = (spaceId: string) => `space ${spaceId}`;

import { closeCodes, type CloseReason } from './close-codes.js';
import { systemClock, type Clock } from './clock.js';
import { limits as defaultLimits, type Limits } from './limits.js';
import type { Closing, Peer } from './peer.js';
import type { RoomStore } from './room-store.js';
import { Room } from './room.js';

/** What a server gives the broker. */
export interface BrokerSettings {
  store: RoomStore;
  clock?: Clock;
  limits?: Readonly<Limits>;
  /** Something failed that no peer is to blame for; the broker goes on. */
  onProblem(problem: unknown, documentId: string): void;
  /** A peer was closed by the broker. */
  onClose?(closing: Closing): void;
}

/** What a room needs of its broker. */
export interface BrokerOptions {
  store: RoomStore;
  clock: Clock;
  limits: Readonly<Limits>;
  onProblem(problem: unknown, documentId: string): void;
  onClose?: ((closing: Closing) => void) | undefined;
  onLeave?: ((peer: Peer) => void) | undefined;
}

/** A peer's place in a room, for the transport that carries it. */
export interface Connection {
  receive(frame: Uint8Array): void;
  /** The transport has closed. */
  leave(): void;
}

/** All open documents of one process. Rules in SPEC.md. */
export class Broker {
  private readonly rooms = new Map<string, Room>();
  private readonly sockets = new Map<string, number>();
  private readonly options: BrokerOptions;
  private isDraining = false;

  constructor({ store, clock = systemClock, limits = defaultLimits, onProblem, onClose }: BrokerSettings) {
    this.options = { store, clock, limits, onProblem, onClose, onLeave: (peer) => this.uncount(peer.identity.id) };
  }

  /** Lets a peer into a document. Who may not enter is closed at once, by the table of close codes. */
  join(documentId: string, peer: Peer): Connection {
    const refusal = this.refusal(documentId, peer);
    if (refusal) {
      peer.close(closeCodes[refusal].code, closeCodes[refusal].say);
      this.options.onClose?.({ documentId, personId: peer.identity.id, reason: refusal, detail: 'join' });
      return { receive: () => undefined, leave: () => undefined };
    }
    const room = this.rooms.get(documentId) ?? this.openRoom(documentId);
    this.sockets.set(peer.identity.id, this.socketsOf(peer.identity.id) + 1);
    const member = room.join(peer);
    return { receive: (frame) => room.receive(member, frame), leave: () => room.leave(member) };
  }

  /** Asks the rights of these peers again, now, and closes those who have none. */
  recheck(isMeant: (peer: Peer, documentId: string) => boolean): void {
    for (const [documentId, room] of this.rooms) room.recheck((peer) => isMeant(peer, documentId));
  }

  /** For shutdown: takes nothing more, stores what was taken, says so, and closes everybody with 1012. */
  async drain(): Promise<void> {
    this.isDraining = true;
    let cancel = (): void => undefined;
    const patience = new Promise<void>((done) => {
      cancel = this.options.clock.after(this.options.limits.drain, done);
    });
    await Promise.all([...this.rooms.values()].map((room) => room.drain(patience)));
    cancel();
  }

  /** Open documents and peers, for metrics. */
  counts(): { rooms: number; peers: number } {
    const peers = [...this.rooms.values()].reduce((sum, { size }) => sum + size, 0);
    return { rooms: this.rooms.size, peers };
  }

  private refusal(documentId: string, peer: Peer): CloseReason | null {
    if (this.isDraining) return 'restart';
    if (peer.rights() === 'none') return 'unknown';
    if (this.socketsOf(peer.identity.id) >= this.options.limits.socketsPerPerson) return 'tooFast';
    const isFull = (this.rooms.get(documentId)?.size ?? 0) >= this.options.limits.socketsPerDocument;
    return isFull ? 'later' : null;
  }

  private openRoom(documentId: string): Room {
    const room: Room = new Room(documentId, this.options, () => {
      if (this.rooms.get(documentId) === room) this.rooms.delete(documentId);
    });
    this.rooms.set(documentId, room);
    void room.open();
    return room;
  }

  private socketsOf(personId: string): number {
    return this.sockets.get(personId) ?? 0;
  }

  private uncount(personId: string): void {
    const left = this.socketsOf(personId) - 1;
    if (left > 0) this.sockets.set(personId, left);
    else this.sockets.delete(personId);
  }
}

import { closeCodes, type CloseReason } from './close-codes.js';
import { systemClock, type Clock } from './clock.js';
import { limits as defaultLimits, type Limits } from './limits.js';
import { foldHere, type Folder } from './fold.js';
import type { Closing, Peer } from './peer.js';
import type { RoomStore, StoredNews } from './room-store.js';
import { RestingRooms } from './resting-rooms.js';
import { Room } from './room.js';
import type { AwarenessEntry } from './wire.js';

/** What is measured, in milliseconds. */
export interface Observer {
  /** From accepting an edit to its commit. */
  saved(milliseconds: number): void;
  /** From accepting an edit to giving it to the others. */
  shown(milliseconds: number): void;
  /** Something of the log had not been heard of, and was read. */
  gapRepaired(): void;
}

/** What a server tells and asks of the broker's doings. */
export interface BrokerEvents {
  /** Something failed that no peer is to blame for; the broker goes on. */
  onProblem(problem: unknown, documentId: string): void;
  /** A peer was closed by the broker. */
  onClose?(closing: Closing): void;
  /** A document is open here from now on; other processes may know who looks at it. */
  onOpen?(documentId: string): void;
  /** Peers of this process wrote what is not stored yet; other processes may want to show it. */
  onAccepted?(documentId: string, updates: readonly Uint8Array[]): void;
  /** This process appended to the log; other processes may want to hear of it. */
  onStored?(news: StoredNews): void;
  /** Peers of this process changed what they show of themselves. */
  onAwareness?(documentId: string, entries: readonly AwarenessEntry[]): void;
  observe?: Observer;
}

/** What a server gives the broker. */
export interface BrokerSettings extends BrokerEvents {
  store: RoomStore;
  folder?: Folder;
  clock?: Clock;
  limits?: Readonly<Limits>;
}

/** What a room needs of its broker. */
export interface BrokerOptions extends BrokerEvents {
  store: RoomStore;
  folder: Folder;
  clock: Clock;
  limits: Readonly<Limits>;
  onLeave(peer: Peer): void;
}

/** What a broker does about a room. */
export interface RoomHost {
  forget(): void;
  /** Nobody looks at it any more, and everything is stored. */
  rests(): void;
  wakes(): void;
}

/** How much is open. */
export interface Counts {
  rooms: number;
  peers: number;
  /** Bytes of documents held in memory. */
  bytes: number;
  /** Age of the oldest edit that is not stored, in milliseconds. */
  oldestUnsaved: number;
}

/** A peer's place in a room, for the transport that carries it. */
export interface Connection {
  /** The frame may be kept until its turn comes, so nobody else may write into it. */
  receive(frame: Uint8Array): void;
  /** The transport has closed. */
  leave(): void;
}

/** All open documents of one process. Rules in SPEC.md. */
export class Broker {
  private readonly rooms = new Map<string, Room>();
  private readonly sockets = new Map<string, number>();
  private readonly options: BrokerOptions;
  private readonly resting: RestingRooms;
  private isDraining = false;

  constructor(settings: BrokerSettings) {
    const onLeave = (peer: Peer) => this.uncount(peer.identity.id);
    this.options = { folder: foldHere(), clock: systemClock, limits: defaultLimits, ...settings, onLeave };
    this.resting = new RestingRooms(this.options.clock, this.options.limits);
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

  /** The rights of these peers are decided: who has none is closed, what waited for the decision is handled. */
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

  /** The documents that are open here. */
  openDocuments(): string[] {
    return [...this.rooms.keys()];
  }

  /** What another process accepted and has not stored yet. */
  hearEarly(documentId: string, updates: readonly Uint8Array[]): void {
    this.rooms.get(documentId)?.hearEarly(updates);
  }

  /** What another process stored. What is missing in between is read from the log. */
  hear(news: StoredNews): void {
    this.rooms.get(news.documentId)?.hear(news);
  }

  /** How far the logs of open documents go; rooms that are behind read what they lack. */
  compareHeads(heads: ReadonlyMap<string, number>): void {
    for (const [documentId, sequence] of heads) this.rooms.get(documentId)?.compareHead(sequence);
  }

  /** What the peers of this process show in a document, for a process that has just opened it. */
  awareness(documentId: string): AwarenessEntry[] {
    return this.rooms.get(documentId)?.awareness ?? [];
  }

  /** What another process says of its peers; `from` names it. */
  hearAwareness(documentId: string, from: string, entries: readonly AwarenessEntry[]): void {
    this.rooms.get(documentId)?.hearAwareness(from, entries);
  }

  /** For metrics. */
  counts(): Counts {
    const now = this.options.clock.now();
    const sum: Counts = { rooms: this.rooms.size, peers: 0, bytes: 0, oldestUnsaved: 0 };
    for (const { size, bytes, unsavedSince } of this.rooms.values()) {
      sum.peers += size;
      sum.bytes += bytes;
      if (unsavedSince !== null) sum.oldestUnsaved = Math.max(sum.oldestUnsaved, now - unsavedSince);
    }
    return sum;
  }

  private refusal(documentId: string, peer: Peer): CloseReason | null {
    if (this.isDraining) return 'restart';
    if (peer.rights() === 'none') return 'unknown';
    if (this.socketsOf(peer.identity.id) >= this.options.limits.socketsPerPerson) return 'tooFast';
    const isFull = (this.rooms.get(documentId)?.size ?? 0) >= this.options.limits.socketsPerDocument;
    return isFull ? 'later' : null;
  }

  private openRoom(documentId: string): Room {
    const room: Room = new Room(documentId, this.options, {
      forget: () => {
        this.resting.delete(room);
        if (this.rooms.get(documentId) === room) this.rooms.delete(documentId);
      },
      rests: () => this.resting.add(room),
      wakes: () => this.resting.delete(room),
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

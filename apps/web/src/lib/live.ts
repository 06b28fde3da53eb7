import type {
  ClientToServer,
  EntryName,
  JournalEntry,
  PartnershipId,
  Place,
  Presence,
  Refusal,
  ServerToClient,
  SpaceId,
} from '@mufakat/domain';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Socket } from 'socket.io-client';

/** What the screens do when something happens: for each entry a feature shows, how it goes into the cache. */
export type LiveHandlers = {
  [Name in EntryName]?: (cache: QueryClient, entry: Extract<JournalEntry, { name: Name }>) => void;
};

export type Connection = 'connecting' | 'connected' | 'offline';

type Wire = Pick<
  Socket<ServerToClient, ClientToServer>,
  'on' | 'emit' | 'connect' | 'disconnect' | 'connected' | 'active'
>;

const comeBackAfter = 2000;
const nobody: readonly Presence[] = [];

/** Follows the journals of the spaces which are open, in order and without gaps, and knows who is here. */
export class Live {
  connection: Connection = 'connecting';
  private readonly cursors = new Map<SpaceId, number>();
  private readonly asking = new Set<SpaceId>();
  private readonly present = new Map<PartnershipId, readonly Presence[]>();
  private readonly listeners = new Set<() => void>();
  private wanted = false;
  private comingBack: ReturnType<typeof setTimeout> | undefined;
  private lastLook: { partnershipId: PartnershipId; place: Place } | undefined;

  constructor(
    private readonly socket: Wire,
    private readonly cache: QueryClient,
    private readonly handlers: LiveHandlers,
    /** Called when the server no longer opens what was followed, or ended the line itself. */
    private readonly onRightsChanged: () => void,
  ) {
    socket.on('connect', () => this.resume());
    socket.on('disconnect', (reason) => this.lose(reason === 'io server disconnect'));
    socket.on('connect_error', () => this.lose(!socket.active));
    socket.on('entry', (entry) => this.take(entry));
    socket.on('presence', ({ partnershipId, people }) => {
      this.present.set(partnershipId, people);
      this.tell();
    });
  }

  /** Opens the line; called once somebody is signed in. */
  start(): void {
    this.wanted = true;
    if (!this.socket.connected) this.socket.connect();
  }

  /** Closes the line and forgets everything heard; called at sign-out. */
  stop(): void {
    this.wanted = false;
    clearTimeout(this.comingBack);
    this.socket.disconnect();
    this.cursors.clear();
    this.present.clear();
    this.lastLook = undefined;
    this.turn('offline');
  }

  /** Hears of everything after an entry of a space. Asking again for what is already followed changes nothing. */
  follow(spaceId: SpaceId, after: number): void {
    const held = this.cursors.get(spaceId);
    if (held !== undefined && held >= after) return;
    this.cursors.set(spaceId, after);
    this.ask(spaceId);
  }

  /** Tells the others where this person looks. */
  look(partnershipId: PartnershipId, place: Place): void {
    this.lastLook = { partnershipId, place };
    if (this.socket.connected) this.socket.emit('look', this.lastLook);
  }

  here(partnershipId: PartnershipId): readonly Presence[] {
    return this.present.get(partnershipId) ?? nobody;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The client comes back by itself unless the server ended the line or refused it; then rights are asked anew first. */
  private lose(byServer: boolean): void {
    this.turn('offline');
    if (!byServer || !this.wanted) return;
    this.onRightsChanged();
    clearTimeout(this.comingBack);
    this.comingBack = setTimeout(() => this.wanted && this.socket.connect(), comeBackAfter);
  }

  private resume(): void {
    this.turn('connected');
    this.asking.clear();
    for (const spaceId of this.cursors.keys()) this.ask(spaceId);
    if (this.lastLook) this.socket.emit('look', this.lastLook);
  }

  private ask(spaceId: SpaceId): void {
    if (!this.socket.connected || this.asking.has(spaceId)) return;
    this.asking.add(spaceId);
    const after = this.cursors.get(spaceId) ?? 0;
    this.socket.emit('follow', { spaceId, after }, (answer) => {
      this.asking.delete(spaceId);
      const reached = this.cursors.get(spaceId) ?? 0;
      if (!answer.ok) this.leave(spaceId, answer.refusal);
      else if (reached > after && reached < answer.sequence) this.ask(spaceId);
    });
  }

  private leave(spaceId: SpaceId, refusal: Refusal): void {
    if (refusal === 'server.failed') return;
    this.cursors.delete(spaceId);
    this.onRightsChanged();
  }

  private take(entry: JournalEntry): void {
    const held = this.cursors.get(entry.spaceId);
    if (held === undefined || entry.sequence <= held) return;
    if (entry.sequence > held + 1) return this.ask(entry.spaceId);
    this.cursors.set(entry.spaceId, entry.sequence);
    this.apply(entry);
  }

  private apply(entry: JournalEntry): void {
    const handle = this.handlers[entry.name] as ((cache: QueryClient, entry: JournalEntry) => void) | undefined;
    handle?.(this.cache, entry);
  }

  private turn(connection: Connection): void {
    if (this.connection === connection) return;
    this.connection = connection;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

export const LiveContext = createContext<Live | null>(null);

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs the providers of the app above it');
  return live;
}

/** Whether the line to the server is open. */
export function useConnection(): Connection {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, () => live.connection);
}

/** Who looks at the partnership now, oneself included. */
export function useHere(partnershipId: PartnershipId): readonly Presence[] {
  const live = useLive();
  return useSyncExternalStore(live.subscribe, () => live.here(partnershipId));
}

/** Says that this screen is being looked at. */
export function useLook(partnershipId: PartnershipId, screen: Place['screen'], subjectId: string | null = null): void {
  const live = useLive();
  useEffect(() => live.look(partnershipId, { screen, subjectId }), [live, partnershipId, screen, subjectId]);
}

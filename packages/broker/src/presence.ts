import { PeerFault } from './close-codes.js';
import type { Clock } from './clock.js';
import type { Limits } from './limits.js';
import type { Member } from './member.js';
import type { Identity } from './peer.js';
import { refuseUnsafeValue } from './plain-value.js';
import type { AwarenessEntry } from './wire.js';

/** Fields of an awareness state a peer may set; `user` is always the server's. */
const ownFields = ['cursor', 'selection', 'place'] as const;
const gone = 'null';
const mostGone = 1000;
/** Clients repeat their state every 15 s; one of another process that was silent for three times as long is gone. */
const remoteLasts = 45_000;

interface Held {
  clock: number;
  json: string;
  holder: Member;
}

/** Somebody whose socket another process holds. */
interface Remote {
  clock: number;
  json: string;
  from: string;
  heardAt: number;
}

interface PresenceParts {
  /** To the peers of this process. */
  show(entries: readonly AwarenessEntry[]): void;
  /** To the other processes. */
  tell(entries: readonly AwarenessEntry[]): void;
}

/** Who looks at a document and where: a map from client id to state, without documents or timers per peer. */
export class Presence {
  private readonly held = new Map<number, Held>();
  private readonly remote = new Map<number, Remote>();
  private readonly lastClocks = new Map<number, number>();
  private readonly changed = new Set<number>();
  private flushedAt = -Infinity;
  private isWaiting = false;

  constructor(
    private readonly parts: PresenceParts,
    private readonly clock: Clock,
    private readonly limits: Limits,
  ) {}

  /** Everybody's state, for one who joins or asks. */
  all(): AwarenessEntry[] {
    const freshest = this.clock.now() - remoteLasts;
    const elsewhere = [...this.remote].filter(([, { heardAt }]) => heardAt >= freshest);
    return [...this.own(), ...elsewhere.map(([clientId, { clock, json }]) => ({ clientId, clock, json }))];
  }

  /** The states of this process's own peers. */
  own(): AwarenessEntry[] {
    return [...this.held].map(([clientId, { clock, json }]) => ({ clientId, clock, json }));
  }

  /** The person of this process who shows himself under a client id. */
  holderOf(clientId: number): string | null {
    return this.held.get(clientId)?.holder.peer.identity.id ?? null;
  }

  /** What another process says of its peers. It checked them; an id that is held here stays with its holder. */
  hear(from: string, entries: readonly AwarenessEntry[]): void {
    const news = entries.filter(({ clientId, clock, json }) => {
      const known = this.remote.get(clientId);
      if (this.held.has(clientId) || (known && clock < known.clock)) return false;
      if (json === gone && known?.from !== from) return false;
      if (json === gone) this.remote.delete(clientId);
      else this.remote.set(clientId, { clock, json, from, heardAt: this.clock.now() });
      return true;
    });
    if (news.length > 0) this.parts.show(news);
  }

  /** Takes what a peer says of itself. What it repeats about others is left aside; answers what it has to know. */
  receive(member: Member, entries: readonly AwarenessEntry[]): AwarenessEntry[] {
    const corrections: AwarenessEntry[] = [];
    for (const entry of entries) {
      if (entry.clock > this.limits.clock) throw new PeerFault('malformed', 'awareness clock');
      const known = this.held.get(entry.clientId);
      if (known) this.refuseClash(member, entry, known);
      if (!this.isOwn(member, entry, known)) continue;
      const last = this.lastClocks.get(entry.clientId);
      if (!known && last !== undefined && entry.clock <= last) {
        corrections.push({ clientId: entry.clientId, clock: last, json: gone });
      } else if (!known || entry.clock >= known.clock) this.put(member, entry);
    }
    return corrections;
  }

  /** Removes the state of a peer that has gone. */
  leave(member: Member): void {
    const id = member.awarenessId;
    member.awarenessId = null;
    if (id === null || this.held.get(id)?.holder !== member) return;
    this.remove(id, this.held.get(id)?.clock ?? 0);
  }

  private refuseClash(member: Member, { clock }: AwarenessEntry, known: Held): void {
    const isForeign = known.holder.peer.identity.id !== member.peer.identity.id;
    if (isForeign && clock > known.clock) throw new PeerFault('clash', 'awareness id of another person');
  }

  /** A peer speaks for one id: the first it shows, unless another person holds it. Its own older screen gives way. */
  private isOwn(member: Member, { clientId, json }: AwarenessEntry, known: Held | undefined): boolean {
    if (member.awarenessId !== null) return member.awarenessId === clientId;
    if (json === gone) return false;
    return !known || known.holder.peer.identity.id === member.peer.identity.id;
  }

  private put(member: Member, { clientId, clock, json }: AwarenessEntry): void {
    if (json === gone) return this.remove(clientId, clock);
    const stamped = stamp(json, member.peer.identity, this.limits);
    const known = this.held.get(clientId);
    if (known && known.holder !== member) known.holder.awarenessId = null;
    member.awarenessId = clientId;
    this.held.set(clientId, { clock, json: stamped, holder: member });
    this.mark(clientId);
  }

  private remove(clientId: number, clock: number): void {
    if (!this.held.delete(clientId)) return;
    this.lastClocks.delete(clientId);
    this.lastClocks.set(clientId, clock);
    const [oldest] = this.lastClocks.keys();
    if (this.lastClocks.size > mostGone && oldest !== undefined) this.lastClocks.delete(oldest);
    this.mark(clientId);
  }

  private mark(clientId: number): void {
    this.changed.add(clientId);
    if (this.isWaiting) return;
    const wait = this.flushedAt + this.limits.awarenessInterval - this.clock.now();
    if (wait <= 0) return this.flush();
    this.isWaiting = true;
    this.clock.after(wait, () => {
      this.isWaiting = false;
      this.flush();
    });
  }

  private flush(): void {
    this.flushedAt = this.clock.now();
    const entries = [...this.changed].map((clientId) => {
      const { clock, json } = this.held.get(clientId) ?? { clock: this.lastClocks.get(clientId) ?? 0, json: gone };
      return { clientId, clock, json };
    });
    this.changed.clear();
    this.parts.show(entries);
    this.parts.tell(entries);
  }
}

/** The state a peer may show: the fields it owns, and who it is according to the server. */
function stamp(json: string, user: Identity, limits: Limits): string {
  if (Buffer.byteLength(json) > limits.awareness) throw new PeerFault('tooLarge', 'awareness state');
  const state = parse(json);
  if (typeof state !== 'object' || state === null || Array.isArray(state)) {
    throw new PeerFault('malformed', 'awareness state');
  }
  refuseUnsafeValue(state, limits.valueDepth);
  const shown = Object.fromEntries(Object.entries(state).filter(([key]) => ownFields.some((field) => field === key)));
  const { id, name, organization, colour } = user;
  return JSON.stringify({ ...shown, user: { id, name, organization, colour } });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new PeerFault('malformed', 'awareness is not JSON');
  }
}

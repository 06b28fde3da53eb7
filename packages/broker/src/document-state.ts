import * as Y from 'yjs';
import { PeerFault } from './close-codes.js';
import { Deletions } from './deletions.js';
import { emptyUpdate, fold, merge } from './fold.js';
import type { StoredDocument } from './room-store.js';
import { readStored, type Struct, type UpdateFacts } from './update-reader.js';

/**
 * An open document as bytes: base and tail as stored, and an index of what is known.
 * There is no Y.Doc here; accepted updates count as known before they are stored, but nobody is sent them.
 */
export class DocumentState {
  private tail: Uint8Array[];
  private tailBytes: number;
  private base: Uint8Array;
  private merged: Uint8Array | null = null;
  private vector: Uint8Array | null = null;
  private readonly clocks = new Map<number, number>();
  private readonly deletions = new Deletions();

  constructor(stored: StoredDocument) {
    this.base = stored.base ?? emptyUpdate;
    this.tail = [...stored.tail];
    this.tailBytes = sizeOf(this.tail);
    this.accept(readStored(this.stored()));
  }

  get bytes(): number {
    return this.base.length + this.tailBytes;
  }

  get tailLength(): number {
    return this.tail.length;
  }

  /** How far the text of a client id is known. */
  clockOf(clientId: number): number {
    return this.clocks.get(clientId) ?? 0;
  }

  /** Whether an update says anything that is not known yet. */
  hasNews({ structs, deletions }: UpdateFacts): boolean {
    for (const [client, list] of structs) {
      const last = list.at(-1);
      if (last && last.id.clock + last.length > this.clockOf(client)) return true;
    }
    return deletions.some((range) => !this.deletions.covers(range));
  }

  /** Whether an update repeats some of what is known. */
  overlaps({ structs }: UpdateFacts): boolean {
    return [...structs].some(([client, list]) => (list[0]?.id.clock ?? Infinity) < this.clockOf(client));
  }

  /** Whether everything an update builds on is known or comes with it, in an order that can be applied. */
  canFollow(facts: UpdateFacts): boolean {
    if (facts.hasGap) return false;
    const reach = new Map<number, number>();
    const reachOf = (client: number) => reach.get(client) ?? this.clockOf(client);
    if (!applyInOrder(facts.structs, reachOf, (client, clock) => reach.set(client, clock))) return false;
    return facts.deletions.every(({ client, clock, length }) => clock + length <= reachOf(client));
  }

  /** Takes checked facts as known. */
  accept({ structs, deletions }: Pick<UpdateFacts, 'structs' | 'deletions'>): void {
    for (const [client, list] of structs) {
      const last = list.at(-1);
      if (last) this.clocks.set(client, Math.max(this.clockOf(client), last.id.clock + last.length));
    }
    for (const range of deletions) this.deletions.add(range);
  }

  /** The update without what is known already, so that the log never holds two texts for one place. */
  withoutKnown(update: Uint8Array, { structs }: UpdateFacts): Uint8Array {
    const known = new Map([...structs.keys()].map((client) => [client, this.clockOf(client)]));
    return Y.diffUpdate(update, Y.encodeStateVector(known));
  }

  /** Adds an update that is stored. */
  add(update: Uint8Array): void {
    this.tail.push(update);
    this.tailBytes += update.length;
    this.merged = null;
    this.vector = null;
  }

  /** Everything that is stored, as one update. */
  stored(): Uint8Array {
    this.merged ??= merge([this.base, ...this.tail]);
    return this.merged;
  }

  stateVector(): Uint8Array {
    this.vector ??= Y.encodeStateVectorFromUpdate(this.stored());
    return this.vector;
  }

  /** What is stored and lies beyond a peer's state vector. */
  since(stateVector: Uint8Array): Uint8Array {
    return isEmptyVector(stateVector) ? this.stored() : Y.diffUpdate(this.stored(), stateVector);
  }

  /** Folds the tail into the base; says nothing new, takes less room. */
  compact(): void {
    this.base = fold(this.base, this.tail);
    this.tail = [];
    this.tailBytes = 0;
    this.merged = null;
  }
}

function isEmptyVector(stateVector: Uint8Array): boolean {
  try {
    return Y.decodeStateVector(stateVector).size === 0;
  } catch {
    throw new PeerFault('malformed', 'state vector');
  }
}

function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { length }) => sum + length, 0);
}

/** Plays the update the way Yjs would: a client waits for the one it builds on, and is woken when that has come. */
function applyInOrder(
  structs: ReadonlyMap<number, readonly Struct[]>,
  reachOf: (client: number) => number,
  reached: (client: number, clock: number) => void,
): boolean {
  const next = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  const ready = [...structs.keys()];
  let left = structs.size;
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const list = structs.get(client) ?? [];
    let index = next.get(client) ?? 0;
    let blocker: number | undefined;
    for (let struct = list[index]; struct; struct = list[index]) {
      blocker = missingFor(struct, reachOf);
      if (blocker !== undefined) break;
      reached(client, Math.max(reachOf(client), struct.id.clock + struct.length));
      index += 1;
    }
    if (blocker === undefined) left -= 1;
    else waiting.set(blocker, [...(waiting.get(blocker) ?? []), client]);
    if (index > (next.get(client) ?? 0)) {
      ready.push(...(waiting.get(client) ?? []));
      waiting.delete(client);
    }
    next.set(client, index);
  }
  return left === 0;
}

/** The client id whose text has to come before this struct, if any. */
function missingFor(struct: Struct, reachOf: (client: number) => number): number | undefined {
  const { client, clock } = struct.id;
  if (clock > reachOf(client)) return client;
  if (!(struct instanceof Y.Item)) return undefined;
  const parent = struct.parent instanceof Y.ID ? struct.parent : null;
  return [struct.origin, struct.rightOrigin, parent].find((id) => id && id.clock >= reachOf(id.client))?.client;
}

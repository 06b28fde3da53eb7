import * as Y from 'yjs';
import { PeerFault } from './close-codes.js';
import { Deletions } from './deletions.js';
import { emptyUpdate, merge, type Folded } from './fold.js';
import type { StoredDocument } from './room-store.js';
import { canApply } from './struct-order.js';
import { readStored, rootTypesOf, type UpdateFacts } from './update-reader.js';

type Known = Pick<UpdateFacts, 'structs' | 'deletions'>;

/**
 * An open document as bytes and an index of what is known. There is no Y.Doc here, and nothing is merged on the way:
 * a base, a tail of updates that are stored, and those on their way into the log.
 */
export class DocumentState {
  private base: Uint8Array;
  private baseClocks: ReadonlyMap<number, number>;
  private tail: Uint8Array[];
  private flying: Uint8Array[] = [];
  private size: number;
  private readonly clocks: Map<number, number>;
  private readDeletions: Deletions | null = null;
  private readRootTypes: Set<string> | null = null;
  private encodedVector: Uint8Array | null = null;

  constructor({ base, baseVector, tail }: StoredDocument) {
    this.base = base ?? emptyUpdate;
    this.tail = [...tail];
    this.size = this.base.length + sizeOf(this.tail);
    this.baseClocks = Y.decodeStateVector(baseVector ?? Y.encodeStateVectorFromUpdate(this.base));
    this.clocks = new Map(this.baseClocks);
    for (const update of this.tail) this.reach(Y.parseUpdateMeta(update).to);
  }

  /** Everything accepted, in bytes. */
  get bytes(): number {
    return this.size;
  }

  get tailLength(): number {
    return this.tail.length;
  }

  /** How far the text of a client id is known. */
  clockOf(clientId: number): number {
    return this.clocks.get(clientId) ?? 0;
  }

  /** Whether an update says anything that is not known yet. */
  hasNews(facts: Known): boolean {
    return this.hasNewText(facts) || facts.deletions.some((range) => !this.deletions.covers(range));
  }

  /** Whether an update repeats some of what is known. */
  overlaps({ structs }: Pick<Known, 'structs'>): boolean {
    for (const [client, list] of structs) if ((list[0]?.id.clock ?? Infinity) < this.clockOf(client)) return true;
    return false;
  }

  /** Whether everything an update builds on is known or comes with it, in an order that can be applied. */
  canFollow(facts: UpdateFacts): boolean {
    return !facts.hasGap && canApply(facts, (client) => this.clockOf(client));
  }

  /** How many root types the document has with this update; 0 when the update names none. */
  rootTypesWith({ structs }: Pick<Known, 'structs'>): number {
    const named = rootTypesOf(structs);
    if (named.length === 0) return 0;
    return new Set([...this.rootTypes, ...named]).size;
  }

  /** The update without what is known already, so that the log never holds two texts for one place. */
  withoutKnown(update: Uint8Array, { structs }: Known): Uint8Array {
    const known = new Map([...structs.keys()].map((client) => [client, this.clockOf(client)]));
    return Y.diffUpdate(update, Y.encodeStateVector(known));
  }

  /** Takes a checked update as known and on its way into the log. */
  accept(update: Uint8Array, facts: Known): void {
    this.learn(facts);
    this.flying.push(update);
    this.size += update.length;
  }

  /** So many of the accepted updates, the oldest first, are in the log. */
  settle(count: number): void {
    this.tail.push(...this.flying.splice(0, count));
  }

  /** Takes what another process stored; answers whether it says anything new here. */
  hear(update: Uint8Array): boolean {
    const facts = readStored(update);
    if (!this.hasNews(facts)) return false;
    this.learn(facts);
    this.tail.push(update);
    this.size += update.length;
    return true;
  }

  /** The state vector of everything accepted. */
  vector(): Uint8Array {
    this.encodedVector ??= Y.encodeStateVector(this.clocks);
    return this.encodedVector;
  }

  /** What was folded. */
  get folded(): Uint8Array {
    return this.base;
  }

  /** Whether `since` would have to read the base for this state vector. */
  needsBase(stateVector: Uint8Array): boolean {
    const has = readVector(stateVector);
    return has.size > 0 && !(this.readDeletions && covers(has, this.baseClocks));
  }

  /** As `since`, with what is lacking of this base; null when another base has taken its place. */
  sinceBase(base: Uint8Array, lacking: Uint8Array, stateVector: Uint8Array): Uint8Array[] | null {
    if (base !== this.base) return null;
    if (!covers(readVector(stateVector), this.baseClocks)) return this.pieces(lacking);
    // Nothing but what is deleted is lacking.
    this.readDeletions ??= deletionsOf(this.pieces(lacking));
    return this.since(stateVector);
  }

  /** Updates that together bring whoever has this state vector to everything accepted. */
  since(stateVector: Uint8Array): Uint8Array[] {
    const has = readVector(stateVector);
    if (has.size === 0) return this.pieces(this.base);
    if (covers(has, this.clocks)) return [this.deletions.asUpdate()];
    if (covers(has, this.baseClocks)) return [...this.pieces(emptyUpdate), this.deletions.asUpdate()];
    return this.pieces(Y.diffUpdate(this.base, stateVector));
  }

  /** Everything accepted as one update; costly. */
  whole(): Uint8Array {
    return merge(this.pieces(this.base));
  }

  /** What is to be folded: everything that is in the log. */
  parts(): { base: Uint8Array; tail: readonly Uint8Array[] } {
    return { base: this.base, tail: [...this.tail] };
  }

  /** Puts what was folded in the place of the base and so many updates after it. */
  replace({ state, vector }: Pick<Folded, 'state' | 'vector'>, count: number): void {
    const gone = this.tail.splice(0, count);
    this.size += state.length - this.base.length - sizeOf(gone);
    this.base = state;
    this.baseClocks = Y.decodeStateVector(vector);
  }

  private get deletions(): Deletions {
    return (this.readDeletions ??= deletionsOf(this.pieces(this.base)));
  }

  private get rootTypes(): Set<string> {
    this.readRootTypes ??= new Set(this.pieces(this.base).flatMap((update) => rootTypesOf(readStored(update).structs)));
    return this.readRootTypes;
  }

  private hasNewText({ structs }: Known): boolean {
    for (const [client, list] of structs) {
      const last = list.at(-1);
      if (last && last.id.clock + last.length > this.clockOf(client)) return true;
    }
    return false;
  }

  private learn({ structs, deletions }: Known): void {
    for (const [client, list] of structs) {
      const last = list.at(-1);
      if (last) this.clocks.set(client, Math.max(this.clockOf(client), last.id.clock + last.length));
    }
    this.encodedVector = null;
    if (this.readRootTypes) for (const name of rootTypesOf(structs)) this.readRootTypes.add(name);
    if (deletions.length > 0) for (const range of deletions) this.deletions.add(range);
  }

  private reach(ends: ReadonlyMap<number, number>): void {
    for (const [client, end] of ends) this.clocks.set(client, Math.max(this.clockOf(client), end));
  }

  private pieces(first: Uint8Array): Uint8Array[] {
    return [first, ...this.tail, ...this.flying].filter((update) => update !== emptyUpdate);
  }
}

function deletionsOf(updates: readonly Uint8Array[]): Deletions {
  const deletions = new Deletions();
  for (const update of updates) for (const range of readStored(update).deletions) deletions.add(range);
  return deletions;
}

function readVector(stateVector: Uint8Array): Map<number, number> {
  try {
    return Y.decodeStateVector(stateVector);
  } catch {
    throw new PeerFault('malformed', 'state vector');
  }
}

function covers(has: ReadonlyMap<number, number>, clocks: ReadonlyMap<number, number>): boolean {
  for (const [client, clock] of clocks) if ((has.get(client) ?? 0) < clock) return false;
  return true;
}

function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { length }) => sum + length, 0);
}

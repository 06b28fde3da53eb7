import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { PeerFault } from './close-codes.js';
import type { Range } from './deletions.js';
import type { Limits } from './limits.js';
import { refuseForbiddenKey, refuseUnsafeValue } from './plain-value.js';

/** A struct as it came over the wire; its length may still be anything. */
export type Struct = Y.Item | Y.GC;

/** What an update says, read without applying it. */
export interface UpdateFacts {
  /** Structs per client id, without a gap or an overlap inside the update. */
  structs: Map<number, Struct[]>;
  deletions: Range[];
  /** The update itself leaves out a stretch it builds on. */
  hasGap: boolean;
}

/** Yjs's own reader with bounds: it counts structs and looks at every key and plain value as it reads them. */
class GuardedDecoder extends Y.UpdateDecoderV1 {
  private structsLeft: number;

  constructor(
    readonly source: decoding.Decoder,
    private readonly limits: Limits,
  ) {
    super(source);
    this.structsLeft = limits.structs;
  }

  override readInfo(): number {
    this.structsLeft -= 1;
    if (this.structsLeft < 0) throw new PeerFault('tooLarge', 'too many structs');
    return super.readInfo();
  }

  override readKey(): string {
    const key = super.readKey();
    refuseForbiddenKey(key);
    return key;
  }

  override readJSON(): unknown {
    const value: unknown = super.readJSON();
    refuseUnsafeValue(value, this.limits.valueDepth);
    return value;
  }

  override readAny(): unknown {
    return this.readValue(this.limits.valueDepth);
  }

  /** lib0 assigns keys as they come, so `__proto__` has to be met before the object is made. */
  private readValue(depthLeft: number): unknown {
    const kind = this.source.arr[this.source.pos];
    if (kind !== 117 && kind !== 118) return decoding.readAny(this.source);
    if (depthLeft === 0) throw new PeerFault('malformed', 'value too deep');
    this.source.pos += 1;
    const count = decoding.readVarUint(this.source);
    if (count > this.source.arr.length - this.source.pos) throw new PeerFault('malformed', 'impossible count');
    if (kind === 117) return Array.from({ length: count }, () => this.readValue(depthLeft - 1));
    return Object.fromEntries(
      Array.from({ length: count }, () => {
        const key = decoding.readVarString(this.source);
        refuseForbiddenKey(key);
        return [key, this.readValue(depthLeft - 1)];
      }),
    );
  }
}

/** Reads an update of a peer within the limits; throws a `PeerFault` for anything that is not one. */
export function readUpdate(update: Uint8Array, limits: Limits): UpdateFacts {
  try {
    const source = decoding.createDecoder(update);
    const Guarded = function () {
      return new GuardedDecoder(source, limits);
    } as unknown as typeof Y.UpdateDecoderV1;
    const { structs, ds } = Y.decodeUpdateV2(update, Guarded);
    if (source.pos !== update.length) throw new PeerFault('malformed', 'update ends elsewhere');
    const facts = { ...gather(structs, limits), deletions: readDeletions(ds) };
    for (const { clock, length } of facts.deletions) refuseClock(clock, length, limits);
    return facts;
  } catch (problem) {
    if (problem instanceof PeerFault) throw problem;
    throw new PeerFault('malformed', 'not an update');
  }
}

/** Reads stored bytes, which were checked when they came. */
export function readStored(update: Uint8Array): Pick<UpdateFacts, 'structs' | 'deletions'> {
  const { structs, ds } = Y.decodeUpdate(update);
  const byClient = new Map<number, Struct[]>();
  for (const struct of structs) if (!(struct instanceof Y.Skip)) listOf(byClient, struct.id.client).push(struct);
  return { structs: byClient, deletions: readDeletions(ds) };
}

/** The root types which an update names; what stands beside known text names none. */
export function rootTypesOf(structs: UpdateFacts['structs']): string[] {
  const names: string[] = [];
  for (const list of structs.values())
    for (const struct of list)
      if (struct instanceof Y.Item && typeof struct.parent === 'string') names.push(struct.parent);
  return names;
}

/** An update without what stands under these client ids; what it deletes stays. */
export function withoutClients(update: Uint8Array, ids: readonly number[]): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(new Map(ids.map((id) => [id, Number.MAX_SAFE_INTEGER]))));
}

function gather(structs: readonly (Struct | Y.Skip)[], limits: Limits): Pick<UpdateFacts, 'structs' | 'hasGap'> {
  const byClient = new Map<number, Struct[]>();
  let hasGap = false;
  for (const struct of structs) {
    const { client, clock } = struct.id;
    refuseClock(clock, struct.length, limits);
    if (struct instanceof Y.Skip) {
      hasGap = true;
      continue;
    }
    refuseUnsafeStruct(struct, limits);
    const known = listOf(byClient, client);
    const last = known.at(-1);
    if (last && clock < last.id.clock + last.length) throw new PeerFault('malformed', 'structs overlap');
    if (last && clock > last.id.clock + last.length) hasGap = true;
    known.push(struct);
  }
  return { structs: byClient, hasGap };
}

function refuseClock(clock: number, length: number, limits: Limits): void {
  if (!(length > 0)) throw new PeerFault('malformed', 'empty stretch');
  if (clock + length > limits.clock) throw new PeerFault('malformed', 'clock out of bounds');
}

function refuseUnsafeStruct(struct: Struct, limits: Limits): void {
  if (!(struct instanceof Y.Item)) return;
  if (typeof struct.parent === 'string') refuseForbiddenKey(struct.parent);
  refuseForbiddenKey(struct.parentSub);
  if (struct.content instanceof Y.ContentDoc) throw new PeerFault('malformed', 'subdocument');
  if (struct.content instanceof Y.ContentJSON) refuseUnsafeValue(struct.content.arr, limits.valueDepth);
}

function readDeletions(ds: ReturnType<typeof Y.decodeUpdate>['ds']): Range[] {
  return [...ds.clients].flatMap(([client, items]) => items.map(({ clock, len }) => ({ client, clock, length: len })));
}

function listOf(map: Map<number, Struct[]>, client: number): Struct[] {
  const list = map.get(client) ?? [];
  map.set(client, list);
  return list;
}

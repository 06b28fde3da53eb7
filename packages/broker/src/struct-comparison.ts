import * as Y from 'yjs';
import { readStored, type Struct } from './update-reader.js';

/**
 * Whether structs say the same as what is known, wherever both speak of the same place.
 * Content that is deleted on either side says nothing and agrees with everything.
 */
export function agreesWith(incoming: ReadonlyMap<number, readonly Struct[]>, known: Uint8Array): boolean {
  const stored = readStored(known).structs;
  return [...incoming].every(([client, structs]) => listsAgree(structs, stored.get(client) ?? []));
}

function listsAgree(structs: readonly Struct[], stored: readonly Struct[]): boolean {
  let from = 0;
  for (const struct of structs) {
    while (endOf(stored[from]) <= struct.id.clock) from += 1;
    for (let index = from; startOf(stored[index]) < endOf(struct); index += 1) {
      if (!agree(struct, stored[index] as Struct)) return false;
    }
  }
  return true;
}

function startOf(struct: Struct | undefined): number {
  return struct ? struct.id.clock : Infinity;
}

function endOf(struct: Struct | undefined): number {
  return struct ? struct.id.clock + struct.length : Infinity;
}

function agree(one: Struct, other: Struct): boolean {
  if (isGone(one) || isGone(other)) return true;
  const start = Math.max(one.id.clock, other.id.clock);
  const end = Math.min(endOf(one), endOf(other));
  return originAt(one, start) === originAt(other, start) && contentOf(one, start, end) === contentOf(other, start, end);
}

function isGone(struct: Struct): struct is Y.GC {
  return !(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted;
}

function originAt(struct: Struct, clock: number): string {
  if (clock > struct.id.clock) return `${struct.id.client}:${clock - 1}`;
  const origin = struct instanceof Y.Item ? struct.origin : null;
  return origin ? `${origin.client}:${origin.clock}` : '';
}

/** The content of a stretch in one comparable string. */
function contentOf(struct: Struct, start: number, end: number): string {
  const { content } = struct as Y.Item;
  const from = start - struct.id.clock;
  const to = end - struct.id.clock;
  if (content instanceof Y.ContentString) return `string ${content.str.slice(from, to)}`;
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return write(content.arr.slice(from, to));
  if (content instanceof Y.ContentFormat) return write(['format', content.key, content.value]);
  if (content instanceof Y.ContentEmbed) return write(['embed', content.embed]);
  if (content instanceof Y.ContentBinary) return write(['binary', [...content.content]]);
  if (content instanceof Y.ContentType) {
    const { type } = content;
    return write([type.constructor.name, type instanceof Y.XmlElement ? type.nodeName : null]);
  }
  return '';
}

function write(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}

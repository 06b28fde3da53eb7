import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;
type Deletions = ReturnType<typeof Y.decodeUpdate>['ds'];

/**
 * The same update in pieces that are not larger, each standing on the one before; the text they make is the same.
 * What one edit writes is of one client id and in the order in which it can be applied; any other update stays whole.
 */
export function splitUpdate(update: Uint8Array, most: number): Uint8Array[] {
  if (update.length <= most) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const [first] = structs;
  if (!first || structs.some(({ id }) => id.client !== first.id.client)) return [update];
  const groups = grouped(
    structs.flatMap((struct) => cut(struct, Math.floor(most / 8))),
    most,
  );
  return groups.map((group, index) => encode(group, index === groups.length - 1 ? ds : null));
}

/** A long stretch of text as shorter ones; whatever else there is stays as it is. */
function cut(struct: Struct, most: number): Struct[] {
  const pieces: Struct[] = [];
  let rest = struct;
  while (rest instanceof Y.Item && rest.content instanceof Y.ContentString && rest.content.str.length > most) {
    const at = wholeSigns(rest.content.str, most);
    const { client, clock } = rest.id;
    const content = rest.content.splice(at);
    pieces.push(rest);
    const { rightOrigin, parent, parentSub } = rest;
    const id = Y.createID(client, clock + at);
    rest = new Y.Item(id, null, Y.createID(client, clock + at - 1), null, rightOrigin, parent, parentSub, content);
  }
  return [...pieces, rest];
}

/** Never between the two halves of one sign. */
function wholeSigns(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at - 1 : at;
}

function grouped(structs: readonly Struct[], most: number): Struct[][] {
  const groups: Struct[][] = [[]];
  let size = 0;
  for (const struct of structs) {
    const bytes = sizeOf(struct);
    // What surrounds the structs of an update takes a few bytes, the deletions of the last one more.
    if (size > 0 && size + bytes > most / 2) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(struct);
    size += bytes;
  }
  return groups;
}

function sizeOf(struct: Struct): number {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array().length;
}

function encode(structs: readonly Struct[], deletions: Deletions | null): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const to = encoder.restEncoder;
  const [first] = structs;
  const numbers = first ? [1, structs.length, first.id.client, first.id.clock] : [0];
  for (const number of numbers) encoding.writeVarUint(to, number);
  for (const struct of structs) struct.write(encoder, 0);
  encoding.writeVarUint(to, deletions?.clients.size ?? 0);
  for (const [client, ranges] of deletions?.clients ?? []) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(to, clock);
      encoding.writeVarUint(to, len);
    }
  }
  return encoder.toUint8Array();
}

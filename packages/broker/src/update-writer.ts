import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { UpdateFacts } from './update-reader.js';

/** The update that says what was read of another one, or a part of it. */
export function writeUpdate({ structs, deletions }: Pick<UpdateFacts, 'structs' | 'deletions'>): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  encoding.writeVarUint(restEncoder, structs.size);
  for (const [client, list] of structs) {
    encoding.writeVarUint(restEncoder, list.length);
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, list[0]?.id.clock ?? 0);
    for (const struct of list) struct.write(encoder, 0);
  }
  writeDeletions(restEncoder, deletions);
  return encoder.toUint8Array();
}

function writeDeletions(encoder: encoding.Encoder, deletions: UpdateFacts['deletions']): void {
  const clients = new Map<number, UpdateFacts['deletions']>();
  for (const range of deletions) clients.set(range.client, [...(clients.get(range.client) ?? []), range]);
  encoding.writeVarUint(encoder, clients.size);
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}

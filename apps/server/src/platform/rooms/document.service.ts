import { Injectable } from '@nestjs/common';
import type { DocumentId, SpaceId } from '@mufakat/domain';
import type { Tx } from '../database/unit-of-work.js';
import { Clock } from '../outside/clock.js';

/** A co-edited text to be made: to which thing it belongs and what it starts with. */
export type NewDocument = {
  id: DocumentId;
  spaceId: SpaceId;
  /** The kind of thing it belongs to; a door of that kind decides who enters. */
  kind: string;
  subjectId: string;
  /** The first Yjs update of its log. */
  start: Uint8Array;
};

/** Makes co-edited texts, in the transaction that makes the thing they belong to. */
@Injectable()
export class DocumentService {
  constructor(private readonly clock: Clock) {}

  async create(tx: Tx, document: NewDocument): Promise<void> {
    const now = this.clock.now();
    await tx.db.query(
      `insert into document (id, space_id, kind, subject_id, sequence, created_at) values ($1, $2, $3, $4, 1, $5)`,
      [document.id, document.spaceId, document.kind, document.subjectId, now],
    );
    await tx.db.query(
      `insert into document_update (document_id, sequence, space_id, data, person_ids, at) values ($1, 1, $2, $3, array[null]::uuid[], $4)`,
      [document.id, document.spaceId, packUpdates([document.start]), now],
    );
  }
}

/** The updates of one commit as one value: each with its length in four bytes in front. */
export function packUpdates(updates: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    updates.flatMap((update) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(update.length);
      return [length, update];
    }),
  );
}

/** The opposite of `packUpdates`. */
export function unpackUpdates(packed: Buffer): Uint8Array[] {
  const updates: Uint8Array[] = [];
  for (let at = 0; at < packed.length;) {
    const length = packed.readUInt32BE(at);
    updates.push(new Uint8Array(packed.subarray(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return updates;
}

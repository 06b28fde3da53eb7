import { Injectable } from '@nestjs/common';
import type { StoredNews } from '@mufakat/broker';
import { DomainError, type DocumentId, type PersonId, type SpaceId } from '@mufakat/domain';
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

/** An edit of a person under a client id that nobody has written with. */
export type DocumentEdit = { documentId: DocumentId; update: Uint8Array; clientId: number; personId: PersonId };

/** Makes and edits co-edited texts inside the transaction of a larger change: the text says so exactly when it is true. */
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

  /** Nobody else appends to the text until the transaction ends. */
  async hold(tx: Tx, documentId: DocumentId): Promise<void> {
    await tx.db.query('select 1 from document where id = $1 and space_id = any ($2) for no key update', [
      documentId,
      tx.spaces,
    ]);
  }

  /** Appends an edit; after the commit `RoomsGateway.appended` is to be told the answer. */
  async append(tx: Tx, { documentId, update, clientId, personId }: DocumentEdit): Promise<StoredNews> {
    const rows: { sequence: string }[] = await tx.db.query(
      `with head as (
         update document set sequence = sequence + 1 where id = $1 and space_id = any ($2)
         returning id, sequence, space_id),
       bound as (
         insert into document_client (document_id, client_id, space_id, person_id)
         select id, $3::bigint, space_id, $4::uuid from head)
       insert into document_update (document_id, sequence, space_id, data, person_ids, at)
       select id, sequence, space_id, $5, array[$4::uuid], $6 from head returning sequence`,
      [documentId, tx.spaces, clientId, personId, packUpdates([update]), this.clock.now()],
    );
    if (!rows[0]) throw new DomainError('not-found');
    return { documentId, sequence: Number(rows[0].sequence), updates: [update] };
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

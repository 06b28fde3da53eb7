import { Injectable } from '@nestjs/common';
import { emptyUpdate } from '@mufakat/broker';
import { DomainError, type DocumentId, type PersonId } from '@mufakat/domain';
import { DocumentDatabase, type Statement } from '../../platform/database/document-database.js';
import { PostgresRoomStore } from '../../platform/rooms/postgres-room-store.js';
import { WorkerFolder } from '../../platform/rooms/worker-folder.js';
import { pack } from './packed-state.js';
import type { Kept } from './text-version.store.js';
import type { Pieces } from './text-work.js';

/** In the order in which they first wrote; what the product wrote has no author. */
const writersAfter: Statement = {
  name: 'document writers',
  text: `select person_id::text as "personId" from (
           select unnest(person_ids) as person_id, sequence from document_update
           where document_id = $1 and sequence > $2 and sequence <= $3) written
         where person_id is not null group by person_id order by min(sequence), person_id`,
};

/** A text as it stands in the log. */
export type NowText = { pieces: Pieces; sequence: number };

/** Reads texts as they are stored now; who asks has asked at their door. */
@Injectable()
export class LiveText {
  constructor(
    private readonly database: DocumentDatabase,
    private readonly store: PostgresRoomStore,
    private readonly folder: WorkerFolder,
  ) {}

  async read(documentId: DocumentId): Promise<NowText> {
    const stored = await this.store.load(documentId);
    if (!stored) throw new DomainError('not-found');
    return { pieces: [stored.base ?? emptyUpdate, ...stored.tail], sequence: stored.lastSequence };
  }

  /** The text as a version keeps it; `after` is the entry up to which the version before it goes. */
  async keep(documentId: DocumentId, { pieces, sequence }: NowText, of: { after: number; at: Date }): Promise<Kept> {
    const [base = emptyUpdate, ...tail] = pieces;
    const { state } = await this.folder.fold(base, tail);
    const writers = await this.database.query<{ personId: PersonId }>(writersAfter, [documentId, of.after, sequence]);
    return {
      documentId,
      sequence,
      writers: writers.map(({ personId }) => personId),
      state: await pack(state),
      at: of.at,
    };
  }
}

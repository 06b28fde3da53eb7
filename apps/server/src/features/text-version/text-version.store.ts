import { Injectable } from '@nestjs/common';
import type { ReturnedWords } from '@mufakat/collab';
import {
  DomainError,
  type DocumentId,
  type PersonId,
  type SeatId,
  type TextRestoreId,
  type TextVersion,
  type TextVersionId,
} from '@mufakat/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { unpack } from './packed-state.js';
import type { Authorship } from './text-work.js';
import { textVersionView, type VersionRow } from './text-version.view.js';

const columns = `id, document_id, sequence, kind, name, made_by, writers::text[] as writers, at`;

/** What is kept of a text under a version. */
export type Kept = {
  documentId: DocumentId;
  sequence: number;
  writers: readonly PersonId[];
  /** Gzipped. */
  state: Uint8Array;
  at: Date;
};

type Restoration = {
  id: TextRestoreId;
  documentId: DocumentId;
  versionId: TextVersionId;
  beforeId: TextVersionId | null;
  returned: readonly ReturnedWords[];
  at: Date;
};

/** Versions of texts and the restorations from them, fenced by the spaces of the transaction. */
@Injectable()
export class TextVersionStore {
  /** An automatic version that somebody named is shown once. A page ends between two moments, never inside one. */
  async newest(
    tx: Tx,
    page: { documentId: DocumentId; before?: string | undefined; limit: number },
  ): Promise<TextVersion[]> {
    const rows: VersionRow[] = await tx.db.query(
      `select ${columns} from document_version version
       where document_id = $1 and space_id = any ($2) and ($3::timestamptz is null or at < $3)
         and (kind = 'named' or not exists (select 1 from document_version named
              where named.document_id = version.document_id and named.sequence = version.sequence
                and named.kind = 'named'))
       order by at desc fetch first ($4::int) rows with ties`,
      [page.documentId, tx.spaces, page.before ?? null, page.limit],
    );
    return rows.map(textVersionView).toSorted((a, b) => b.sequence - a.sequence || (a.id < b.id ? 1 : -1));
  }

  async hasOlder(tx: Tx, documentId: DocumentId, than: string): Promise<boolean> {
    const rows: unknown[] = await tx.db.query(
      `select 1 from document_version where document_id = $1 and space_id = any ($2) and at < $3 limit 1`,
      [documentId, tx.spaces, than],
    );
    return rows.length > 0;
  }

  async get(tx: Tx, documentId: DocumentId, id: TextVersionId): Promise<TextVersion> {
    const version = await this.find(tx, id);
    if (version?.documentId !== documentId) throw new DomainError('not-found');
    return version;
  }

  find(tx: Tx, id: TextVersionId): Promise<TextVersion | null> {
    return this.one(tx, `id = $1 and space_id = any ($2)`, [id, tx.spaces]);
  }

  /** The last version that is older than this entry of the log. */
  before(tx: Tx, documentId: DocumentId, sequence: number): Promise<TextVersion | null> {
    return this.one(
      tx,
      `document_id = $1 and sequence < $2 and space_id = any ($3) order by sequence desc, kind desc limit 1`,
      [documentId, sequence, tx.spaces],
    );
  }

  /** A version that holds the text exactly up to this entry. */
  at(tx: Tx, documentId: DocumentId, sequence: number): Promise<TextVersion | null> {
    return this.one(tx, `document_id = $1 and sequence = $2 and space_id = any ($3) order by kind, id limit 1`, [
      documentId,
      sequence,
      tx.spaces,
    ]);
  }

  async stateOf(tx: Tx, id: TextVersionId): Promise<Uint8Array> {
    return unpack(await this.packedStateOf(tx, id));
  }

  async packedStateOf(tx: Tx, id: TextVersionId): Promise<Uint8Array> {
    const rows: { state: Uint8Array }[] = await tx.db.query(
      `select state from document_version where id = $1 and space_id = any ($2)`,
      [id, tx.spaces],
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0].state;
  }

  async countNames(tx: Tx, documentId: DocumentId): Promise<number> {
    const rows: { count: number }[] = await tx.db.query(
      `select count(*)::int as count from document_version
       where document_id = $1 and kind = 'named' and space_id = any ($2)`,
      [documentId, tx.spaces],
    );
    return rows[0]?.count ?? 0;
  }

  /** An automatic version that was kept at this very moment is answered instead of a second one. */
  async add(
    tx: Tx,
    kept: Kept,
    { id, name, madeBy }: { id: TextVersionId; name: string | null; madeBy: SeatId | null },
  ): Promise<TextVersion> {
    const rows: VersionRow[] = await tx.db.query(
      `insert into document_version (id, document_id, space_id, sequence, kind, name, made_by, writers, state, at)
       select $1, document.id, document.space_id, $3, $4, $5, $6, $7::uuid[], $8, $9 from document
       where document.id = $2 and document.space_id = any ($10)
       on conflict (document_id, sequence) where kind = 'automatic' do nothing
       returning ${columns}`,
      [
        ...[id, kept.documentId, kept.sequence, name === null ? 'automatic' : 'named', name, madeBy],
        ...[kept.writers, kept.state, kept.at, tx.spaces],
      ],
    );
    const version = rows[0] ? textVersionView(rows[0]) : await this.at(tx, kept.documentId, kept.sequence);
    if (!version) throw new DomainError('not-found');
    return version;
  }

  async authorship(tx: Tx, documentId: DocumentId): Promise<Authorship> {
    const owners: { client_id: string; person_id: PersonId }[] = await tx.db.query(
      `select client_id, person_id from document_client where document_id = $1 and space_id = any ($2)`,
      [documentId, tx.spaces],
    );
    const restorations: { returned: ReturnedWords[] }[] = await tx.db.query(
      `select returned from document_restoration where document_id = $1 and space_id = any ($2)`,
      [documentId, tx.spaces],
    );
    return {
      owners: new Map(owners.map(({ client_id, person_id }) => [Number(client_id), person_id])),
      returned: restorations.flatMap(({ returned }) => returned),
    };
  }

  async restoration(tx: Tx, id: TextRestoreId): Promise<Pick<Restoration, 'versionId' | 'beforeId'> | null> {
    const rows: { versionId: TextVersionId; beforeId: TextVersionId | null }[] = await tx.db.query(
      `select version_id as "versionId", before_id as "beforeId" from document_restoration
       where id = $1 and space_id = any ($2)`,
      [id, tx.spaces],
    );
    return rows[0] ?? null;
  }

  async countRestorations(tx: Tx, documentId: DocumentId): Promise<number> {
    const rows: { count: number }[] = await tx.db.query(
      `select count(*)::int as count from document_restoration where document_id = $1 and space_id = any ($2)`,
      [documentId, tx.spaces],
    );
    return rows[0]?.count ?? 0;
  }

  async addRestoration(tx: Tx, made: Restoration): Promise<void> {
    await tx.db.query(
      `insert into document_restoration (id, document_id, space_id, version_id, before_id, seat_id, returned, at)
       select $1, document.id, document.space_id, $3, $4, $5, $6, $7 from document where document.id = $2`,
      [
        ...[made.id, made.documentId, made.versionId, made.beforeId],
        ...[tx.seat.id, JSON.stringify(made.returned), made.at],
      ],
    );
  }

  private async one(tx: Tx, where: string, given: unknown[]): Promise<TextVersion | null> {
    const rows: VersionRow[] = await tx.db.query(`select ${columns} from document_version where ${where}`, given);
    return rows[0] ? textVersionView(rows[0]) : null;
  }
}

import { Injectable } from '@nestjs/common';
import type { Mismatch, SpaceId } from '@mufakat/domain';
import type { FrozenRevision } from '@mufakat/proof';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { entryColumns, entryOfRow } from '../../platform/journal/journal-reader.js';

type RevisionRow = Omit<FrozenRevision, 'proposedAt' | 'signers' | 'textSequence'> & {
  proposedAt: Date;
  signers: string[];
  textSequence: string | null;
};

/** What is checked beside the chain, and what was found before. */
@Injectable()
export class ProofStore {
  /** The frozen versions of a space, as they are kept. */
  async revisions(db: Pick<EntityManager, 'query'>, spaceId: string): Promise<FrozenRevision[]> {
    const rows: RevisionRow[] = await db.query(
      `select id, goal_id as "goalId", number, kind, hash, content, summary, text_sequence as "textSequence", proposed_by as "proposedBy",
              proposed_at as "proposedAt", signers::text[] as signers
       from revision where space_id = $1 order by id`,
      [spaceId],
    );
    return rows.map((row) => ({
      ...row,
      proposedAt: row.proposedAt.toISOString(),
      textSequence: row.textSequence === null ? null : Number(row.textSequence),
    }));
  }

  async nameOf(tx: Tx): Promise<string> {
    const rows: { name: string }[] = await tx.db.query('select name from partnership where id = $1', [
      tx.seat.partnershipId,
    ]);
    return rows[0]?.name ?? '';
  }

  /** What was reported in a space since a moment, newest first. */
  async mismatchesSince(tx: Tx, spaceId: SpaceId, since: Date): Promise<Mismatch[]> {
    const rows: Parameters<typeof entryOfRow>[0][] = await tx.db.query(
      `select ${entryColumns} from journal
       where space_id = $1 and name = 'proof.mismatch-found' and at >= $2 order by sequence desc`,
      [spaceId, since],
    );
    return rows.map((row) => entryOfRow(row).data as Mismatch);
  }

  async findMismatch(tx: Tx, id: Mismatch['id']): Promise<Mismatch | undefined> {
    const rows: Parameters<typeof entryOfRow>[0][] = await tx.db.query(
      `select ${entryColumns} from journal
       where space_id = any ($1) and subject_id = $2 and name = 'proof.mismatch-found'`,
      [tx.spaces, id],
    );
    return rows[0] && (entryOfRow(rows[0]).data as Mismatch);
  }
}

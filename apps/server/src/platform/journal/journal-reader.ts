import type { JournalEntry, SpaceId } from '@mufakat/domain';
import type { EntityManager } from 'typeorm';
import { unseal } from './sealing.js';

type Row = {
  space_id: string;
  sequence: string;
  name: string;
  by_id: string | null;
  at: Date;
  data: unknown;
  texts: { path: string; value: string | null }[] | null;
};

/** The columns of an entry with its texts; `journal` is the alias to select from. */
export const entryColumns = `
  journal.space_id, journal.sequence, journal.name, journal.by_id, journal.at, journal.data,
  (select json_agg(json_build_object('path', path, 'value', value)) from journal_text
   where journal_text.space_id = journal.space_id and journal_text.sequence = journal.sequence) as texts`;

/** A row selected with `entryColumns`, as the entry everybody reads. */
export function entryOfRow(row: Row): JournalEntry {
  return {
    name: row.name,
    data: unseal(row.data, row.texts ?? []),
    spaceId: row.space_id,
    sequence: Number(row.sequence),
    by: row.by_id,
    at: row.at.toISOString(),
  } as JournalEntry;
}

/** The entries of a space after a sequence, oldest first. */
export async function entriesAfter(
  db: EntityManager,
  spaceId: SpaceId,
  after: number,
  limit: number,
): Promise<JournalEntry[]> {
  const rows: Row[] = await db.query(
    `select ${entryColumns} from journal where space_id = $1 and sequence > $2 order by sequence limit $3`,
    [spaceId, after, limit],
  );
  return rows.map(entryOfRow);
}

/** Those of the entries after a sequence that may be shown: what follows from them is done. */
export async function toldEntriesAfter(
  db: EntityManager,
  spaceId: SpaceId,
  after: number,
  limit: number,
): Promise<JournalEntry[]> {
  const rows: Row[] = await db.query(
    `select ${entryColumns} from journal join space on space.id = journal.space_id
     where journal.space_id = $1 and journal.sequence > $2 and journal.sequence <= space.told
     order by journal.sequence limit $3`,
    [spaceId, after, limit],
  );
  return rows.map(entryOfRow);
}

/** Up to which sequence the entries of each of these spaces may be shown. */
export async function toldSequences(db: EntityManager, spaceIds: readonly SpaceId[]): Promise<Map<SpaceId, number>> {
  const rows: { id: SpaceId; told: string }[] = await db.query('select id, told from space where id = any($1)', [
    spaceIds,
  ]);
  return new Map(rows.map(({ id, told }) => [id, Number(told)]));
}

/** The sequence of the last entry of a space. */
export async function lastSequence(db: EntityManager, spaceId: SpaceId): Promise<number> {
  const rows: { sequence: string }[] = await db.query('select sequence from space where id = $1', [spaceId]);
  return Number(rows[0]?.sequence ?? 0);
}

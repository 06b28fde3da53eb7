import type { ChainEntry, ChainHead, SpaceId } from '@mufakat/domain';
import type { EntityManager } from 'typeorm';

type Row = {
  sequence: string;
  name: string;
  by_id: string | null;
  at: Date;
  data: unknown;
  previous_hash: Buffer;
  hash: Buffer;
  texts: { path: string; salt: string; value: string | null }[] | null;
  is_astray: boolean;
};

/** An entry of a chain, and whether the row says something beside it that does not follow from it. */
export type ChainRow = ChainEntry & { isAstray: boolean };

/** The entries of a space as their hashes cover them, after a sequence, oldest first. */
export async function chainAfter(
  db: Pick<EntityManager, 'query'>,
  spaceId: string,
  after: number,
  limit: number,
): Promise<ChainRow[]> {
  // The hash covers milliseconds, and the subject only as part of the data.
  const rows: Row[] = await db.query(
    `select sequence, name, by_id, at, data, previous_hash, hash,
            (select json_agg(json_build_object('path', path, 'salt', encode(salt, 'hex'), 'value', value) order by path)
             from journal_text
             where journal_text.space_id = journal.space_id and journal_text.sequence = journal.sequence) as texts,
            (at <> date_trunc('milliseconds', at) or subject_id::text is distinct from
             coalesce(data ->> 'id', data ->> 'seatId', data ->> 'personId', data ->> 'organizationId')) as is_astray
     from journal where space_id = $1 and sequence > $2 order by sequence limit $3`,
    [spaceId, after, limit],
  );
  return rows.map((row) => ({
    sequence: Number(row.sequence),
    name: row.name,
    by: row.by_id,
    at: row.at.toISOString(),
    data: row.data,
    texts: row.texts ?? [],
    previous: row.previous_hash.toString('hex'),
    hash: row.hash.toString('hex'),
    isAstray: row.is_astray,
  }));
}

/** The last entry of a space and its hash, as the space keeps them. */
export async function headOf(db: Pick<EntityManager, 'query'>, spaceId: SpaceId): Promise<ChainHead> {
  const rows: { sequence: string; head: Buffer }[] = await db.query('select sequence, head from space where id = $1', [
    spaceId,
  ]);
  return { sequence: Number(rows[0]?.sequence ?? 0), hash: rows[0]?.head.toString('hex') ?? '' };
}

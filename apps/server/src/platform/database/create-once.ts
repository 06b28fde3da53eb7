import { isDeepStrictEqual } from 'node:util';
import { DomainError, type EntryData, type EntryName, type SpaceId } from '@mufakat/domain';
import { QueryFailedError } from 'typeorm';
import { entryColumns, entryOfRow } from '../journal/journal-reader.js';
import type { Tx } from './unit-of-work.js';

const uniqueViolation = '23505';

/** Runs a create; an id that exists, here or in a space the caller does not open, is refused the same way. */
export async function refusingTakenIds<T>(create: Promise<T>): Promise<T> {
  try {
    return await create;
  } catch (error) {
    const isTaken =
      error instanceof QueryFailedError && (error.driverError as { code?: string }).code === uniqueViolation;
    throw isTaken ? new DomainError('id.taken') : error;
  }
}

/** Waits for the space's other writers, so that a create sent twice at once finds the first one done. */
export async function waitForTurn(tx: Tx, spaceId: SpaceId): Promise<void> {
  await tx.db.query('select 1 from space where id = $1 for update', [spaceId]);
}

/** What a thing was when it was made, as the journal keeps it; null when the caller's spaces never saw it. */
export async function madeAs<Name extends EntryName>(tx: Tx, name: Name, id: string): Promise<EntryData<Name> | null> {
  const rows: Parameters<typeof entryOfRow>[0][] = await tx.db.query(
    `select ${entryColumns} from journal where subject_id = $1 and name = $2 and space_id = any ($3) limit 1`,
    [id, name, tx.spaces],
  );
  const data: unknown = rows[0] && entryOfRow(rows[0]).data;
  return (data as EntryData<Name> | undefined) ?? null;
}

/** Repeating a create is answered like the first time only when it says the same. */
export function enforceSame<Body extends object>(wanted: Body, made: { [Key in keyof Body]: unknown }): void {
  const keys = Object.keys(wanted) as (keyof Body)[];
  if (!keys.every((key) => isDeepStrictEqual(wanted[key], made[key]))) throw new DomainError('id.taken');
}

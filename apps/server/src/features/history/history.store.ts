import { Injectable } from '@nestjs/common';
import { DomainError, type HistoryItem, type HistoryKind } from '@mufakat/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { entryColumns, entryOfRow } from '../../platform/journal/journal-reader.js';

/** Up to which entry of each space somebody has seen what happened. */
export type Seen = { shared: number; own: number };

type EntryRow = Parameters<typeof entryOfRow>[0];
type ItemRow = EntryRow & { previous_sequence: string | null };

const itemColumns = `${entryColumns},
  (select max(earlier.sequence) from journal earlier
   where earlier.space_id = journal.space_id and earlier.subject_id = journal.subject_id
     and split_part(earlier.name, '.', 1) = split_part(journal.name, '.', 1)
     and earlier.sequence < journal.sequence) as previous_sequence`;

/** Which entries are asked for. */
type Wanted = {
  subjectId?: string | undefined;
  kind?: HistoryKind | undefined;
  partnerId?: string | undefined;
  seatId?: string | undefined;
  since?: string | undefined;
  before?: string | undefined;
};

/** The families of names of each kind; entries about a text tell themselves whose text it is. */
const families: Record<HistoryKind, readonly string[]> = {
  goal: ['goal', 'sign-off'],
  task: ['task'],
  meeting: ['meeting'],
  partnership: ['partnership', 'partner', 'seat', 'invitation'],
  proof: ['proof'],
};

const isWanted = `space_id = any ($1) and ($2::uuid is null or subject_id = $2) and ($3::timestamptz is null or at < $3)
  and ($4::timestamptz is null or at >= $4)
  and ($5::text[] is null or split_part(name, '.', 1) = any ($5)
       or (split_part(name, '.', 1) = 'text' and data ->> 'kind' = $6))
  and ($7::uuid is null or by_id in (select id from seat where partner_id = $7)) and ($8::uuid is null or by_id = $8)`;

const wanted = (tx: Tx, { subjectId, kind, partnerId, seatId, since, before }: Wanted): unknown[] => [
  ...[tx.spaces, subjectId ?? null, before ?? null, since ?? null],
  ...[kind ? families[kind] : null, kind ?? null, partnerId ?? null, seatId ?? null],
];

/** Reads the journal by time and by subject, each entry with the one of its family before it about the same thing. */
@Injectable()
export class HistoryStore {
  /** A firm or person of another partnership is not known here. */
  async enforceKnown(tx: Tx, { partnerId, seatId }: Wanted): Promise<void> {
    const { partnershipId } = tx.seat;
    const firms: unknown[] = await tx.db.query(
      'select 1 from partner where partnership_id = $1 and ($2::uuid is null or id = $2) limit 1',
      [partnershipId, partnerId ?? null],
    );
    const seats: unknown[] = await tx.db.query(
      'select 1 from seat where partnership_id = $1 and ($2::uuid is null or id = $2) limit 1',
      [partnershipId, seatId ?? null],
    );
    if (firms.length === 0 || seats.length === 0) throw new DomainError('not-found');
  }

  /** A page ends between two moments, never inside one, so that asking for what is older skips nothing. */
  async newest(tx: Tx, page: Wanted & { limit: number }): Promise<HistoryItem[]> {
    const rows: ItemRow[] = await tx.db.query(
      `select ${itemColumns} from journal where ${isWanted}
       order by at desc fetch first ($9::int) rows with ties`,
      [...wanted(tx, page), page.limit],
    );
    return this.withPrevious(tx, rows);
  }

  async hasOlder(tx: Tx, page: Wanted): Promise<boolean> {
    const rows: unknown[] = await tx.db.query(`select 1 from journal where ${isWanted} limit 1`, wanted(tx, page));
    return rows.length > 0;
  }

  /** The last thing each other person did to each subject after what was seen, newest first. */
  async newestByOthers(tx: Tx, seen: Seen, limit: number): Promise<HistoryItem[]> {
    const rows: ItemRow[] = await tx.db.query(
      `select ${itemColumns} from journal
       join (select distinct on (subject_id, by_id) space_id, sequence from journal
             where ((space_id = $1 and sequence > $2) or (space_id = $3 and sequence > $4))
               and by_id is distinct from $5
             order by subject_id, by_id, sequence desc) bundled
         on bundled.space_id = journal.space_id and bundled.sequence = journal.sequence
       order by journal.at desc, journal.sequence desc limit $6`,
      [tx.seat.spaces.shared, seen.shared, tx.seat.spaces.own, seen.own, tx.seat.id, limit],
    );
    return this.withPrevious(tx, rows);
  }

  private async withPrevious(tx: Tx, rows: readonly ItemRow[]): Promise<HistoryItem[]> {
    const wanted = rows.filter((row) => row.previous_sequence !== null);
    const earlier: EntryRow[] = await tx.db.query(
      `select ${entryColumns} from journal
       join unnest($1::uuid[], $2::bigint[]) as wanted (space_id, sequence)
         on wanted.space_id = journal.space_id and wanted.sequence = journal.sequence`,
      [wanted.map((row) => row.space_id), wanted.map((row) => row.previous_sequence)],
    );
    const dataAt = new Map(earlier.map((row) => [`${row.space_id} ${row.sequence}`, entryOfRow(row).data]));
    return rows
      .map((row) => ({
        entry: entryOfRow(row),
        previous: dataAt.get(`${row.space_id} ${row.previous_sequence}`) ?? null,
      }))
      .sort((a, b) => b.entry.at.localeCompare(a.entry.at) || b.entry.sequence - a.entry.sequence);
  }
}

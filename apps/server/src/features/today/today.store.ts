import { Injectable } from '@nestjs/common';
import type { Goal, InterestRound, Meeting, Task, Zone } from '@mufakat/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { entryColumns, entryOfRow } from '../../platform/journal/journal-reader.js';

type EntryRow = Parameters<typeof entryOfRow>[0];
type Visit = { at: string; seen: { shared: number; own: number } };

/**
 * The tables choose the records; the last journal entry of its family holds each whole, in the shape every screen knows,
 * so that this feature need not know how the others map their rows.
 */
const lastEntryOf = (table: 'task' | 'meeting' | 'goal' | 'interest_round', family: string = table) => `
  select ${entryColumns} from ${table}
  join lateral (
    select * from journal where journal.space_id = ${table}.space_id and journal.subject_id = ${table}.id
      and starts_with(journal.name, '${family}.')
    order by journal.sequence desc limit 1
  ) journal on true
  where ${table}.space_id = any ($1)`;

/** Reads what a person's home is made of. */
@Injectable()
export class TodayStore {
  async zone(tx: Tx): Promise<Zone> {
    const rows: { zone: Zone }[] = await tx.db.query('select zone from partnership where id = $1', [
      tx.seat.partnershipId,
    ]);
    return rows[0]?.zone ?? 'Asia/Jakarta';
  }

  /** Open tasks of the person, and those of their firm that no person has. */
  openTasks(tx: Tx): Promise<Task[]> {
    return this.records<Task>(
      tx,
      `${lastEntryOf('task')} and task.archived_at is null and task.state not in ('done', 'cancelled')
         and (task.assignee_id = $2 or (task.partner_id = $3 and task.assignee_id is null))`,
      [tx.seat.id, tx.seat.partnerId],
    );
  }

  /** Meetings that start within these days, and one that still runs from before; none that was cancelled. */
  meetings(tx: Tx, zone: Zone, days: { from: string; to: string }): Promise<Meeting[]> {
    return this.records<Meeting>(
      tx,
      `${lastEntryOf('meeting')} and meeting.state <> 'cancelled'
         and (meeting.state = 'running' or (meeting.starts_at at time zone $2)::date between $3 and $4)
       order by meeting.starts_at, meeting.id`,
      [zone, days.from, days.to],
    );
  }

  goals(tx: Tx): Promise<Goal[]> {
    return this.records<Goal>(tx, `${lastEntryOf('goal')} and goal.archived_at is null`, []);
  }

  /** Rounds that firms still answer. */
  rounds(tx: Tx): Promise<InterestRound[]> {
    const query = `${lastEntryOf('interest_round', 'interest')} and interest_round.state = 'asking'`;
    return this.records<InterestRound>(tx, query, []);
  }

  async lastVisit(tx: Tx): Promise<Visit | null> {
    const rows: { at: Date; shared: string; own: string }[] = await tx.db.query(
      'select at, shared_sequence as shared, private_sequence as own from visit where seat_id = $1',
      [tx.seat.id],
    );
    const row = rows[0];
    return row ? { at: row.at.toISOString(), seen: { shared: Number(row.shared), own: Number(row.own) } } : null;
  }

  async recordVisit(tx: Tx, at: Date): Promise<void> {
    await tx.db.query(
      `insert into visit (seat_id, shared_sequence, private_sequence, at)
       select $1, shared.sequence, own.sequence, $4 from space shared, space own where shared.id = $2 and own.id = $3
       on conflict (seat_id) do update
         set shared_sequence = excluded.shared_sequence, private_sequence = excluded.private_sequence, at = excluded.at`,
      [tx.seat.id, tx.seat.spaces.shared, tx.seat.spaces.own, at],
    );
  }

  private async records<Record>(tx: Tx, query: string, parameters: unknown[]): Promise<Record[]> {
    const rows: EntryRow[] = await tx.db.query(query, [tx.spaces, ...parameters]);
    return rows.map((row) => entryOfRow(row).data as Record);
  }
}

import { Injectable } from '@nestjs/common';
import type { JournalEntry, listNotifications, Notification, NotificationReason, OutputOf } from '@mufakat/domain';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { entryColumns, entryOfRow } from '../../platform/journal/journal-reader.js';
import type { Concern, OpenSeat } from './concerned.js';

const mostShown = 100;

type EntryRow = Parameters<typeof entryOfRow>[0];
type Row = EntryRow & { reason: NotificationReason; read_at: Date | null };

/** The table of who was told about which entry, and when they read it. */
@Injectable()
export class NotificationStore {
  async newest(tx: Tx): Promise<OutputOf<typeof listNotifications>> {
    const rows: Row[] = await tx.db.query(
      `select ${entryColumns}, notification.reason, notification.read_at
       from notification join journal using (space_id, sequence)
       where notification.seat_id = $1 and notification.space_id = any ($2)
       order by journal.at desc, journal.sequence desc limit $3`,
      [tx.seat.id, tx.spaces, mostShown],
    );
    const counts: { unread: number }[] = await tx.db.query(
      `select count(*)::int as unread from notification
       where seat_id = $1 and space_id = any ($2) and read_at is null`,
      [tx.seat.id, tx.spaces],
    );
    return { items: rows.map(notificationOf), unread: counts[0]?.unread ?? 0 };
  }

  async markRead(tx: Tx, at: Date, items?: readonly Pick<Notification, 'spaceId' | 'sequence'>[]): Promise<void> {
    await tx.db.query(
      `update notification set read_at = $3
       where seat_id = $1 and space_id = any ($2) and read_at is null
         and ($4::uuid[] is null or (space_id, sequence) in (select * from unnest($4::uuid[], $5::bigint[])))`,
      [
        tx.seat.id,
        tx.spaces,
        at,
        items?.map(({ spaceId }) => spaceId) ?? null,
        items?.map(({ sequence }) => sequence) ?? null,
      ],
    );
  }

  /** The data of the entry of the same family before this one about the same thing, or null. */
  async previousOf(db: EntityManager, entry: JournalEntry): Promise<unknown> {
    const rows: EntryRow[] = await db.query(
      `select ${entryColumns} from journal
       where space_id = $1 and sequence < $2
         and subject_id = (select subject_id from journal where space_id = $1 and sequence = $2)
         and split_part(name, '.', 1) = split_part($3, '.', 1)
       order by sequence desc limit 1`,
      [entry.spaceId, entry.sequence, entry.name],
    );
    return rows[0] ? entryOfRow(rows[0]).data : null;
  }

  /** Everybody who opens the space now. */
  async seatsThatOpen(db: EntityManager, spaceId: JournalEntry['spaceId']): Promise<OpenSeat[]> {
    return db.query(
      `select seat.id as "seatId", seat.partner_id as "partnerId", seat.role
       from seat
       join partner on partner.id = seat.partner_id and partner.left_at is null
       join space on space.partnership_id = seat.partnership_id
         and (space.kind = 'shared' or space.partner_id = seat.partner_id)
       where space.id = $1 and seat.ended_at is null
       order by seat.taken_at, seat.id`,
      [spaceId],
    );
  }

  /** Repeatable: telling the same entry twice changes nothing. */
  async tell(db: EntityManager, entry: JournalEntry, concerns: readonly Concern[]): Promise<void> {
    if (concerns.length === 0) return;
    await db.query(
      `insert into notification (seat_id, space_id, sequence, reason)
       select seat_id, $1, $2, reason from unnest($3::uuid[], $4::text[]) as told (seat_id, reason)
       on conflict do nothing`,
      [entry.spaceId, entry.sequence, concerns.map(({ seatId }) => seatId), concerns.map(({ reason }) => reason)],
    );
  }
}

function notificationOf(row: Row): Notification {
  const entry = entryOfRow(row);
  return {
    spaceId: entry.spaceId,
    sequence: entry.sequence,
    reason: row.reason,
    entry,
    readAt: row.read_at?.toISOString() ?? null,
  };
}

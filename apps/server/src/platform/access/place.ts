import type { PartnerId, SeatId } from '@mufakat/domain';
import type { Tx } from '../database/unit-of-work.js';

/** For whom a seat of the partnership sits, and whether it still does. */
export type Place = { partnerId: PartnerId; isOpen: boolean };

/** The place of a seat of the same partnership; null when there is no such seat. */
export async function placeOf(tx: Tx, seatId: SeatId): Promise<Place | null> {
  const rows: Place[] = await tx.db.query(
    `select seat.partner_id as "partnerId", seat.ended_at is null and partner.left_at is null as "isOpen"
     from seat join partner on partner.id = seat.partner_id
     where seat.id = $1 and seat.partnership_id = $2`,
    [seatId, tx.seat.partnershipId],
  );
  return rows[0] ?? null;
}

/** Whether the partner takes part in the same partnership now. */
export async function takesPart(tx: Tx, partnerId: PartnerId): Promise<boolean> {
  const rows: unknown[] = await tx.db.query(
    'select 1 from partner where id = $1 and partnership_id = $2 and left_at is null',
    [partnerId, tx.seat.partnershipId],
  );
  return rows.length > 0;
}

/** The full partners of now, in joining order: they sign and are asked. A suspended firm cannot. */
export async function fullPartners({ db, seat }: Tx): Promise<PartnerId[]> {
  const rows: { id: PartnerId }[] = await db.query(
    `select partner.id from partner join organization on organization.id = partner.organization_id
     where partner.partnership_id = $1 and partner.standing = 'full' and partner.left_at is null
       and organization.suspended_at is null
     order by partner.joined_at, partner.id`,
    [seat.partnershipId],
  );
  return rows.map(({ id }) => id);
}

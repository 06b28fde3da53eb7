import { Injectable } from '@nestjs/common';
import type { DemoPerson, Me, MySeat, Person, PersonId } from '@mufakat/domain';
import type { Db } from '../../platform/database/system-work.js';

const seatOrder = 'partnership.created_at, partnership.id, seat.taken_at';
const openSeat = `seat
  join partner on partner.id = seat.partner_id and partner.left_at is null
  join organization on organization.id = partner.organization_id
  join partnership on partnership.id = seat.partnership_id`;

/** What a person sees of herself. Views come straight from SQL: nothing is worked out from them. */
@Injectable()
export class MeStore {
  async person(db: Db, id: PersonId): Promise<Person | null> {
    const rows: Person[] = await db.query(
      `select id, name, honorific, email, phone, locale, theme, text_size as "textSize", shortcuts,
              is_operator as "isOperator", version
       from person where id = $1`,
      [id],
    );
    return rows[0] ?? null;
  }

  seats(db: Db, personId: PersonId): Promise<MySeat[]> {
    return db.query(
      `select seat.id as "seatId", seat.role, seat.is_signatory as "isSignatory", partner.standing,
              partnership.id as "partnershipId", partnership.name as "partnershipName", partnership.type as "partnershipType",
              organization.id as "organizationId", organization.name as "organizationName", partner.letters, partner.slot,
              (select array_agg(other.slot order by other.joined_at, other.slot) from partner other
               where other.partnership_id = partnership.id and other.left_at is null) as threads
       from ${openSeat} where seat.person_id = $1 and seat.ended_at is null order by ${seatOrder}`,
      [personId],
    );
  }

  organizations(db: Db, personId: PersonId): Promise<Me['organizations']> {
    return db.query(
      `select organization.id, organization.name, organization.letters, organization_member.role
       from organization_member join organization on organization.id = organization_member.organization_id
       where organization_member.person_id = $1 order by organization.name, organization.id`,
      [personId],
    );
  }

  /** Everybody who holds an open seat, once each. */
  async seated(db: Db): Promise<DemoPerson[]> {
    const rows: DemoPerson[] = await db.query(
      `select person.id, person.name, seat.role, organization.name as "organizationName", partner.letters, partner.slot,
              partnership.name as "partnershipName"
       from ${openSeat} join person on person.id = seat.person_id
       where seat.ended_at is null and person.suspended_at is null order by ${seatOrder}`,
    );
    return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed();
  }
}

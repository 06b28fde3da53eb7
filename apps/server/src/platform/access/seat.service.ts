import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DomainError, type PartnershipId, type PersonId, type Role, type SeatId, type SpaceId } from '@mufakat/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Seat } from './seat.js';

export type SeatRow = {
  id: string;
  person_id: string;
  partnership_id: string;
  partner_id: string;
  organization_id: string;
  role: Role;
  is_signatory: boolean;
  shared: string;
  own: string;
  is_suspended: boolean;
  name: string;
  organization: string;
  slot: number;
};

/**
 * What opens which seat, and the names of who sits there. A seat is open until it ends, its partner leaves, or the
 * person or firm is suspended.
 */
export const openSeats = `
  select seat.id, seat.person_id, seat.partnership_id, seat.partner_id, partner.organization_id, seat.role, seat.is_signatory,
         shared.id as shared, own.id as own,
         (person.suspended_at is not null or organization.suspended_at is not null) as is_suspended,
         person.name, organization.name as organization, partner.slot
  from seat
  join person on person.id = seat.person_id
  join partner on partner.id = seat.partner_id and partner.left_at is null
  join organization on organization.id = partner.organization_id
  join space shared on shared.partnership_id = seat.partnership_id and shared.kind = 'shared'
  join space own on own.partner_id = seat.partner_id
  where seat.ended_at is null`;

/** The one place that makes seats. */
@Injectable()
export class SeatService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The person's seat in the partnership; refuses as if the partnership did not exist when there is none. */
  async take(personId: PersonId, partnershipId: PartnershipId): Promise<Seat> {
    return this.admit(await this.find('seat.person_id = $1 and seat.partnership_id = $2', [personId, partnershipId]));
  }

  /** The person's seat that opens the space. */
  async takeFor(personId: PersonId, spaceId: SpaceId): Promise<Seat> {
    return this.admit(await this.find('seat.person_id = $1 and $2 in (shared.id, own.id)', [personId, spaceId]));
  }

  /** A seat by its id, for work that goes on in somebody's name (the demo, reactions). */
  async byId(seatId: SeatId): Promise<Seat> {
    return this.admit(await this.find('seat.id = $1', [seatId]));
  }

  /** The seat that this very transaction of the system has made. */
  async madeIn(db: EntityManager, seatId: SeatId): Promise<Seat> {
    const rows: SeatRow[] = await db.query(`${openSeats} and seat.id = $1`, [seatId]);
    return this.admit(rows[0]);
  }

  /** Of many seats those that are still open, as they stand now, in one question. */
  async stillOpen(seatIds: readonly SeatId[]): Promise<Map<SeatId, Seat>> {
    const rows = await this.findAll('seat.id = any($1)', [seatIds]);
    const open = rows.filter((row) => !row.is_suspended).map((row) => this.admit(row));
    return new Map(open.map((seat) => [seat.id, seat]));
  }

  private async find(where: string, parameters: unknown[]): Promise<SeatRow | undefined> {
    return (await this.findAll(where, parameters))[0];
  }

  private findAll(where: string, parameters: unknown[]): Promise<SeatRow[]> {
    return this.database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return db.query(`${openSeats} and ${where}`, parameters);
    });
  }

  /** The seat of a row of `openSeats`. */
  admit(row: SeatRow | undefined): Seat {
    if (!row) throw new DomainError('not-found');
    if (row.is_suspended) throw new DomainError('seat.suspended');
    return {
      id: row.id,
      personId: row.person_id,
      partnershipId: row.partnership_id,
      partnerId: row.partner_id,
      organizationId: row.organization_id,
      role: row.role,
      isSignatory: row.is_signatory,
      spaces: { shared: row.shared, own: row.own },
    } as unknown as Seat;
  }
}

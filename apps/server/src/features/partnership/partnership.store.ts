import { Injectable } from '@nestjs/common';
import {
  DomainError,
  lettersFor,
  type NewOrganization,
  type OrganizationId,
  type PartnerId,
  type PartnershipId,
  type PersonId,
  type Role,
  type SeatId,
  type SpaceId,
  type Standing,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Db } from '../../platform/database/system-work.js';
import { noHead } from '@mufakat/proof';
import type { MemberRow, PartnerRow, PartnershipRow } from './partnership.view.js';

const partnershipColumns = 'id, name, type, purpose, zone, created_at as "createdAt", version';
const partners = `
  select partner.id, partner.partnership_id as "partnershipId", partner.standing, partner.slot, partner.joined_at as "joinedAt",
         partner.left_at as "leftAt", organization.suspended_at is not null as "isSuspended", partner.version,
         json_build_object('id', organization.id, 'name', organization.name, 'letters', partner.letters,
                           'kind', organization.kind, 'size', organization.size, 'place', organization.place) as organization
  from partner join organization on organization.id = partner.organization_id`;
const members = `
  select seat.id as "seatId", seat.person_id as "personId", seat.partner_id as "partnerId", person.name, person.honorific,
         seat.role, seat.is_signatory as "isSignatory", seat.ended_at as "endedAt", seat.version
  from seat join person on person.id = seat.person_id`;

export type NewPartner = {
  partnershipId: PartnershipId;
  organization: NewOrganization;
  personId: PersonId;
  standing: Standing;
  now: Date;
};
export type NewSeat = {
  partnershipId: PartnershipId;
  partnerId: PartnerId;
  personId: PersonId;
  role: Role;
  isSignatory: boolean;
  now: Date;
};

/** Partnerships, partners and seats: the tables in which spaces are made, so their work is fenced by id, not by space. */
@Injectable()
export class PartnershipStore {
  async partnership(db: Db, id: PartnershipId): Promise<PartnershipRow> {
    const rows: PartnershipRow[] = await db.query(`select ${partnershipColumns} from partnership where id = $1`, [id]);
    return present(rows[0]);
  }

  async lockPartnership(db: Db, id: PartnershipId): Promise<PartnershipRow> {
    await db.query('select 1 from partnership where id = $1 for no key update', [id]);
    return this.partnership(db, id);
  }

  /** In joining order: the order of the lurik. */
  partners(db: Db, id: PartnershipId): Promise<PartnerRow[]> {
    return db.query(`${partners} where partner.partnership_id = $1 order by partner.joined_at, partner.id`, [id]);
  }

  async partner(db: Db, id: PartnerId): Promise<PartnerRow> {
    const rows: PartnerRow[] = await db.query(`${partners} where partner.id = $1`, [id]);
    return present(rows[0]);
  }

  /** Also those who left, so that history can name them. */
  members(db: Db, id: PartnershipId): Promise<MemberRow[]> {
    return db.query(`${members} where seat.partnership_id = $1 order by seat.taken_at, seat.id`, [id]);
  }

  /** The seat of a partnership, with everybody who sits for the same partner; others wait until this change is through. */
  async lockSeat(db: Db, id: PartnershipId, seatId: SeatId): Promise<{ member: MemberRow; colleagues: MemberRow[] }> {
    const found: { partner_id: PartnerId }[] = await db.query(
      'select partner_id from seat where id = $1 and partnership_id = $2',
      [seatId, id],
    );
    const partnerId = present(found[0]).partner_id;
    await db.query('select 1 from partner where id = $1 for no key update', [partnerId]);
    const rows: MemberRow[] = await db.query(`${members} where seat.partner_id = $1`, [partnerId]);
    return {
      member: present(rows.find((row) => row.seatId === seatId)),
      colleagues: rows.filter(({ endedAt }) => endedAt === null),
    };
  }

  async member(db: Db, seatId: SeatId): Promise<MemberRow> {
    const rows: MemberRow[] = await db.query(`${members} where seat.id = $1`, [seatId]);
    return present(rows[0]);
  }

  async addPartnership(db: Db, of: Omit<PartnershipRow, 'createdAt' | 'version'> & { now: Date }): Promise<SpaceId> {
    await db.query(
      'insert into partnership (id, name, type, purpose, zone, created_at) values ($1, $2, $3, $4, $5, $6)',
      [of.id, of.name, of.type, of.purpose, of.zone, of.now],
    );
    const shared = newId() as SpaceId;
    await db.query(`insert into space (id, kind, partnership_id, head) values ($1, 'shared', $2, $3)`, [
      shared,
      of.id,
      Buffer.from(noHead),
    ]);
    return shared;
  }

  /** A new organization with this person as owner, or one the person already governs. Refuses another's id. */
  async bringOrganization(db: Db, of: Pick<NewPartner, 'organization' | 'personId' | 'now'>): Promise<void> {
    const { id, name, letters, kind, size, place } = of.organization;
    const made: unknown[] = await db.query(
      `insert into organization (id, name, letters, kind, size, place, created_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do nothing returning id`,
      [id, name, letters ?? lettersFor(name, []), kind, size, place, of.now],
    );
    if (made.length > 0) {
      await db.query(`insert into organization_member (organization_id, person_id, role) values ($1, $2, 'owner')`, [
        id,
        of.personId,
      ]);
      return;
    }
    const governs: { suspended_at: Date | null }[] = await db.query(
      `select organization.suspended_at from organization join organization_member on organization_id = id
       where id = $1 and person_id = $2 and role in ('owner', 'admin')`,
      [id, of.personId],
    );
    if (!governs[0]) throw new DomainError('id.taken');
    if (governs[0].suspended_at) throw new DomainError('seat.suspended');
  }

  /** The organization takes its place at the table: next thread, letters of its own, a private space. */
  async addPartner(db: Db, of: NewPartner): Promise<PartnerId> {
    const present = await this.partners(db, of.partnershipId);
    const taken = present.map(({ organization }) => organization.letters);
    const wanted = of.organization.letters;
    if (wanted && taken.includes(wanted)) throw new DomainError('partner.letters-taken');
    const own: { name: string; letters: string }[] = await db.query(
      'select name, letters from organization where id = $1',
      [of.organization.id],
    );
    const { name, letters } = own[0] ?? of.organization;
    const kept = letters && !taken.includes(letters) ? letters : lettersFor(name, taken);
    const id = newId() as PartnerId;
    await db.query(
      `insert into partner (id, partnership_id, organization_id, letters, standing, slot, joined_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, of.partnershipId, of.organization.id, wanted ?? kept, of.standing, present.length % 8, of.now],
    );
    await db.query(
      `insert into space (id, kind, partnership_id, partner_id, head) values ($1, 'private', $2, $3, $4)`,
      [newId(), of.partnershipId, id, Buffer.from(noHead)],
    );
    return id;
  }

  async addSeat(db: Db, of: NewSeat): Promise<SeatId> {
    const id = newId() as SeatId;
    await db.query(
      `insert into seat (id, partnership_id, partner_id, person_id, role, is_signatory, taken_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, of.partnershipId, of.partnerId, of.personId, of.role, of.isSignatory, of.now],
    );
    return id;
  }

  /** Whoever sits for an organization belongs to it. */
  async addColleague(db: Db, organizationId: OrganizationId, personId: PersonId): Promise<void> {
    await db.query(
      `insert into organization_member (organization_id, person_id, role) values ($1, $2, 'staff') on conflict do nothing`,
      [organizationId, personId],
    );
  }

  async hasOpenSeat(db: Db, partnershipId: PartnershipId, personId: PersonId): Promise<boolean> {
    const rows: unknown[] = await db.query(
      'select 1 from seat where partnership_id = $1 and person_id = $2 and ended_at is null',
      [partnershipId, personId],
    );
    return rows.length > 0;
  }

  async isPartner(db: Db, partnershipId: PartnershipId, organizationId: OrganizationId): Promise<boolean> {
    const rows: unknown[] = await db.query('select 1 from partner where partnership_id = $1 and organization_id = $2', [
      partnershipId,
      organizationId,
    ]);
    return rows.length > 0;
  }

  async changePartnership(db: Db, row: PartnershipRow): Promise<void> {
    await db.query('update partnership set name = $2, purpose = $3, zone = $4, version = version + 1 where id = $1', [
      row.id,
      row.name,
      row.purpose,
      row.zone,
    ]);
  }

  async changeSeat(db: Db, { seatId, role, isSignatory, endedAt }: MemberRow): Promise<void> {
    await db.query('update seat set role = $2, is_signatory = $3, ended_at = $4, version = version + 1 where id = $1', [
      seatId,
      role,
      isSignatory,
      endedAt,
    ]);
  }

  /** Everything an organization is in partnerships gets a new version; answers what it is there. */
  async renewPartners(db: Db, organizationId: OrganizationId): Promise<PartnerId[]> {
    const [rows]: [{ id: PartnerId }[], number] = await db.query(
      'update partner set version = version + 1 where organization_id = $1 returning id',
      [organizationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Every seat of a person gets a new version. */
  async renewSeats(db: Db, personId: PersonId): Promise<{ id: SeatId; partnershipId: PartnershipId }[]> {
    const [rows]: [{ id: SeatId; partnershipId: PartnershipId }[], number] = await db.query(
      'update seat set version = version + 1 where person_id = $1 returning id, partnership_id as "partnershipId"',
      [personId],
    );
    return rows;
  }

  async sharedSpace(db: Db, partnershipId: PartnershipId): Promise<SpaceId> {
    const rows: { id: SpaceId }[] = await db.query(
      `select id from space where partnership_id = $1 and kind = 'shared'`,
      [partnershipId],
    );
    return present(rows[0]).id;
  }
}

function present<T>(row: T | undefined): T {
  if (row === undefined) throw new DomainError('not-found');
  return row;
}

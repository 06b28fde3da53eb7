import { createHash, randomBytes } from 'node:crypto';
import type {
  OrganizationId,
  PartnerId,
  PartnershipId,
  PersonId,
  Role,
  SeatId,
  SpaceId,
  Standing,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';

export type Firm = {
  partnershipId: PartnershipId;
  partnerId: PartnerId;
  organizationId: OrganizationId;
  /** The firm's private space. */
  own: SpaceId;
  shared: SpaceId;
};
/** Somebody who is signed in and sits for a firm. */
export type Sitting = Firm & { seatId: SeatId; personId: PersonId; token: string };
/** Plain SQL that sees every space; for arranging and looking, never for doing what a route does. */
export type Sql = <T = unknown>(text: string, parameters?: unknown[]) => Promise<T[]>;

/** Puts firms and people at tables, behind the routes. */
export function arrangeWith(sql: Sql, now: () => Date) {
  async function partnership(): Promise<{ id: PartnershipId; shared: SpaceId }> {
    const [id, shared] = [newId() as PartnershipId, newId() as SpaceId];
    await sql(
      `insert into partnership (id, name, type, purpose, zone, created_at) values ($1, 'Klaster Mebel', 'cluster', 'Tumbuh bersama', 'Asia/Jakarta', $2)`,
      [id, now()],
    );
    await sql(`insert into space (id, kind, partnership_id, head) values ($1, 'shared', $2, $3)`, [
      shared,
      id,
      Buffer.alloc(32),
    ]);
    await sql('insert into charter (partnership_id, space_id) values ($1, $2)', [id, shared]);
    return { id, shared };
  }

  async function firm(of: { id: PartnershipId; shared: SpaceId }, standing: Standing = 'full'): Promise<Firm> {
    const [organizationId, partnerId, own] = [newId() as OrganizationId, newId() as PartnerId, newId() as SpaceId];
    const [{ n }] = (await sql<{ n: number }>('select count(*)::int as n from partner where partnership_id = $1', [
      of.id,
    ])) as [{ n: number }];
    const letters = `F${String.fromCharCode(65 + n)}`;
    await sql(
      `insert into organization (id, name, letters, kind, size, place, created_at) values ($1, $2, $3, 'sme', 'small', 'Jepara', $4)`,
      [organizationId, `Firma ${letters}`, letters, now()],
    );
    await sql(
      `insert into partner (id, partnership_id, organization_id, letters, standing, slot, joined_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [partnerId, of.id, organizationId, letters, standing, n % 8, now()],
    );
    await sql(`insert into space (id, kind, partnership_id, partner_id, head) values ($1, 'private', $2, $3, $4)`, [
      own,
      of.id,
      partnerId,
      Buffer.alloc(32),
    ]);
    return { partnershipId: of.id, partnerId, organizationId, own, shared: of.shared };
  }

  /** A new person, signed in, on a seat of the firm. */
  async function person(of: Firm, role: Role = 'partner-admin', isSignatory = true): Promise<Sitting> {
    const [personId, seatId] = [newId() as PersonId, newId() as SeatId];
    await sql(
      `insert into person (id, name, email, password_hash, created_at) values ($1, $2, $3, 'no password', $4)`,
      [personId, `Orang ${personId.slice(-4)}`, `${personId}@contoh.id`, now()],
    );
    await sql(`insert into organization_member (organization_id, person_id, role) values ($1, $2, 'owner')`, [
      of.organizationId,
      personId,
    ]);
    await sql(
      `insert into seat (id, partnership_id, partner_id, person_id, role, is_signatory, taken_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [seatId, of.partnershipId, of.partnerId, personId, role, isSignatory, now()],
    );
    return { ...of, personId, seatId, token: await signIn(personId) };
  }

  /** A session made without a password. */
  async function signIn(personId: PersonId): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await sql(
      `insert into session (id, token_digest, person_id, device, started_at, last_seen_at, confirmed_at) values ($1, $2, $3, 'test', $4, $4, $4)`,
      [newId(), createHash('sha256').update(token).digest(), personId, now()],
    );
    return token;
  }

  return {
    signIn,
    partnership,
    firm,
    person,
    /** Two firms of one partnership with one admin each, and a person of another partnership. */
    async threePeople() {
      const table = await partnership();
      const [ana, budi] = [await person(await firm(table)), await person(await firm(table))];
      const stranger = await person(await firm(await partnership()));
      return { table, ana, budi, stranger };
    },
  };
}

import { Injectable } from '@nestjs/common';
import { DomainError, type InvitationId, type PartnershipId, type Role, type SpaceId } from '@mufakat/domain';
import type { Db } from '../../platform/database/system-work.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { asCode, digestOf, pinDigest, type Secrets } from './invitation-secret.js';
import { mostWrongPins, type InvitationRow } from './partnership.view.js';

const columns = `
  id, space_id as "spaceId", partner_id as "partnerId", organization_name as "organizationName", standing, role,
  is_signatory as "isSignatory", max_uses as "maxUses", uses, invited_by as "invitedBy", expires_at as "expiresAt",
  revoked_at as "revokedAt", wrong_pins as "wrongPins", version`;

export type NewInvitation = Omit<InvitationRow, 'uses' | 'revokedAt' | 'wrongPins' | 'version'> & {
  partnershipId: PartnershipId;
  createdAt: Date;
};

/** Who invites, and whether that seat is still open with nothing suspended. */
export type Inviter = { name: string; organization: string; role: Role; isOpen: boolean };

/** An invitation that somebody knocks with. */
export type KnockedWith = InvitationRow & { partnershipId: PartnershipId; pinDigest: Buffer; isByCode: boolean };

/** Invitations: listed by those whose spaces they stand in, opened by whoever holds a secret. */
@Injectable()
export class InvitationStore {
  list(tx: Tx): Promise<InvitationRow[]> {
    return tx.db.query(
      `select ${columns} from invitation where partnership_id = $1 and space_id = any ($2) order by created_at desc, id`,
      [tx.seat.partnershipId, tx.spaces],
    );
  }

  async lock(tx: Tx, id: InvitationId): Promise<InvitationRow> {
    const rows: InvitationRow[] = await tx.db.query(
      `select ${columns} from invitation where id = $1 and partnership_id = $2 and space_id = any ($3) for no key update`,
      [id, tx.seat.partnershipId, tx.spaces],
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }

  async add(tx: Tx, of: NewInvitation, secrets: Secrets): Promise<void> {
    await tx.db.query(
      `insert into invitation (id, partnership_id, space_id, partner_id, organization_name, standing, role, is_signatory,
                               token_digest, code_digest, pin_digest, max_uses, invited_by, expires_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        of.id,
        of.partnershipId,
        of.spaceId,
        of.partnerId,
        of.organizationName,
        of.standing,
        of.role,
        of.isSignatory,
        digestOf(secrets.token),
        digestOf(secrets.code),
        pinDigest(of.id, secrets.pin),
        of.maxUses,
        of.invitedBy,
        of.expiresAt,
        of.createdAt,
      ],
    );
  }

  async revoke(tx: Tx, id: InvitationId, now: Date): Promise<void> {
    await tx.db.query('update invitation set revoked_at = $2, version = version + 1 where id = $1', [id, now]);
  }

  /** Finds an invitation by the secret of its link or its printed code, and holds it until the transaction ends. */
  async knock(db: Db, typed: string): Promise<KnockedWith | null> {
    const code = asCode(typed);
    const rows: KnockedWith[] = await db.query(
      `select ${columns}, partnership_id as "partnershipId", pin_digest as "pinDigest", $2::boolean as "isByCode"
       from invitation where ${code ? 'code_digest' : 'token_digest'} = $1 for no key update`,
      [digestOf(code ?? typed), code !== null],
    );
    return rows[0] ?? null;
  }

  /** Others see only that it became void: until then its version stays. */
  async countWrongPin(db: Db, id: InvitationId): Promise<InvitationRow> {
    await db.query(
      `update invitation set wrong_pins = wrong_pins + 1, version = version + (wrong_pins + 1 >= $2)::int where id = $1`,
      [id, mostWrongPins],
    );
    return this.held(db, id);
  }

  async use(db: Db, id: InvitationId): Promise<InvitationRow> {
    await db.query('update invitation set uses = uses + 1, version = version + 1 where id = $1', [id]);
    return this.held(db, id);
  }

  /** Who invites, as the invited person reads it. */
  async inviter(db: Db, { invitedBy }: Pick<InvitationRow, 'invitedBy'>): Promise<Inviter | null> {
    const rows: Inviter[] = await db.query(
      `select person.name, organization.name as organization, seat.role,
              seat.ended_at is null and partner.left_at is null
                and person.suspended_at is null and organization.suspended_at is null as "isOpen"
       from seat
       join person on person.id = seat.person_id join partner on partner.id = seat.partner_id
       join organization on organization.id = partner.organization_id where seat.id = $1`,
      [invitedBy],
    );
    return rows[0] ?? null;
  }

  /** The space in which an invitation is told: everybody's for an organization, the firm's own for a colleague. */
  spaceOf(tx: Tx, kind: 'organization' | 'colleague'): SpaceId {
    return kind === 'organization' ? tx.seat.spaces.shared : tx.seat.spaces.own;
  }

  private async held(db: Db, id: InvitationId): Promise<InvitationRow> {
    const rows: InvitationRow[] = await db.query(`select ${columns} from invitation where id = $1`, [id]);
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }
}

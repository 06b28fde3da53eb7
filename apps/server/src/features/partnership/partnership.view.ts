import type { Invitation, Member, Organization, Partner, Partnership } from '@mufakat/domain';

/** A row as SQL gives it: its moments are dates. */
type Timed<T, Moments extends keyof T> = Omit<T, Moments> & { [Key in Moments]: Date | Extract<T[Key], null> };

export type PartnershipRow = Timed<Partnership, 'createdAt'>;
export type PartnerRow = Timed<Omit<Partner, 'organization'>, 'joinedAt' | 'leftAt'> & {
  organization: Organization;
};
export type MemberRow = Timed<Member, 'endedAt'>;
export type InvitationRow = Timed<Omit<Invitation, 'state'>, 'expiresAt'> & {
  revokedAt: Date | null;
  wrongPins: number;
};

export const partnershipView = (row: PartnershipRow): Partnership => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});

export const partnerView = (row: PartnerRow): Partner => ({
  ...row,
  joinedAt: row.joinedAt.toISOString(),
  leftAt: row.leftAt?.toISOString() ?? null,
});

export const memberView = (row: MemberRow): Member => ({ ...row, endedAt: row.endedAt?.toISOString() ?? null });

/** Wrong PINs that void an invitation. */
export const mostWrongPins = 5;

export function invitationView({ revokedAt, wrongPins, ...row }: InvitationRow, now: Date): Invitation {
  return { ...row, expiresAt: row.expiresAt.toISOString(), state: stateOf({ ...row, revokedAt, wrongPins }, now) };
}

function stateOf(
  row: Pick<InvitationRow, 'revokedAt' | 'wrongPins' | 'uses' | 'maxUses' | 'expiresAt'>,
  now: Date,
): Invitation['state'] {
  if (row.revokedAt) return 'revoked';
  if (row.wrongPins >= mostWrongPins) return 'void';
  if (row.uses >= row.maxUses) return 'used';
  return row.expiresAt <= now ? 'expired' : 'open';
}

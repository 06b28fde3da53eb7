import type { OrganizationId, PartnerId, PartnershipId, PersonId, SeatId, SpaceId } from './id.js';

/** What a role may do. Whose turn it is, and when, is decided by the rules of each feature. */
const grants = {
  facilitator: [
    'write',
    'partnership.change',
    'partner.invite',
    'partner.remove-seat',
    'meeting.run',
    'goal.propose',
    'sign-off.record',
    'interest.ask',
    'interest.close',
  ],
  'partner-admin': [
    'write',
    'partnership.change',
    'partner.invite',
    'colleague.invite',
    'colleague.change',
    'private.write',
    'meeting.run',
    'goal.propose',
    'interest.ask',
  ],
  member: ['write', 'private.write', 'meeting.run'],
  observer: [],
} as const;

export type Role = keyof typeof grants;
export type Permission = (typeof grants)[Role][number];

/** A person's place at the table: who, for which partner, in which partnership, in which role. */
export type Seat = {
  id: SeatId;
  personId: PersonId;
  partnershipId: PartnershipId;
  partnerId: PartnerId;
  organizationId: OrganizationId;
  role: Role;
  isSignatory: boolean;
  /** What this seat opens: everybody's space, and its own partner's private one. */
  spaces: { shared: SpaceId; own: SpaceId };
};

export function may(seat: Pick<Seat, 'role'>, permission: Permission): boolean {
  return (grants[seat.role] as readonly Permission[]).includes(permission);
}

/** Whether the seat opens the space. What it does not open does not exist for it. */
export function opens(seat: Pick<Seat, 'spaces'>, spaceId: SpaceId): boolean {
  return seat.spaces.shared === spaceId || seat.spaces.own === spaceId;
}

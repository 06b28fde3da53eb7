import type { Refusal } from '../kernel/refusals.js';
import { may, type Seat } from '../kernel/seat.js';
import type { Invitation, Member } from './partnership.schema.js';

/** Why this seat cannot change the partnership's name, purpose or zone. */
export function changePartnershipRefusal(seat: Seat): Refusal | null {
  return may(seat, 'partnership.change') ? null : 'seat.role-needed';
}

/** Why this seat cannot send this kind of invitation. Observers and members invite nobody. */
export function inviteRefusal(
  seat: Pick<Seat, 'role'>,
  invitation: { kind: 'organization' | 'colleague' },
): Refusal | null {
  const needed = invitation.kind === 'organization' ? 'partner.invite' : 'colleague.invite';
  return may(seat, needed) || (seat.role === 'facilitator' && invitation.kind === 'colleague')
    ? null
    : 'seat.role-needed';
}

/** Why this seat cannot close the invitation: only those who may send one like it can. */
export function revokeRefusal(seat: Seat, invitation: Pick<Invitation, 'partnerId' | 'state'>): Refusal | null {
  if (invitation.state !== 'open') return 'invitation.refused';
  return inviteRefusal(seat, { kind: invitation.partnerId ? 'colleague' : 'organization' });
}

/**
 * Why this seat cannot change or end another seat. A firm's own admin governs its seats; the facilitator may
 * end a seat but never give a right. `colleagues` are the open seats of the same partner, the member included.
 */
export function seatChangeRefusal(
  seat: Seat,
  member: Pick<Member, 'seatId' | 'partnerId' | 'endedAt' | 'role' | 'isSignatory'>,
  change: { role?: Member['role'] | undefined; isSignatory?: boolean | undefined; ends?: boolean },
  colleagues: readonly Pick<Member, 'seatId' | 'role' | 'isSignatory'>[],
): Refusal | null {
  if (member.endedAt) return 'seat.ended';
  const leavesItself = change.ends === true && member.seatId === seat.id;
  const isOwnAdmin = may(seat, 'colleague.change') && member.partnerId === seat.partnerId;
  const endsAsFacilitator = change.ends === true && may(seat, 'partner.remove-seat');
  if (!leavesItself && !isOwnAdmin && !endsAsFacilitator) {
    return may(seat, 'colleague.change') ? 'seat.not-your-firm' : 'seat.role-needed';
  }
  const after = colleagues
    .filter((other) => !(change.ends && other.seatId === member.seatId))
    .map((other) => (other.seatId === member.seatId ? { ...other, ...withoutUndefined(change) } : other));
  const hadAdmin = colleagues.some(isAdmin);
  const hadSignatory = colleagues.some((other) => other.isSignatory);
  if ((hadAdmin && !after.some(isAdmin)) || (hadSignatory && !after.some((other) => other.isSignatory)))
    return 'seat.last-admin';
  return null;
}

const isAdmin = (member: Pick<Member, 'role'>) => member.role === 'partner-admin' || member.role === 'facilitator';

function withoutUndefined(change: { role?: Member['role'] | undefined; isSignatory?: boolean | undefined }) {
  return {
    ...(change.role !== undefined && { role: change.role }),
    ...(change.isSignatory !== undefined && { isSignatory: change.isSignatory }),
  };
}

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Two letters for an organization's square: the initials of its name without its legal form, avoiding those taken. */
export function lettersFor(name: string, taken: readonly string[]): string {
  const words = name
    .toUpperCase()
    .replace(/[^A-Z ]/g, ' ')
    .split(/\s+/)
    .filter((word) => word && !['CV', 'UD', 'PT', 'PD', 'KOPERASI', 'FORUM', 'TBK', 'FIRMA'].includes(word));
  const base = words.length > 0 ? words : ['MITRA'];
  const first = base[0] ?? 'M';
  const second = base[1] ?? '';
  const candidates = [
    (first[0] ?? 'M') + (second[0] ?? first[1] ?? 'X'),
    ...[...first.slice(1)].map((letter) => (first[0] ?? 'M') + letter),
    ...alphabet.map((letter) => (first[0] ?? 'M') + letter),
    ...alphabet.flatMap((one) => alphabet.map((other) => one + other)),
  ];
  return candidates.find((letters) => letters.length === 2 && !taken.includes(letters)) ?? 'XX';
}

import * as z from 'zod';
import { Honorific, Login, Me, Password } from '../account/account.schema.js';
import { InvitationId, PartnershipId, SeatId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { freeText, Locale, requiredText, Version, Zone } from '../kernel/value.js';
import { PartnershipStart } from './charter.schema.js';
import {
  Directory,
  Invitation,
  InvitationPreview,
  InvitationSecrets,
  Member,
  NewOrganization,
  Partnership,
  PartnershipType,
  SeatRole,
  Standing,
} from './partnership.schema.js';

/** What a start can lack. */
export const startRefusals = [
  'charter.price-talk-unread',
  'charter.stages-missing',
  'charter.duties-missing',
  'charter.place-missing',
  'obligation.not-a-signer',
  'target.band-missing',
] as const;

export const createPartnership = route({
  id: 'createPartnership',
  method: 'POST',
  path: '/partnerships',
  access: 'session',
  summary: 'Starts a partnership; the caller takes the first seat for an organization.',
  input: z.object({
    id: PartnershipId,
    name: requiredText(120),
    type: PartnershipType,
    purpose: freeText(1000),
    zone: Zone,
    /** An organization the caller already belongs to (by id), or a new one. */
    organization: NewOrganization,
    standing: z.enum(['full', 'facilitator']),
    /** How the partners work and their first drafts; without it the partnership begins with neither. */
    start: PartnershipStart.optional(),
  }),
  output: Directory,
  refusals: ['id.taken', 'seat.suspended', ...startRefusals],
});

export const readDirectory = route({
  id: 'readDirectory',
  method: 'GET',
  path: '/partnerships/:partnershipId',
  access: 'seat',
  summary: 'The partnership, its partners and members.',
  input: z.object({ partnershipId: PartnershipId }),
  output: Directory,
  refusals: [],
});

export const changePartnership = route({
  id: 'changePartnership',
  method: 'PATCH',
  path: '/partnerships/:partnershipId',
  access: 'seat',
  summary: 'Changes name, purpose and zone.',
  input: z.object({
    partnershipId: PartnershipId,
    name: requiredText(120).optional(),
    purpose: freeText(1000).optional(),
    zone: Zone.optional(),
    version: Version,
  }),
  output: Partnership,
  refusals: ['version.stale', 'seat.role-needed'],
});

export const changeSeat = route({
  id: 'changeSeat',
  method: 'PATCH',
  path: '/partnerships/:partnershipId/seats/:seatId',
  access: 'seat',
  summary: 'Changes the role or the signatory right of a colleague.',
  input: z.object({
    partnershipId: PartnershipId,
    seatId: SeatId,
    role: z.enum(['partner-admin', 'member']).optional(),
    isSignatory: z.boolean().optional(),
    version: Version,
  }),
  output: Member,
  refusals: [
    'version.stale',
    'session.confirm',
    'seat.role-needed',
    'seat.not-your-firm',
    'seat.last-admin',
    'seat.ended',
  ],
});

export const removeSeat = route({
  id: 'removeSeat',
  method: 'DELETE',
  path: '/partnerships/:partnershipId/seats/:seatId',
  access: 'seat',
  summary: 'Ends a seat; closes its sockets and rooms at once.',
  input: z.object({ partnershipId: PartnershipId, seatId: SeatId, version: Version }),
  output: Member,
  refusals: [
    'version.stale',
    'session.confirm',
    'seat.role-needed',
    'seat.not-your-firm',
    'seat.last-admin',
    'seat.ended',
  ],
});

export const listInvitations = route({
  id: 'listInvitations',
  method: 'GET',
  path: '/partnerships/:partnershipId/invitations',
  access: 'seat',
  summary: 'Invitations of this partnership that the caller may see, without their secrets.',
  input: z.object({ partnershipId: PartnershipId }),
  output: z.array(Invitation),
  refusals: [],
});

export const createInvitation = route({
  id: 'createInvitation',
  method: 'POST',
  path: '/partnerships/:partnershipId/invitations',
  access: 'seat',
  summary: 'Invites an organization, or a colleague of the own one; answers the link, code and PIN once.',
  input: z.object({
    partnershipId: PartnershipId,
    id: InvitationId,
    kind: z.enum(['organization', 'colleague']),
    organizationName: freeText(120),
    standing: Standing,
    role: SeatRole,
    isSignatory: z.boolean(),
    maxUses: z.int().min(1).max(50),
    /** Also sent by mail when the server has mail. */
    email: z.email().optional(),
  }),
  output: InvitationSecrets,
  refusals: ['id.taken', 'seat.role-needed', 'session.confirm'],
});

export const revokeInvitation = route({
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/partnerships/:partnershipId/invitations/:invitationId',
  access: 'seat',
  summary: 'Closes an invitation.',
  input: z.object({ partnershipId: PartnershipId, invitationId: InvitationId, version: Version }),
  output: Invitation,
  refusals: ['version.stale', 'seat.role-needed', 'invitation.refused'],
});

/** The key to an invitation: the secret of the link, or the printed code (then the PIN is needed too). */
const key = z.object({
  token: z.string().trim().min(8).max(64),
  pin: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
});

export const previewInvitation = route({
  id: 'previewInvitation',
  method: 'POST',
  path: '/invitations/preview',
  access: 'public',
  summary: 'What an invitation is for; consumes nothing.',
  input: key.pick({ token: true }),
  output: InvitationPreview,
  refusals: ['invitation.refused', 'invitation.used', 'invitation.expired', 'session.too-many'],
});

export const acceptInvitation = route({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/accept',
  access: 'public',
  summary: 'Takes the seat: as the signed-in person, or as a new one with a phone number or an e-mail.',
  input: key.extend({
    /** Left out when the caller is signed in. */
    person: z
      .object({
        name: requiredText(80),
        honorific: Honorific.nullable(),
        login: Login,
        password: Password,
        locale: Locale,
      })
      .optional(),
    /** The new organization, when one is invited. */
    organization: NewOrganization.optional(),
  }),
  output: Me.extend({ partnershipId: PartnershipId }),
  refusals: [
    'invitation.refused',
    'invitation.used',
    'invitation.expired',
    'invitation.wrong-pin',
    'invitation.already-in',
    'session.too-many',
    'session.missing',
    'login.taken',
    'password.common',
    'partner.letters-taken',
    'id.taken',
    'seat.suspended',
  ],
});

export const partnershipRoutes = {
  createPartnership,
  readDirectory,
  changePartnership,
  changeSeat,
  removeSeat,
  listInvitations,
  createInvitation,
  revokeInvitation,
  previewInvitation,
  acceptInvitation,
} as const;

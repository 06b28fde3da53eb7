import * as z from 'zod';
import { InvitationId, OrganizationId, PartnerId, PartnershipId, PersonId, SeatId, SpaceId } from '../kernel/id.js';
import { freeText, Moment, requiredText, Version, Zone } from '../kernel/value.js';

/** The seed's four kinds of partnership. */
export const PartnershipType = z.enum(['horizontal', 'vertical', 'strategic', 'cluster']);
export type PartnershipType = z.infer<typeof PartnershipType>;

/** What a partner counts as: full partners agree and are counted, observers look on, the facilitator serves the table. */
export const Standing = z.enum(['full', 'observer', 'facilitator']);
export type Standing = z.infer<typeof Standing>;
export const SeatRole = z.enum(['facilitator', 'partner-admin', 'member', 'observer']);

/** Two capital letters that name an organization on its square, unique among the partners of a partnership. */
export const Letters = z.string().regex(/^[A-Z]{2}$/);
/** The colour of a partner's thread: 0 to 7, by joining order, never told by colour alone. */
export const Slot = z.int().min(0).max(7);

export const OrganizationKind = z.enum([
  'sme',
  'large-company',
  'association',
  'government',
  'campus',
  'research',
  'other',
]);
export const OrganizationSize = z.enum(['micro', 'small', 'medium', 'large']);

/** A company, office or campus, as its partners see it. Contact details are not part of it. */
export const Organization = z.object({
  id: OrganizationId,
  name: requiredText(120),
  letters: Letters,
  kind: OrganizationKind,
  size: OrganizationSize,
  place: freeText(80),
});
export type Organization = z.infer<typeof Organization>;
export const NewOrganization = Organization.omit({ letters: true }).extend({ letters: Letters.optional() });
export type NewOrganization = z.infer<typeof NewOrganization>;

export const Partnership = z.object({
  id: PartnershipId,
  name: requiredText(120),
  type: PartnershipType,
  purpose: freeText(1000),
  zone: Zone,
  createdAt: Moment,
  version: Version,
});
export type Partnership = z.infer<typeof Partnership>;

/** An organization's standing in one partnership. */
export const Partner = z.object({
  id: PartnerId,
  partnershipId: PartnershipId,
  organization: Organization,
  standing: Standing,
  slot: Slot,
  joinedAt: Moment,
  leftAt: Moment.nullable(),
  isSuspended: z.boolean(),
  version: Version,
});
export type Partner = z.infer<typeof Partner>;

/** A person acting for a partner, as the others see it: a name and a role, no contact. */
export const Member = z.object({
  seatId: SeatId,
  personId: PersonId,
  partnerId: PartnerId,
  name: requiredText(80),
  honorific: z.enum(['bu', 'pak', 'mbak', 'mas']).nullable(),
  role: SeatRole,
  isSignatory: z.boolean(),
  endedAt: Moment.nullable(),
  version: Version,
});
export type Member = z.infer<typeof Member>;

/** Everything a screen must know about a partnership before it shows anything else. */
export const Directory = z.object({
  partnership: Partnership,
  /** In joining order: the order of the lurik. */
  partners: z.array(Partner),
  /** Also those who left, so that history can name them. */
  members: z.array(Member),
  mySeatId: SeatId,
  spaces: z.object({ shared: SpaceId, own: SpaceId }),
  /** The last entry of each space that this answer already holds. */
  sequences: z.object({ shared: z.int().min(0), own: z.int().min(0) }),
});
export type Directory = z.infer<typeof Directory>;

/** An open door: for an organization that is not here yet, or for a colleague of one that is. */
export const Invitation = z.object({
  id: InvitationId,
  spaceId: SpaceId,
  /** The partner a colleague joins, or null when a new organization is invited. */
  partnerId: PartnerId.nullable(),
  organizationName: freeText(120),
  standing: Standing,
  role: SeatRole,
  isSignatory: z.boolean(),
  maxUses: z.int().min(1).max(50),
  uses: z.int().min(0),
  invitedBy: SeatId,
  expiresAt: Moment,
  state: z.enum(['open', 'used', 'expired', 'revoked', 'void']),
  version: Version,
});
export type Invitation = z.infer<typeof Invitation>;

/** Shown once, when the invitation is made: afterwards only digests are kept. */
export const InvitationSecrets = z.object({
  invitation: Invitation,
  /** Opens the invitation page by itself. */
  link: z.string(),
  /** Ten characters for paper, completed by the PIN. */
  code: z.string(),
  pin: z.string().regex(/^\d{6}$/),
});

/** What a person sees before joining: who invites, to what, and what the others will see. */
export const InvitationPreview = z.object({
  partnershipName: z.string(),
  partnershipType: PartnershipType,
  purpose: z.string(),
  invitedByName: z.string(),
  invitedByOrganization: z.string(),
  /** The organization that is joined, or null when the person names a new one. */
  organizationName: z.string(),
  isNewOrganization: z.boolean(),
  standing: Standing,
  role: SeatRole,
  isSignatory: z.boolean(),
  partners: z.array(z.object({ name: z.string(), letters: Letters, slot: Slot })),
  expiresAt: Moment,
  needsPin: z.boolean(),
});
export type InvitationPreview = z.infer<typeof InvitationPreview>;

import * as z from 'zod';

const id = <Name extends string>() => z.uuid().brand<Name>();

export const PersonId = id<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;
export const SessionId = id<'SessionId'>();
export type SessionId = z.infer<typeof SessionId>;
export const OrganizationId = id<'OrganizationId'>();
export type OrganizationId = z.infer<typeof OrganizationId>;
export const PartnershipId = id<'PartnershipId'>();
export type PartnershipId = z.infer<typeof PartnershipId>;
export const PartnerId = id<'PartnerId'>();
export type PartnerId = z.infer<typeof PartnerId>;
export const SeatId = id<'SeatId'>();
export type SeatId = z.infer<typeof SeatId>;
export const InvitationId = id<'InvitationId'>();
export type InvitationId = z.infer<typeof InvitationId>;
/** The fence around records: a partnership's shared space, or the private space of one partner. */
export const SpaceId = id<'SpaceId'>();
export type SpaceId = z.infer<typeof SpaceId>;
/** A co-edited text (Yjs); its room is `/collab/<documentId>`. */
export const DocumentId = id<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;
/** A kept version of a co-edited text. */
export const TextVersionId = id<'TextVersionId'>();
export type TextVersionId = z.infer<typeof TextVersionId>;
export const TextRestoreId = id<'TextRestoreId'>();
export type TextRestoreId = z.infer<typeof TextRestoreId>;
/** A stage of a value chain. */
export const StageId = id<'StageId'>();
export type StageId = z.infer<typeof StageId>;
export const GoalId = id<'GoalId'>();
export type GoalId = z.infer<typeof GoalId>;
export const TargetId = id<'TargetId'>();
export type TargetId = z.infer<typeof TargetId>;
export const ObligationId = id<'ObligationId'>();
export type ObligationId = z.infer<typeof ObligationId>;
export const CheckInId = id<'CheckInId'>();
export type CheckInId = z.infer<typeof CheckInId>;
export const RevisionId = id<'RevisionId'>();
export type RevisionId = z.infer<typeof RevisionId>;
export const SignOffId = id<'SignOffId'>();
export type SignOffId = z.infer<typeof SignOffId>;
/** One asking of all partners how much each goal matters to them. */
export const InterestRoundId = id<'InterestRoundId'>();
export type InterestRoundId = z.infer<typeof InterestRoundId>;
/** A finding that the journal is not what it was. */
export const MismatchId = id<'MismatchId'>();
export type MismatchId = z.infer<typeof MismatchId>;
export const TaskId = id<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;
export const MeetingId = id<'MeetingId'>();
export type MeetingId = z.infer<typeof MeetingId>;
export const AgendaItemId = id<'AgendaItemId'>();
export type AgendaItemId = z.infer<typeof AgendaItemId>;

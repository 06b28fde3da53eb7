import * as z from 'zod';
import { AgendaItemId, DocumentId, MeetingId, PartnerId, PartnershipId, SeatId, SpaceId } from '../kernel/id.js';
import { freeText, Moment, Rank, requiredText, Version } from '../kernel/value.js';

export const MeetingState = z.enum(['scheduled', 'running', 'ended', 'cancelled']);
export type MeetingState = z.infer<typeof MeetingState>;

export const AgendaItem = z.object({
  id: AgendaItemId,
  title: requiredText(160),
  kind: z.enum(['information', 'discussion', 'decision', 'promises']),
  /** How long it may take, in minutes. */
  minutes: z.int().min(1).max(480),
  /** The firm that presents it. */
  presenterId: PartnerId.nullable(),
  rank: Rank,
  state: z.enum(['open', 'done', 'postponed']),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Who was there. A firm is present when one of its people is. */
export const Attendance = z.object({ seatId: SeatId, status: z.enum(['present', 'excused', 'absent']) });
export type Attendance = z.infer<typeof Attendance>;

/** Partners at one table at one time. Its notes are the document; agenda and attendance are recorded. */
export const Meeting = z.object({
  id: MeetingId,
  partnershipId: PartnershipId,
  spaceId: SpaceId,
  title: requiredText(160),
  startsAt: Moment,
  endsAt: Moment,
  place: freeText(160),
  /** A link to a call, https only; empty when they meet in person. */
  url: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)]),
  chairId: SeatId.nullable(),
  state: MeetingState,
  documentId: DocumentId,
  agenda: z.array(AgendaItem).max(40),
  attendance: z.array(Attendance).max(200),
  createdBy: SeatId,
  createdAt: Moment,
  version: Version,
});
export type Meeting = z.infer<typeof Meeting>;

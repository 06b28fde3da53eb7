import * as z from 'zod';
import { AgendaItemId, GoalId, MeetingId, PartnerId, PartnershipId, SeatId, SpaceId, TaskId } from '../kernel/id.js';
import { Day, freeText, Moment, Rank, requiredText, Version } from '../kernel/value.js';

export const TaskState = z.enum(['open', 'doing', 'waiting', 'done', 'cancelled']);
export type TaskState = z.infer<typeof TaskState>;

/** Where a task came from: a line of a meeting's notes, found again by its position in the text. */
export const TaskOrigin = z.object({
  kind: z.literal('meeting'),
  meetingId: MeetingId,
  agendaItemId: AgendaItemId.nullable(),
  /** A Yjs relative position as base64: stays on its line while others write above it. */
  anchor: z.string().max(400),
  /** The line as it stood when the task was made. */
  quote: freeText(500),
});

/** Who does what by when. In the shared space everybody sees it; in a private space only the own firm. */
export const Task = z.object({
  id: TaskId,
  partnershipId: PartnershipId,
  spaceId: SpaceId,
  /** For show only. */
  number: z.int().positive(),
  title: requiredText(200),
  note: freeText(2000),
  /** The firm that does it, or null while nobody has it. */
  partnerId: PartnerId.nullable(),
  /** The person of that firm who does it. */
  assigneeId: SeatId.nullable(),
  dueOn: Day.nullable(),
  state: TaskState,
  /** What or whom a waiting task waits for; empty otherwise. */
  waitingFor: freeText(200),
  goalId: GoalId.nullable(),
  origin: TaskOrigin.nullable(),
  /** Who asked for it. */
  requestedBy: SeatId,
  /** The firm that asked for it. */
  requestedByPartnerId: PartnerId,
  completedAt: Moment.nullable(),
  rank: Rank,
  archivedAt: Moment.nullable(),
  createdAt: Moment,
  version: Version,
});
export type Task = z.infer<typeof Task>;

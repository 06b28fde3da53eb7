import * as z from 'zod';
import { CheckInId, GoalId, SeatId, TargetId } from '../kernel/id.js';
import { Decimal, freeText, Moment } from '../kernel/value.js';

/** How the champion sees the goal. It stands beside the computed pace and never replaces it. */
export const CheckInStatus = z.enum(['on-track', 'attention', 'stuck']);
export type CheckInStatus = z.infer<typeof CheckInStatus>;

/** What the champion tells every two weeks about a goal that runs. */
export const CheckIn = z.object({
  id: CheckInId,
  goalId: GoalId,
  /** Counts the check-ins of a goal from 1. */
  number: z.int().positive(),
  status: CheckInStatus,
  /** 0 to 10: how sure the champion is that the goal will be reached in time. */
  confidence: z.int().min(0).max(10),
  /** What moved, in a sentence or two. */
  note: freeText(600),
  /** What is stuck, and what would help. */
  blockers: freeText(600),
  /** The values of the targets of that moment. */
  values: z.array(z.object({ targetId: TargetId, value: Decimal })).max(12),
  by: SeatId,
  at: Moment,
  /** The reviewer has read it. */
  acknowledgedBy: SeatId.nullable(),
  acknowledgedAt: Moment.nullable(),
});
export type CheckIn = z.infer<typeof CheckIn>;

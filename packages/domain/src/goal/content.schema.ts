import * as z from 'zod';
import { GoalId, ObligationId, PartnerId, SeatId, TargetId } from '../kernel/id.js';
import { Day, Decimal, requiredText } from '../kernel/value.js';
import { Benefit } from './goal.schema.js';
import { ContentHash, Ending } from './revision.schema.js';
import { Recurrence } from './obligation.schema.js';
import { Target } from './target.schema.js';

/** The text of a document as ProseMirror JSON, in NFC; its schema stands in @mufakat/collab. */
export const ContentText = z.looseObject({ type: z.string() });

/**
 * Everything the firms sign, and nothing else, in the format `mufakat.goal/1`.
 * Its canonical JSON (RFC 8785) is what the hash covers, so a field added here makes a new format.
 */
export const GoalContent = z.object({
  format: z.literal('mufakat.goal/1'),
  goalId: GoalId,
  title: requiredText(160),
  text: ContentText,
  benefit: Benefit,
  championId: SeatId,
  reviewerId: SeatId,
  startsOn: Day,
  endsOn: Day,
  /** In the order of their ids. */
  targets: z.array(Target.omit({ current: true })),
  /** In the order of their ids. */
  obligations: z.array(
    z.object({
      id: ObligationId,
      partnerId: PartnerId,
      kind: z.enum(['duty', 'none']),
      text: requiredText(400),
      dueOn: Day.nullable(),
      every: Recurrence.nullable(),
    }),
  ),
});
export type GoalContent = z.infer<typeof GoalContent>;

/** What the firms sign when a goal ends, in the format `mufakat.goal-ending/1`. */
export const EndingContent = z.object({
  format: z.literal('mufakat.goal-ending/1'),
  goalId: GoalId,
  /** The hash of what was in force. */
  of: ContentHash,
  outcome: Ending,
  /** What the partners take with them. */
  lessons: requiredText(2000),
  /** The values of the targets at the end, in the order of their ids. */
  values: z.array(z.object({ targetId: TargetId, value: Decimal })),
});
export type EndingContent = z.infer<typeof EndingContent>;

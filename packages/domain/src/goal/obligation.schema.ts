import * as z from 'zod';
import { ObligationId, PartnerId, SeatId } from '../kernel/id.js';
import { Day, requiredText } from '../kernel/value.js';

/** How often a duty comes back; null for once. */
export const Recurrence = z.enum(['weekly', 'monthly', 'quarterly', 'yearly']);
export type Recurrence = z.infer<typeof Recurrence>;

/**
 * What a firm takes upon itself for a goal, or why it takes on nothing.
 * A firm that says neither has not looked yet, and the goal cannot be proposed.
 */
export const Obligation = z.object({
  id: ObligationId,
  partnerId: PartnerId,
  /** `none`: the firm has no duty here, and the text says why. */
  kind: z.enum(['duty', 'none']),
  text: requiredText(400),
  /** Who of the firm sees to it. Not part of what is signed. */
  ownerId: SeatId.nullable(),
  dueOn: Day.nullable(),
  every: Recurrence.nullable(),
  /** Not part of what is signed. */
  state: z.enum(['open', 'met']),
});
export type Obligation = z.infer<typeof Obligation>;

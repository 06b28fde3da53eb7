import * as z from 'zod';
import { PartnerId, TargetId } from '../kernel/id.js';
import { Day, Decimal, freeText, requiredText } from '../kernel/value.js';

/** Which way a target improves: up, down, or kept inside a band. */
export const Direction = z.enum(['up', 'down', 'keep']);

/** One firm's part of a target, in the target's unit. */
export const Split = z.object({ partnerId: PartnerId, share: Decimal });
export type Split = z.infer<typeof Split>;

/** A measure of a goal: where it started, where it shall be, where it is. */
export const Target = z.object({
  id: TargetId,
  label: requiredText(120),
  unit: freeText(24),
  direction: Direction,
  baseline: Decimal,
  /** For `keep`: the upper bound of the band. */
  target: Decimal,
  /** For `keep`: the lower bound of the band; null otherwise. */
  lowerBound: Decimal.nullable(),
  current: Decimal,
  /** 1 to 5: how much this target counts in the goal's progress. */
  weight: z.int().min(1).max(5),
  dueOn: Day.nullable(),
  /** Who takes the measure; null while nobody is named. */
  measurerId: PartnerId.nullable(),
  /** How the target is split among firms, each firm at most once, in joining order; empty when it is not. */
  splits: z.array(Split).max(24),
});
export type Target = z.infer<typeof Target>;

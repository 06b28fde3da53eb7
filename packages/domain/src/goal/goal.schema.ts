import * as z from 'zod';
import { DocumentId, GoalId, PartnershipId, SeatId, SpaceId, TargetId } from '../kernel/id.js';
import { Day, Decimal, freeText, Moment, Rank, requiredText, Version } from '../kernel/value.js';

/** The seed's five benefits of partnering; a goal serves one. */
export const Benefit = z.enum(['resources', 'knowledge', 'market', 'innovation', 'competitiveness']);
export type Benefit = z.infer<typeof Benefit>;

export const GoalState = z.enum(['draft', 'proposed', 'agreed', 'running', 'achieved', 'partly', 'missed', 'dropped']);
export type GoalState = z.infer<typeof GoalState>;

/** Which way a target improves: up, down, or kept inside a band. */
export const Direction = z.enum(['up', 'down', 'keep']);

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
});
export type Target = z.infer<typeof Target>;

/** What the partners want to reach together. Its prose is the document; everything here is recorded. */
export const Goal = z.object({
  id: GoalId,
  partnershipId: PartnershipId,
  spaceId: SpaceId,
  /** For show only: "T3". */
  number: z.int().positive(),
  title: requiredText(160),
  benefit: Benefit.nullable(),
  championId: SeatId.nullable(),
  reviewerId: SeatId.nullable(),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  state: GoalState,
  rank: Rank,
  documentId: DocumentId,
  targets: z.array(Target).max(12),
  archivedAt: Moment.nullable(),
  createdBy: SeatId,
  createdAt: Moment,
  version: Version,
});
export type Goal = z.infer<typeof Goal>;

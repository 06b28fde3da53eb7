import * as z from 'zod';
import { DocumentId, GoalId, PartnershipId, SeatId, SpaceId } from '../kernel/id.js';
import { Day, Moment, Rank, requiredText, Version } from '../kernel/value.js';
import { CheckIn } from './check-in.schema.js';
import { Obligation } from './obligation.schema.js';
import { Agreement } from './revision.schema.js';
import { Target } from './target.schema.js';

/** The seed's five benefits of partnering; a goal serves one. */
export const Benefit = z.enum(['resources', 'knowledge', 'market', 'innovation', 'competitiveness']);
export type Benefit = z.infer<typeof Benefit>;

export const GoalState = z.enum(['draft', 'proposed', 'agreed', 'running', 'achieved', 'partly', 'missed', 'dropped']);
export type GoalState = z.infer<typeof GoalState>;

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
  obligations: z.array(Obligation).max(60),
  agreement: Agreement,
  /** When the champion set it going. */
  runningSince: Moment.nullable(),
  lastCheckIn: CheckIn.nullable(),
  archivedAt: Moment.nullable(),
  createdBy: SeatId,
  createdAt: Moment,
  version: Version,
});
export type Goal = z.infer<typeof Goal>;

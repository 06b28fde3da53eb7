import * as z from 'zod';
import { Benefit } from '../goal/goal.schema.js';
import { Recurrence } from '../goal/obligation.schema.js';
import { Target } from '../goal/target.schema.js';
import {
  DocumentId,
  GoalId,
  ObligationId,
  PartnerId,
  PartnershipId,
  SeatId,
  SpaceId,
  StageId,
  TargetId,
} from '../kernel/id.js';
import { freeText, Locale, Moment, requiredText, Version } from '../kernel/value.js';
import { AgendaItem } from '../meeting/meeting.schema.js';

/** How the firms decide: nobody objects; everybody agrees; two thirds agree; more agree than object. */
export const DecisionRule = z.enum(['consent', 'unanimous', 'two-thirds', 'majority']);
export type DecisionRule = z.infer<typeof DecisionRule>;

/** A place on the chain from material to buyer, and the partners who stand there: a lane. */
export const Stage = z.object({ id: StageId, name: requiredText(80), partnerIds: z.array(PartnerId).max(24) });
export type Stage = z.infer<typeof Stage>;

/** An agenda to start meetings of one kind from. */
export const StandingAgenda = z.object({
  occasion: z.enum(['founding', 'regular', 'review']),
  title: requiredText(160),
  points: z.array(AgendaItem.pick({ kind: true, minutes: true }).extend({ title: requiredText(160) })).max(20),
});
export type StandingAgenda = z.infer<typeof StandingAgenda>;

/** A number by which the partnership looks at itself. */
export const Indicator = z.object({
  label: requiredText(120),
  unit: freeText(24),
  direction: z.enum(['up', 'down']),
  /** Each firm's own numbers stay in its private room; the others see only what they come to together. */
  isPrivate: z.boolean(),
});
export type Indicator = z.infer<typeof Indicator>;

/** What the partners may write of how they work. What a type of partnership has no use for stays empty. */
export const CharterFields = z.object({
  decisionRule: DecisionRule,
  /** Of a hundred full partners, how many must have spoken. */
  quorumPercent: z.int().min(1).max(100),
  /** What is decided by another rule. */
  exceptions: z.array(z.object({ about: requiredText(120), rule: DecisionRule })).max(6),
  roles: z.array(z.object({ name: requiredText(80), duty: requiredText(300) })).max(12),
  agendas: z.array(StandingAgenda).max(6),
  indicators: z.array(Indicator).max(12),
  /** What the partners have to beware of. */
  cautions: z.array(requiredText(400)).max(8),
  /** Strategic: what the bigger party owes, said before what is asked of the smaller ones. */
  biggerDuties: z.array(requiredText(300)).max(12),
  /** Vertical: the chain, first stage first. */
  stages: z.array(Stage).max(12),
  /** Cluster: where the firms are. */
  place: freeText(120),
  /** Cluster: what they use together. */
  facilities: z.array(z.object({ name: requiredText(120), note: freeText(200) })).max(20),
});
export type CharterFields = z.infer<typeof CharterFields>;

/** How the partners of one partnership work together; its id is the partnership's. */
export const Charter = CharterFields.extend({
  id: PartnershipId,
  spaceId: SpaceId,
  /** Who has read, for the others, that firms of one industry do not speak about prices; null where it does not apply. */
  priceTalkRead: z.object({ by: SeatId, at: Moment }).nullable(),
  version: Version,
});
export type Charter = z.infer<typeof Charter>;

/** A duty of a starter goal. Nobody but the founder sits here yet, so the others are written into the draft's text. */
export const StarterDuty = z.object({
  id: ObligationId,
  /** Whose it shall be, in words: "the bigger party", "every firm". */
  who: requiredText(80),
  text: requiredText(400),
  every: Recurrence.nullable(),
  /** The founder's own firm takes it. */
  isOurs: z.boolean(),
});
export type StarterDuty = z.infer<typeof StarterDuty>;

/** A goal that a partnership begins with: a draft, with one measure and the duties it needs. */
export const StarterGoal = z.object({
  id: GoalId,
  documentId: DocumentId,
  title: requiredText(160),
  benefit: Benefit,
  why: freeText(600),
  limits: freeText(600),
  target: Target.pick({
    ...{ id: true, label: true, unit: true, direction: true, baseline: true, target: true, lowerBound: true },
  }).extend({ id: TargetId }),
  duties: z.array(StarterDuty).max(8),
});
export type StarterGoal = z.infer<typeof StarterGoal>;

/** What a partnership begins with beside its name: how it works, and its first drafts. */
export const PartnershipStart = z.object({
  /** The language of the drafts. */
  locale: Locale,
  /** Horizontal: the founder has read that prices are not spoken about. */
  hasReadPriceTalk: z.boolean(),
  charter: CharterFields.extend({
    stages: z.array(Stage.omit({ partnerIds: true }).extend({ isOurs: z.boolean() })).max(12),
  }),
  goals: z.array(StarterGoal).max(8),
});
export type PartnershipStart = z.infer<typeof PartnershipStart>;

import * as z from 'zod';
import { DocumentId, GoalId, PartnershipId, SeatId, TargetId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Day, Decimal, Locale, Rank, requiredText, Version } from '../kernel/value.js';
import { Benefit, Goal, GoalState } from './goal.schema.js';
import { Target } from './target.schema.js';

const goals = '/partnerships/:partnershipId/goals' as const;
const aGoal = z.object({ partnershipId: PartnershipId, goalId: GoalId });
const changing = ['version.stale', 'seat.read-only', 'goal.archived'] as const;

export const listGoals = route({
  id: 'listGoals',
  method: 'GET',
  path: goals,
  access: 'seat',
  summary: 'All goals of the partnership with their targets, archived ones left out.',
  input: z.object({ partnershipId: PartnershipId }),
  output: z.array(Goal),
  refusals: [],
});

export const readGoal = route({
  id: 'readGoal',
  method: 'GET',
  path: `${goals}/:goalId`,
  access: 'seat',
  summary: 'One goal, archived or not.',
  input: aGoal,
  output: Goal,
  refusals: [],
});

export const createGoal = route({
  id: 'createGoal',
  method: 'POST',
  path: goals,
  access: 'seat',
  summary: 'Writes a new goal down as a draft, with a co-edited text that starts with guided headings.',
  input: z.object({
    partnershipId: PartnershipId,
    id: GoalId,
    documentId: DocumentId,
    title: requiredText(160),
    benefit: Benefit.nullable(),
    startsOn: Day.nullable(),
    endsOn: Day.nullable(),
    rank: Rank,
    /** The language of the guided headings. */
    locale: Locale,
  }),
  output: Goal,
  refusals: ['id.taken', 'seat.read-only', 'goal.dates-reversed'],
});

export const changeGoal = route({
  id: 'changeGoal',
  method: 'PATCH',
  path: `${goals}/:goalId`,
  access: 'seat',
  summary: 'Changes title, benefit, champion, reviewer or dates.',
  input: aGoal.extend({
    title: requiredText(160).optional(),
    benefit: Benefit.nullable().optional(),
    championId: SeatId.nullable().optional(),
    reviewerId: SeatId.nullable().optional(),
    startsOn: Day.nullable().optional(),
    endsOn: Day.nullable().optional(),
    version: Version,
  }),
  output: Goal,
  refusals: [...changing, 'goal.dates-reversed', 'goal.reviewer-same-firm', 'seat.ended'],
});

export const moveGoal = route({
  id: 'moveGoal',
  method: 'POST',
  path: `${goals}/:goalId/move`,
  access: 'seat',
  summary: 'Moves the card to another column or place; columns that need sign-off refuse.',
  input: aGoal.extend({ state: GoalState, rank: Rank, version: Version }),
  output: Goal,
  refusals: [...changing, 'goal.needs-sign-off', 'goal.propose-there', 'goal.champion-only'],
});

export const archiveGoal = route({
  id: 'archiveGoal',
  method: 'POST',
  path: `${goals}/:goalId/archive`,
  access: 'seat',
  summary: 'Takes a draft off the board; nothing is destroyed.',
  input: aGoal.extend({ version: Version }),
  output: Goal,
  refusals: [...changing, 'goal.needs-sign-off'],
});

export const restoreGoal = route({
  id: 'restoreGoal',
  method: 'POST',
  path: `${goals}/:goalId/restore`,
  access: 'seat',
  summary: 'Puts an archived draft back on the board.',
  input: aGoal.extend({ version: Version }),
  output: Goal,
  refusals: ['version.stale', 'seat.read-only'],
});

const targetFields = Target.omit({ id: true, current: true });

export const addTarget = route({
  id: 'addTarget',
  method: 'POST',
  path: `${goals}/:goalId/targets`,
  access: 'seat',
  summary: 'Adds a measurable target; its current value starts at the baseline.',
  input: aGoal.extend({ targetId: TargetId, ...targetFields.shape, version: Version }),
  output: Goal,
  refusals: [...changing, 'id.taken', 'target.band-missing', 'target.too-many', 'target.splits-wrong'],
});

export const changeTarget = route({
  id: 'changeTarget',
  method: 'PATCH',
  path: `${goals}/:goalId/targets/:targetId`,
  access: 'seat',
  summary: 'Changes what a target measures.',
  input: aGoal.extend({ targetId: TargetId, ...targetFields.shape, version: Version }),
  output: Goal,
  refusals: [...changing, 'target.band-missing', 'target.splits-wrong'],
});

export const removeTarget = route({
  id: 'removeTarget',
  method: 'DELETE',
  path: `${goals}/:goalId/targets/:targetId`,
  access: 'seat',
  summary: 'Removes a target from the draft.',
  input: aGoal.extend({ targetId: TargetId, version: Version }),
  output: Goal,
  refusals: changing,
});

export const reportTarget = route({
  id: 'reportTarget',
  method: 'POST',
  path: `${goals}/:goalId/targets/:targetId/value`,
  access: 'seat',
  summary: 'Reports the current value of a target.',
  input: aGoal.extend({ targetId: TargetId, current: Decimal, version: Version }),
  output: Goal,
  refusals: changing,
});

export const goalRoutes = {
  listGoals,
  readGoal,
  createGoal,
  changeGoal,
  moveGoal,
  archiveGoal,
  restoreGoal,
  addTarget,
  changeTarget,
  removeTarget,
  reportTarget,
} as const;

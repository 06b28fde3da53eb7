import * as z from 'zod';
import { CheckInId, GoalId, PartnershipId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Version } from '../kernel/value.js';
import { CheckIn } from './check-in.schema.js';
import { Goal } from './goal.schema.js';

const checkIns = '/partnerships/:partnershipId/goals/:goalId/check-ins' as const;
const aGoal = z.object({ partnershipId: PartnershipId, goalId: GoalId });

export const listCheckIns = route({
  id: 'listCheckIns',
  method: 'GET',
  path: checkIns,
  access: 'seat',
  summary: 'What the champion has reported on a goal, newest first.',
  input: aGoal,
  output: z.array(CheckIn),
  refusals: [],
});

export const checkIn = route({
  id: 'checkIn',
  method: 'POST',
  path: checkIns,
  access: 'seat',
  summary: 'The champion reports on a running goal: values of its targets, how it stands, and a sentence or two.',
  input: aGoal.extend({
    ...CheckIn.pick({ id: true, status: true, confidence: true, note: true, blockers: true, values: true }).shape,
    version: Version,
  }),
  output: Goal,
  refusals: [
    'id.taken',
    'version.stale',
    'seat.read-only',
    'goal.archived',
    'goal.not-running',
    'check-in.champion-only',
    'check-in.sentence-needed',
  ],
});

export const acknowledgeCheckIn = route({
  id: 'acknowledgeCheckIn',
  method: 'POST',
  path: `${checkIns}/:checkInId/acknowledgement`,
  access: 'seat',
  summary: 'The reviewer says that the report was read.',
  input: aGoal.extend({ checkInId: CheckInId }),
  output: Goal,
  refusals: ['seat.read-only', 'goal.archived', 'check-in.reviewer-only'],
});

export const checkInRoutes = { listCheckIns, checkIn, acknowledgeCheckIn } as const;

import * as z from 'zod';
import { GoalId, InterestRoundId, PartnershipId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { requiredText, Version } from '../kernel/value.js';
import { InterestRound, OwnInterest } from './interest.schema.js';

const rounds = '/partnerships/:partnershipId/interest-rounds' as const;
const aRound = z.object({ partnershipId: PartnershipId, roundId: InterestRoundId });

export const listInterestRounds = route({
  id: 'listInterestRounds',
  method: 'GET',
  path: rounds,
  access: 'seat',
  summary: 'What partners were asked about their interests, newest first; answers only of rounds that are opened.',
  input: z.object({ partnershipId: PartnershipId }),
  output: z.array(InterestRound),
  refusals: [],
});

export const readOwnInterest = route({
  id: 'readOwnInterest',
  method: 'GET',
  path: `${rounds}/:roundId/own`,
  access: 'seat',
  summary: 'What the own firm has answered in a round.',
  input: aRound,
  output: OwnInterest,
  refusals: [],
});

export const askInterests = route({
  id: 'askInterests',
  method: 'POST',
  path: rounds,
  access: 'seat',
  summary: 'Asks every full partner to rate these goals. Answers stay sealed until all have given one.',
  input: z.object({ partnershipId: PartnershipId, id: InterestRoundId, goalIds: z.array(GoalId).min(1).max(60) }),
  output: InterestRound,
  refusals: ['id.taken', 'seat.read-only', 'seat.role-needed', 'interest.asking', 'interest.nobody'],
});

export const answerInterests = route({
  id: 'answerInterests',
  method: 'PUT',
  path: `${rounds}/:roundId/own`,
  access: 'seat',
  summary: 'Answers for the own firm, or answers otherwise, until the round is closed. The last answer opens it.',
  input: aRound.extend({ ...OwnInterest.pick({ ratings: true, note: true }).shape }),
  output: InterestRound,
  refusals: ['seat.read-only', 'seat.role-needed', 'interest.not-asked', 'interest.over', 'interest.incomplete'],
});

export const closeInterests = route({
  id: 'closeInterests',
  method: 'POST',
  path: `${rounds}/:roundId/close`,
  access: 'seat',
  summary: 'Closes a round before all have answered, with a reason; who is missing is named.',
  input: aRound.extend({ reason: requiredText(400), version: Version }),
  output: InterestRound,
  refusals: ['version.stale', 'seat.role-needed', 'interest.over'],
});

export const interestRoutes = {
  listInterestRounds,
  readOwnInterest,
  askInterests,
  answerInterests,
  closeInterests,
} as const;

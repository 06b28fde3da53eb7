import * as z from 'zod';
import { GoalId, ObligationId, PartnerId, PartnershipId, RevisionId, SignOffId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { freeText, requiredText, Version } from '../kernel/value.js';
import { TextNode } from '../text-version/text-version.schema.js';
import { EndingContent, GoalContent } from './content.schema.js';
import { Goal } from './goal.schema.js';
import { Obligation } from './obligation.schema.js';
import { Call, ContentHash, Ending, Revision, Verdict } from './revision.schema.js';

const goal = '/partnerships/:partnershipId/goals/:goalId' as const;
const aGoal = z.object({ partnershipId: PartnershipId, goalId: GoalId });
const aRevision = aGoal.extend({ revisionId: RevisionId });
const changing = ['version.stale', 'seat.read-only', 'goal.archived'] as const;
const signing = ['session.confirm', 'seat.read-only', 'goal.archived', 'revision.replaced', 'revision.hash'] as const;

const obligationFields = Obligation.omit({ id: true, state: true });

export const addObligation = route({
  id: 'addObligation',
  method: 'POST',
  path: `${goal}/obligations`,
  access: 'seat',
  summary: 'Writes down what a firm takes upon itself for the goal, or why it takes on nothing.',
  input: aGoal.extend({ obligationId: ObligationId, ...obligationFields.shape, version: Version }),
  output: Goal,
  refusals: [...changing, 'id.taken', 'obligation.too-many', 'obligation.not-a-signer', 'task.wrong-person'],
});

export const changeObligation = route({
  id: 'changeObligation',
  method: 'PATCH',
  path: `${goal}/obligations/:obligationId`,
  access: 'seat',
  summary: 'Changes a duty, who sees to it, or whether it is met.',
  input: aGoal.extend({ obligationId: ObligationId, ...Obligation.omit({ id: true }).shape, version: Version }),
  output: Goal,
  refusals: [...changing, 'obligation.not-a-signer', 'obligation.not-your-firm', 'task.wrong-person'],
});

export const removeObligation = route({
  id: 'removeObligation',
  method: 'DELETE',
  path: `${goal}/obligations/:obligationId`,
  access: 'seat',
  summary: 'Takes a duty out of the draft.',
  input: aGoal.extend({ obligationId: ObligationId, version: Version }),
  output: Goal,
  refusals: changing,
});

export const proposeGoal = route({
  id: 'proposeGoal',
  method: 'POST',
  path: `${goal}/revisions`,
  access: 'seat',
  summary: 'Freezes the draft as a revision, text as the server has it, and asks every full partner to sign.',
  input: aGoal.extend({ id: RevisionId, summary: freeText(400), version: Version }),
  output: Goal,
  refusals: [
    ...changing,
    'id.taken',
    'seat.role-needed',
    'goal.over',
    'goal.incomplete',
    'goal.unchanged',
    'goal.reviewer-same-firm',
    'document.later',
  ],
});

export const proposeEnding = route({
  id: 'proposeEnding',
  method: 'POST',
  path: `${goal}/endings`,
  access: 'seat',
  summary: 'Proposes that an agreed goal ends, how it ended and what was learnt; every full partner is asked to sign.',
  input: aGoal.extend({ id: RevisionId, outcome: Ending, lessons: requiredText(2000), version: Version }),
  output: Goal,
  refusals: [...changing, 'id.taken', 'seat.role-needed', 'goal.over', 'goal.not-agreed'],
});

export const withdrawProposal = route({
  id: 'withdrawProposal',
  method: 'POST',
  path: `${goal}/revisions/:revisionId/withdrawal`,
  access: 'seat',
  summary: 'Takes a proposal off the table; what is in force stays in force.',
  input: aRevision.extend({ version: Version }),
  output: Goal,
  refusals: [...changing, 'seat.role-needed', 'goal.over', 'revision.closed', 'revision.replaced'],
});

/** A revision with the content that was frozen. */
export const RevisionText = z.object({
  revision: Revision,
  content: z.discriminatedUnion('format', [GoalContent, EndingContent]),
});

export const listRevisions = route({
  id: 'listRevisions',
  method: 'GET',
  path: `${goal}/revisions`,
  access: 'seat',
  summary: 'Every revision of the goal, newest first.',
  input: aGoal,
  output: z.array(Revision),
  refusals: [],
});

export const readRevision = route({
  id: 'readRevision',
  method: 'GET',
  path: `${goal}/revisions/:revisionId`,
  access: 'seat',
  summary: 'One revision with the content that was frozen, readable for ever.',
  input: aRevision,
  output: RevisionText,
  refusals: [],
});

/** Content that may still lack facts, as a live draft does. */
const DraftContent = GoalContent.extend({
  benefit: GoalContent.shape.benefit.nullable(),
  championId: GoalContent.shape.championId.nullable(),
  reviewerId: GoalContent.shape.reviewerId.nullable(),
  startsOn: GoalContent.shape.startsOn.nullable(),
  endsOn: GoalContent.shape.endsOn.nullable(),
});

/** What a goal says: by one of its revisions, or, when that is null, by its live draft. */
export const GoalReading = z.object({ revision: Revision.nullable(), hash: ContentHash, content: DraftContent });

export const readDraft = route({
  id: 'readDraft',
  method: 'GET',
  path: `${goal}/draft`,
  access: 'seat',
  summary: 'The live draft as it would be frozen now, with its hash; what is missing is null.',
  input: aGoal,
  output: GoalReading,
  refusals: [],
});

export const readDifference = route({
  id: 'readDifference',
  method: 'GET',
  path: `${goal}/difference`,
  access: 'seat',
  summary: 'Two revisions of a goal, or one and the live draft, with their texts compared word by word.',
  input: aGoal.extend({
    /** Numbers of revisions: without `from` the comparison is with nothing, without `to` with the live draft. */
    from: z.coerce.number().int().positive().optional(),
    to: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({
    before: GoalReading.nullable(),
    after: GoalReading,
    /** The newer text, with what was removed where it stood. */
    text: TextNode,
  }),
  refusals: [],
});

const word = { verdict: Verdict, note: freeText(2000), change: freeText(2000), harmedGoalId: GoalId.nullable() };

export const signOff = route({
  id: 'signOff',
  method: 'POST',
  path: `${goal}/revisions/:revisionId/sign-offs`,
  access: 'seat',
  summary: "Gives the firm's word on the revision whose hash the person was shown.",
  input: aRevision.extend({ id: SignOffId, hash: ContentHash, ...word }),
  output: Goal,
  refusals: [
    ...signing,
    'id.taken',
    'sign-off.signatory-needed',
    'sign-off.taken',
    'sign-off.note-missing',
    'sign-off.reason-missing',
  ],
});

export const withdrawSignOff = route({
  id: 'withdrawSignOff',
  method: 'POST',
  path: `${goal}/revisions/:revisionId/sign-offs/:signOffId/withdrawal`,
  access: 'seat',
  summary: "Takes the firm's word back while not every firm has agreed.",
  input: aRevision.extend({ signOffId: SignOffId }),
  output: Goal,
  refusals: [...signing, 'sign-off.signatory-needed', 'sign-off.binding'],
});

export const recordSignOff = route({
  id: 'recordSignOff',
  method: 'POST',
  path: `${goal}/revisions/:revisionId/sign-offs/by-phone`,
  access: 'seat',
  summary: 'The facilitator writes down what a firm said by phone; it counts once the firm confirms it.',
  input: aRevision.extend({ id: SignOffId, partnerId: PartnerId, call: Call, ...word }),
  output: Goal,
  refusals: [
    ...signing,
    'id.taken',
    'seat.role-needed',
    'sign-off.taken',
    'sign-off.note-missing',
    'sign-off.reason-missing',
  ],
});

export const confirmSignOff = route({
  id: 'confirmSignOff',
  method: 'POST',
  path: `${goal}/revisions/:revisionId/sign-offs/:signOffId/confirmation`,
  access: 'seat',
  summary: 'The firm answers whether what the facilitator wrote down is right.',
  input: aRevision.extend({ signOffId: SignOffId, hash: ContentHash, isRight: z.boolean() }),
  output: Goal,
  refusals: [...signing, 'sign-off.signatory-needed', 'sign-off.lapsed'],
});

export const agreementRoutes = {
  addObligation,
  changeObligation,
  removeObligation,
  proposeGoal,
  proposeEnding,
  withdrawProposal,
  listRevisions,
  readRevision,
  readDraft,
  readDifference,
  signOff,
  withdrawSignOff,
  recordSignOff,
  confirmSignOff,
} as const;

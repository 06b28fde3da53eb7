import * as z from 'zod';
import { GoalId, PartnerId, RevisionId, SeatId, SignOffId } from '../kernel/id.js';
import { Day, freeText, Moment, requiredText } from '../kernel/value.js';
import { Target } from './target.schema.js';

/** SHA-256 of canonical content, in lower-case hexadecimal. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/);
export type ContentHash = z.infer<typeof ContentHash>;

export const Verdict = z.enum(['agree', 'agree-with-note', 'object']);
export type Verdict = z.infer<typeof Verdict>;

/** How a firm's word was heard by phone: who said it, when, and what proves it. */
export const Call = z.object({ spokeWith: requiredText(80), at: Moment, evidence: requiredText(400) });
export type Call = z.infer<typeof Call>;

/** A firm's word on one revision. A firm has at most one that stands. */
export const SignOff = z.object({
  id: SignOffId,
  revisionId: RevisionId,
  partnerId: PartnerId,
  verdict: Verdict,
  /** What `agree-with-note` adds, or why a firm objects. */
  note: freeText(2000),
  /** What would let an objecting firm agree. */
  change: freeText(2000),
  /** The goal that this revision would harm, when the objection names one. */
  harmedGoalId: GoalId.nullable(),
  signedBy: SeatId,
  signedAt: Moment,
  /** Set when the facilitator wrote down what a firm said by phone: it counts once the firm has confirmed it. */
  call: Call.nullable(),
  confirmedBy: SeatId.nullable(),
  /** `awaiting` is a word by phone that its firm has not confirmed; it lapses after seven days. */
  state: z.enum(['standing', 'awaiting', 'withdrawn', 'lapsed']),
  /** The hash of what the signer was shown. */
  hash: ContentHash,
});
export type SignOff = z.infer<typeof SignOff>;

/** What is proposed: that the goal shall say this, or that it ends like this. */
export const RevisionKind = z.enum(['content', 'ending']);
export type RevisionKind = z.infer<typeof RevisionKind>;

/** How a goal can end: reached, in part, not, or given up. */
export const Ending = z.enum(['achieved', 'partly', 'missed', 'dropped']);
export type Ending = z.infer<typeof Ending>;

/** What was frozen to be agreed on. It never changes; what firms said of it is beside it. */
export const Revision = z.object({
  id: RevisionId,
  goalId: GoalId,
  kind: RevisionKind,
  /** How the goal ends by this revision; null for one that says what the goal is. */
  ending: Ending.nullable(),
  /** Counts the revisions of a goal from 1, endings among them. */
  number: z.int().positive(),
  hash: ContentHash,
  /** What the proposer says has changed, in a sentence. */
  summary: freeText(400),
  /** The log of the text up to here is what the content says; null for an ending, which has none. */
  textSequence: z.int().min(0).nullable(),
  proposedBy: SeatId,
  proposedAt: Moment,
  /** The full partners of that moment: all of them must agree. */
  signers: z.array(PartnerId),
  /** The words that stand or await confirmation, in the order they were given; also of firms that joined later. */
  signOffs: z.array(SignOff),
  /** What became of it: open, agreed, or put aside because it was withdrawn, replaced, or lost a signer. */
  outcome: z.enum(['open', 'agreed', 'withdrawn', 'replaced', 'void']),
  outcomeAt: Moment.nullable(),
});
export type Revision = z.infer<typeof Revision>;

/** What progress is measured by: what the firms agreed on, never a draft of it, with the values of now. */
export const Measured = z.object({ startsOn: Day, endsOn: Day, targets: z.array(Target) });
export type Measured = z.infer<typeof Measured>;

/** Where a goal stands between its live draft and what the firms agreed on. */
export const Agreement = z.object({
  /** What binds the firms now. */
  inForce: Revision.nullable(),
  /** What is in force is measured by; null before an agreement. */
  measured: Measured.nullable(),
  /** What is on the table to be signed. */
  proposed: Revision.nullable(),
  /** Whether the live draft says something else than what binds now. */
  isChanged: z.boolean(),
  /** Whether the live draft says something else than what is on the table. */
  isAhead: z.boolean(),
  /** Firms that had signed an earlier revision, so that they look only at what has changed since. */
  signedBefore: z.array(PartnerId),
});
export type Agreement = z.infer<typeof Agreement>;

/** A second person of a firm tried to give its word at the same time; the first one stands. */
export const RefusedSignOff = z.object({
  /** The word that was refused. */
  id: SignOffId,
  goalId: GoalId,
  goalTitle: requiredText(160),
  revisionId: RevisionId,
  partnerId: PartnerId,
  verdict: Verdict,
  triedBy: SeatId,
  standing: SignOffId,
});

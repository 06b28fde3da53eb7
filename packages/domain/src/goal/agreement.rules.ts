import type { PartnerId } from '../kernel/id.js';
import type { Refusal } from '../kernel/refusals.js';
import { may, type Seat } from '../kernel/seat.js';
import { goalChangeRefusal, goalGaps, type GoalGap } from './goal.rules.js';
import type { Goal, GoalState } from './goal.schema.js';
import type { Obligation } from './obligation.schema.js';
import type { Revision, SignOff, Verdict } from './revision.schema.js';

/** A word by phone that its firm has not confirmed lapses after this many days. */
export const confirmationDays = 7;

/** What keeps a draft from being proposed: a fact that is missing, or a firm that has said nothing about its part. */
export type ProposalGap = GoalGap | { obligationOf: PartnerId };

/** Everything a draft lacks before it can be proposed to these firms, in the order people fill it in. */
export function proposalGaps(
  goal: Pick<Goal, 'benefit' | 'championId' | 'reviewerId' | 'startsOn' | 'endsOn' | 'targets' | 'obligations'>,
  firms: readonly PartnerId[],
): ProposalGap[] {
  const silent = firms.filter((firm) => !goal.obligations.some(({ partnerId }) => partnerId === firm));
  return [...goalGaps(goal), ...silent.map((obligationOf) => ({ obligationOf }))];
}

const proposable: readonly GoalState[] = ['draft', 'proposed', 'agreed', 'running'];

/** Why this seat cannot put the draft on the table. Whoever speaks for a firm may; so may the facilitator, who signs nothing. */
export function proposeRefusal(seat: Seat, goal: Pick<Goal, 'archivedAt' | 'state'>): Refusal | null {
  const refusal = goalChangeRefusal(seat, goal);
  if (refusal) return refusal;
  if (!seat.isSignatory && !may(seat, 'goal.propose')) return 'seat.role-needed';
  return proposable.includes(goal.state) ? null : 'goal.over';
}

/** Why this seat cannot propose that the goal ends: only what was agreed can be ended by agreement. */
export function endingRefusal(seat: Seat, goal: Pick<Goal, 'archivedAt' | 'state' | 'agreement'>): Refusal | null {
  return proposeRefusal(seat, goal) ?? (goal.agreement.inForce ? null : 'goal.not-agreed');
}

/** Why this seat cannot take the proposal off the table again. */
export function withdrawProposalRefusal(seat: Seat, goal: Goal): Refusal | null {
  return proposeRefusal(seat, goal) ?? (goal.agreement.proposed ? null : 'revision.closed');
}

/** The revision this firm can sign now: what is on the table, or, for a firm that joined later, what is in force. */
export function signable(goal: Pick<Goal, 'agreement'>, firm: PartnerId): Revision | null {
  const { proposed, inForce } = goal.agreement;
  if (proposed?.signers.includes(firm)) return proposed;
  if (inForce && !inForce.signers.includes(firm)) return inForce;
  return null;
}

/** Why this seat cannot give its firm's word on the revision. */
export function signOffRefusal(
  seat: Seat,
  goal: Pick<Goal, 'archivedAt' | 'agreement'>,
  revision: Pick<Revision, 'id'>,
): Refusal | null {
  const refusal = goalChangeRefusal(seat, goal);
  if (refusal) return refusal;
  if (!seat.isSignatory) return 'sign-off.signatory-needed';
  if (signable(goal, seat.partnerId)?.id !== revision.id) return 'revision.replaced';
  return null;
}

/** What a word on a revision must say: an objection says why and what would change it; a note is not empty. */
export function verdictRefusal(word: { verdict: Verdict; note: string; change: string }): Refusal | null {
  if (word.verdict === 'agree-with-note' && word.note === '') return 'sign-off.note-missing';
  if (word.verdict === 'object' && (word.note === '' || word.change === '')) return 'sign-off.reason-missing';
  return null;
}

/** Why this seat cannot take back its firm's word: an agreement is left by an amendment, not by taking back. */
export function withdrawSignOffRefusal(
  seat: Seat,
  goal: Pick<Goal, 'archivedAt' | 'agreement'>,
  signOff: Pick<SignOff, 'partnerId' | 'revisionId'>,
): Refusal | null {
  const refusal = goalChangeRefusal(seat, goal);
  if (refusal) return refusal;
  if (!seat.isSignatory || seat.partnerId !== signOff.partnerId) return 'sign-off.signatory-needed';
  return goal.agreement.proposed?.id === signOff.revisionId ? null : 'sign-off.binding';
}

/** Why this seat cannot write down what a firm said by phone: only who serves the table and signs nothing can. */
export function recordCallRefusal(
  seat: Seat,
  goal: Pick<Goal, 'archivedAt' | 'agreement'>,
  firm: PartnerId,
): Refusal | null {
  const refusal = goalChangeRefusal(seat, goal);
  if (refusal) return refusal;
  if (!may(seat, 'sign-off.record')) return 'seat.role-needed';
  return goal.agreement.proposed?.signers.includes(firm) ? null : 'revision.replaced';
}

/** Why this seat cannot answer for what was written down by phone: its own firm's signatory can, while it waits. */
export function confirmRefusal(seat: Seat, signOff: Pick<SignOff, 'partnerId' | 'state'>): Refusal | null {
  if (!seat.isSignatory || seat.partnerId !== signOff.partnerId) return 'sign-off.signatory-needed';
  return signOff.state === 'awaiting' ? null : 'sign-off.lapsed';
}

/** Why this seat cannot say whether a duty is met: the firm that has it says so. */
export function obligationStateRefusal(
  seat: Pick<Seat, 'partnerId'>,
  obligation: Pick<Obligation, 'partnerId'>,
): Refusal | null {
  return seat.partnerId === obligation.partnerId ? null : 'obligation.not-your-firm';
}

/** Whether a word agrees; a note does not take anything from it. */
export function agrees({ state, verdict }: Pick<SignOff, 'state' | 'verdict'>): boolean {
  return state === 'standing' && verdict !== 'object';
}

/** Whether every firm that must sign has agreed: the only way a revision comes into force. */
export function isAgreedByAll({ signers, signOffs }: Pick<Revision, 'signers' | 'signOffs'>): boolean {
  return (
    signers.length > 0 &&
    signers.every((firm) => signOffs.some((signOff) => signOff.partnerId === firm && agrees(signOff)))
  );
}

/** How many of the firms that must sign have agreed. */
export function agreedCount({ signers, signOffs }: Pick<Revision, 'signers' | 'signOffs'>): number {
  return signers.filter((firm) => signOffs.some((signOff) => signOff.partnerId === firm && agrees(signOff))).length;
}

/** How a firm's thread in the sign-off strip is woven. */
export type Strand = 'none' | 'agreed' | 'agreed-with-note' | 'objected' | 'again' | 'awaiting';

/** How this firm stands to what is on the table, or, when nothing is, to what is in force. */
export function strandOf({ proposed, inForce, signedBefore }: Goal['agreement'], firm: PartnerId): Strand {
  const signOff = (proposed ?? inForce)?.signOffs.find(({ partnerId }) => partnerId === firm);
  if (!signOff) return proposed?.kind === 'content' && signedBefore.includes(firm) ? 'again' : 'none';
  if (signOff.state === 'awaiting') return 'awaiting';
  if (signOff.verdict === 'object') return 'objected';
  return signOff.verdict === 'agree' ? 'agreed' : 'agreed-with-note';
}

/** Whether this seat's firm has something to sign here. */
export function waitsForSignOff(seat: Pick<Seat, 'isSignatory' | 'partnerId'>, goal: Goal): boolean {
  if (!seat.isSignatory || goal.archivedAt) return false;
  const revision = signable(goal, seat.partnerId);
  const given = revision?.signOffs.find(({ partnerId }) => partnerId === seat.partnerId);
  return revision !== null && given?.state !== 'standing';
}

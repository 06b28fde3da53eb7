import type { EndingContent, Revision, SignOff } from '@mufakat/domain';
import type { RevisionEntity } from './revision.entity.js';
import type { SignOffEntity } from './sign-off.entity.js';

/** A revision as everybody sees it: words that were withdrawn or have lapsed stay in the journal only. */
export function revisionView(
  revision: RevisionEntity,
  signOffs: readonly SignOffEntity[],
  closed: { outcome: Revision['outcome']; at: Date } | null,
): Revision {
  return {
    id: revision.id,
    goalId: revision.goalId,
    kind: revision.kind,
    ending: revision.kind === 'ending' ? (JSON.parse(revision.content) as EndingContent).outcome : null,
    number: revision.number,
    hash: revision.hash,
    summary: revision.summary,
    textSequence: revision.textSequence === null ? null : Number(revision.textSequence),
    proposedBy: revision.proposedBy,
    proposedAt: revision.proposedAt.toISOString(),
    signers: revision.signers,
    signOffs: signOffs.filter(({ state }) => state === 'standing' || state === 'awaiting').map(signOffView),
    outcome: closed?.outcome ?? 'open',
    outcomeAt: closed?.at.toISOString() ?? null,
  };
}

export function signOffView(signOff: SignOffEntity): SignOff {
  return {
    id: signOff.id,
    revisionId: signOff.revisionId,
    partnerId: signOff.partnerId,
    verdict: signOff.verdict,
    note: signOff.note,
    change: signOff.change,
    harmedGoalId: signOff.harmedGoalId,
    signedBy: signOff.signedBy,
    signedAt: signOff.signedAt.toISOString(),
    call: signOff.call,
    confirmedBy: signOff.confirmedBy,
    state: signOff.state,
    hash: signOff.hash,
  };
}

import type { CheckIn, Goal, GoalContent, Measured, Obligation, Target } from '@mufakat/domain';
import type { CheckInEntity } from './check-in.entity.js';
import type { HeldGoal } from './goal.store.js';
import type { ObligationEntity } from './obligation.entity.js';
import type { TargetEntity } from './target.entity.js';

/** The goal as everybody sees it, its targets and obligations in the order they were added. */
export function goalView({ goal, targets, obligations, agreement, lastCheckIn }: HeldGoal): Goal {
  return {
    id: goal.id,
    partnershipId: goal.partnershipId,
    spaceId: goal.spaceId,
    number: goal.number,
    title: goal.title,
    benefit: goal.benefit,
    championId: goal.championId,
    reviewerId: goal.reviewerId,
    startsOn: goal.startsOn,
    endsOn: goal.endsOn,
    state: goal.state,
    rank: goal.rank,
    documentId: goal.documentId,
    targets: targets.toSorted(byPosition).map(targetView),
    obligations: obligations.toSorted(byPosition).map(obligationView),
    agreement: {
      inForce: agreement.inForce,
      measured: agreement.content && measuredView(agreement.content, targets),
      proposed: agreement.proposed,
      isChanged: goal.isChanged,
      isAhead: goal.isAhead,
      signedBefore: agreement.signedBefore,
    },
    runningSince: goal.runningSince?.toISOString() ?? null,
    lastCheckIn: lastCheckIn && checkInView(lastCheckIn),
    archivedAt: goal.archivedAt?.toISOString() ?? null,
    createdBy: goal.createdBy,
    createdAt: goal.createdAt.toISOString(),
    version: goal.version,
  };
}

/** What was agreed, with the values of now: progress is never measured by a draft. */
function measuredView({ startsOn, endsOn, targets: agreed }: GoalContent, targets: readonly TargetEntity[]): Measured {
  const currentOf = new Map(targets.map(({ id, current }) => [id, shortest(current)]));
  return {
    startsOn,
    endsOn,
    targets: agreed.map((target) => ({ ...target, current: currentOf.get(target.id) ?? target.baseline })),
  };
}

const byPosition = (a: { position: number }, b: { position: number }) => a.position - b.position;

export function targetView(target: TargetEntity): Target {
  return {
    id: target.id,
    label: target.label,
    unit: target.unit,
    direction: target.direction,
    baseline: shortest(target.baseline),
    target: shortest(target.target),
    lowerBound: target.lowerBound === null ? null : shortest(target.lowerBound),
    current: shortest(target.current),
    weight: target.weight,
    dueOn: target.dueOn,
    measurerId: target.measurerId,
    splits: target.splits,
  };
}

export function checkInView(checkIn: CheckInEntity): CheckIn {
  const { id, goalId, number, status, confidence, note, blockers, values, by, at } = checkIn;
  const { acknowledgedBy, acknowledgedAt } = checkIn;
  const read = { acknowledgedBy, acknowledgedAt: acknowledgedAt?.toISOString() ?? null };
  return { id, goalId, number, status, confidence, note, blockers, values, by, at: at.toISOString(), ...read };
}

export function obligationView(obligation: ObligationEntity): Obligation {
  const { id, partnerId, kind, text, ownerId, dueOn, every, state } = obligation;
  return { id, partnerId, kind, text, ownerId, dueOn, every, state };
}

/** A decimal without the zeros that say nothing: "5.2000" is "5.2", "007" is "7", "-0.0" is "0". */
export function shortest(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const trimmed = fraction.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') + (trimmed && `.${trimmed}`);
  return decimal.startsWith('-') && digits !== '0' ? `-${digits}` : digits;
}

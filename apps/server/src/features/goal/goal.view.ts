import type { Goal, Target } from '@mufakat/domain';
import type { GoalEntity } from './goal.entity.js';
import type { TargetEntity } from './target.entity.js';

/** The goal as everybody sees it, its targets in the order they were added. */
export function goalView(goal: GoalEntity, targets: readonly TargetEntity[]): Goal {
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
    targets: targets.toSorted((a, b) => a.position - b.position).map(targetView),
    archivedAt: goal.archivedAt?.toISOString() ?? null,
    createdBy: goal.createdBy,
    createdAt: goal.createdAt.toISOString(),
    version: goal.version,
  };
}

function targetView(target: TargetEntity): Target {
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
  };
}

/** A decimal without the zeros that say nothing: "5.2000" is "5.2", "007" is "7", "-0.0" is "0". */
export function shortest(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const trimmed = fraction.replace(/0+$/, '');
  const digits = whole.replace(/^0+(?=\d)/, '') + (trimmed && `.${trimmed}`);
  return decimal.startsWith('-') && digits !== '0' ? `-${digits}` : digits;
}

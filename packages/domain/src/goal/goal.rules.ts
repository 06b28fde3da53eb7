import type { Refusal } from '../kernel/refusals.js';
import { may, type Seat } from '../kernel/seat.js';
import type { Goal, GoalState } from './goal.schema.js';
import type { Target } from './target.schema.js';

/** The columns of the board, left to right; the last one holds every ended state. */
export const goalColumns = ['draft', 'proposed', 'agreed', 'running', 'ended'] as const;
export type GoalColumn = (typeof goalColumns)[number];

export function columnOf(state: GoalState): GoalColumn {
  return state === 'draft' || state === 'proposed' || state === 'agreed' || state === 'running' ? state : 'ended';
}

/** Why this seat cannot write goals at all. */
export function goalWriteRefusal(seat: Seat): Refusal | null {
  return may(seat, 'write') ? null : 'seat.read-only';
}

/** Why this seat cannot change this goal. */
export function goalChangeRefusal(seat: Seat, goal: Pick<Goal, 'archivedAt'>): Refusal | null {
  return goalWriteRefusal(seat) ?? (goal.archivedAt ? 'goal.archived' : null);
}

/**
 * Why the card cannot go to this state. A draft is proposed on its own page and agreed by signatures only;
 * the champion lets what is agreed run.
 */
export function goalMoveRefusal(
  seat: Seat,
  goal: Pick<Goal, 'archivedAt' | 'state' | 'championId'>,
  state: GoalState,
): Refusal | null {
  const refusal = goalChangeRefusal(seat, goal);
  if (refusal || goal.state === state) return refusal;
  if (goal.state === 'agreed' && state === 'running') return goal.championId === seat.id ? null : 'goal.champion-only';
  if (goal.state === 'draft' && state === 'proposed') return 'goal.propose-there';
  return 'goal.needs-sign-off';
}

/** Why the goal cannot leave the board: what firms have begun to sign is not taken away by one of them. */
export function archiveRefusal(seat: Seat, goal: Pick<Goal, 'archivedAt' | 'state'>): Refusal | null {
  return goalChangeRefusal(seat, goal) ?? (goal.state === 'draft' ? null : 'goal.needs-sign-off');
}

export function datesRefusal(goal: {
  startsOn?: string | null | undefined;
  endsOn?: string | null | undefined;
}): Refusal | null {
  return goal.startsOn && goal.endsOn && goal.endsOn <= goal.startsOn ? 'goal.dates-reversed' : null;
}

/** Why a target is not complete: a band needs both bounds in order. */
export function targetRefusal(target: Pick<Target, 'direction' | 'target' | 'lowerBound'>): Refusal | null {
  if (target.direction !== 'keep') return null;
  return target.lowerBound !== null && Number(target.lowerBound) <= Number(target.target)
    ? null
    : 'target.band-missing';
}

/** Why a target's split cannot stand: each firm has one part. */
export function splitsRefusal({ splits }: Pick<Target, 'splits'>): Refusal | null {
  return new Set(splits.map(({ partnerId }) => partnerId)).size === splits.length ? null : 'target.splits-wrong';
}

const clamp = (x: number) => Math.min(1, Math.max(0, x));

/** G1: how far a target is on its way, 0 to 1. A band counts 1 inside and 0 outside. */
export function targetProgress(
  target: Pick<Target, 'direction' | 'baseline' | 'target' | 'lowerBound' | 'current'>,
): number {
  const [baseline, goal, current] = [Number(target.baseline), Number(target.target), Number(target.current)];
  if (target.direction === 'keep') return current >= Number(target.lowerBound ?? goal) && current <= goal ? 1 : 0;
  if (goal === baseline) return (target.direction === 'up' ? current >= goal : current <= goal) ? 1 : 0;
  return clamp((current - baseline) / (goal - baseline));
}

/** G2: the weighted mean of the targets' progress, 0 to 1; null when nothing is measured yet. */
export function goalProgress(targets: readonly Target[]): number | null {
  const weight = targets.reduce((sum, target) => sum + target.weight, 0);
  if (weight === 0) return null;
  return targets.reduce((sum, target) => sum + target.weight * targetProgress(target), 0) / weight;
}

/** G2: where the goal should be today, 0 to 1, if it moved evenly; null without both dates. */
export function expectedProgress(goal: Pick<Goal, 'startsOn' | 'endsOn'>, today: string): number | null {
  if (!goal.startsOn || !goal.endsOn) return null;
  const [start, end, now] = [Date.parse(goal.startsOn), Date.parse(goal.endsOn), Date.parse(today)];
  return end > start ? clamp((now - start) / (end - start)) : null;
}

/** By what a goal is measured: by what binds, and before anything does, by the draft. */
export function measuredBy(goal: Pick<Goal, 'startsOn' | 'endsOn' | 'targets' | 'agreement'>) {
  return goal.agreement.measured ?? goal;
}

export type Pace = 'on-track' | 'attention' | 'stuck';

/** G2: progress against expectation; 10 points behind needs attention, 25 is stuck. Null when either is unknown. */
export function paceOf(progress: number | null, expected: number | null): Pace | null {
  if (progress === null || expected === null) return null;
  const behind = expected - progress;
  const epsilon = 1e-9;
  if (behind <= 0.1 + epsilon) return 'on-track';
  return behind <= 0.25 + epsilon ? 'attention' : 'stuck';
}

/** What a draft still lacks before partners can agree on it, in the order people fill it in. */
export function goalGaps(
  goal: Pick<Goal, 'benefit' | 'championId' | 'reviewerId' | 'startsOn' | 'endsOn' | 'targets'>,
) {
  const gaps: ('benefit' | 'champion' | 'reviewer' | 'dates' | 'target')[] = [];
  if (!goal.benefit) gaps.push('benefit');
  if (goal.targets.length === 0) gaps.push('target');
  if (!goal.championId) gaps.push('champion');
  if (!goal.reviewerId) gaps.push('reviewer');
  if (!goal.startsOn || !goal.endsOn) gaps.push('dates');
  return gaps;
}
export type GoalGap = ReturnType<typeof goalGaps>[number];

/** The order of cards in a column: by rank, compared as text. */
export function byRank(a: { rank: string; id: string }, b: { rank: string; id: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1;
}

import type { Refusal } from '../kernel/refusals.js';
import type { Seat } from '../kernel/seat.js';
import type { CheckIn, CheckInStatus } from './check-in.schema.js';
import { goalChangeRefusal } from './goal.rules.js';
import type { Goal } from './goal.schema.js';

/** A goal that runs is reported on every so many days. */
export const checkInEvery = 14;
const day = 24 * 60 * 60 * 1000;

type Running = Pick<Goal, 'archivedAt' | 'state' | 'championId' | 'reviewerId' | 'runningSince' | 'lastCheckIn'>;

/** Why this seat cannot report on the goal: its champion does, while it runs. */
export function checkInRefusal(seat: Seat, goal: Running): Refusal | null {
  const refusal = goalChangeRefusal(seat, goal);
  if (refusal) return refusal;
  if (goal.state !== 'running') return 'goal.not-running';
  return goal.championId === seat.id ? null : 'check-in.champion-only';
}

/** Why this seat cannot say that it has read the report: the reviewer does, once. */
export function acknowledgeRefusal(seat: Seat, goal: Running): Refusal | null {
  const refusal = goalChangeRefusal(seat, goal);
  if (refusal) return refusal;
  return goal.reviewerId === seat.id ? null : 'check-in.reviewer-only';
}

const rank: Record<CheckInStatus, number> = { 'on-track': 0, attention: 1, stuck: 2 };

/** Whether a report tells of a worse standing than the last one did; before any, everything was on track. */
export function falls(from: Pick<CheckIn, 'status'> | null, to: Pick<CheckIn, 'status'>): boolean {
  return rank[to.status] > rank[from?.status ?? 'on-track'];
}

/** Why a report does not say enough: a falling status wants a sentence. */
export function sentenceRefusal(
  last: Pick<CheckIn, 'status'> | null,
  report: Pick<CheckIn, 'status' | 'note' | 'blockers'>,
): Refusal | null {
  return falls(last, report) && report.note === '' && report.blockers === '' ? 'check-in.sentence-needed' : null;
}

/** When the next report is due, in milliseconds; null while the goal does not run. */
export function checkInDue(goal: Pick<Goal, 'state' | 'runningSince' | 'lastCheckIn'>): number | null {
  if (goal.state !== 'running') return null;
  const since = goal.lastCheckIn?.at ?? goal.runningSince;
  return since === null ? null : Date.parse(since) + checkInEvery * day;
}

import type { Refusal } from '../kernel/refusals.js';
import { may, type Seat } from '../kernel/seat.js';
import type { Task, TaskState } from './task.schema.js';

/** The columns of the task board, left to right. */
export const taskColumns = ['open', 'doing', 'waiting', 'done'] as const satisfies readonly TaskState[];

/** From each state, where a task may go next. */
export const taskMoves: Record<TaskState, readonly TaskState[]> = {
  open: ['doing', 'waiting', 'done', 'cancelled'],
  doing: ['open', 'waiting', 'done', 'cancelled'],
  waiting: ['open', 'doing', 'done', 'cancelled'],
  done: ['open', 'doing'],
  cancelled: ['open'],
};

export const isOpen = (task: Pick<Task, 'state'>): boolean => task.state !== 'done' && task.state !== 'cancelled';

/** Why this seat cannot write a task down here. */
export function taskCreateRefusal(seat: Seat, task: { isPrivate: boolean }): Refusal | null {
  return may(seat, task.isPrivate ? 'private.write' : 'write') ? null : 'seat.read-only';
}

type Parties = Pick<Task, 'partnerId' | 'requestedByPartnerId'>;

/** Why this seat cannot change the task: it belongs to the firm that does it and the firm that asked; one nobody has is free to take. */
export function taskChangeRefusal(seat: Seat, task: Parties & Pick<Task, 'archivedAt'>): Refusal | null {
  return taskRestoreRefusal(seat, task) ?? (task.archivedAt ? 'task.archived' : null);
}

export function taskRestoreRefusal(seat: Seat, task: Parties): Refusal | null {
  if (!may(seat, 'write')) return 'seat.read-only';
  const isTheirs =
    task.partnerId === null || task.partnerId === seat.partnerId || task.requestedByPartnerId === seat.partnerId;
  return isTheirs || seat.role === 'facilitator' ? null : 'task.not-your-firm';
}

/** Why the task cannot go to this state now. Staying in place only changes the rank. */
export function taskMoveRefusal(
  seat: Seat,
  task: Parties & Pick<Task, 'archivedAt' | 'state' | 'waitingFor'>,
  move: { state: TaskState; waitingFor?: string | undefined },
): Refusal | null {
  const refusal = taskChangeRefusal(seat, task);
  if (refusal) return refusal;
  if (move.state !== task.state && !taskMoves[task.state].includes(move.state)) return 'task.illegal-move';
  if (move.state === 'waiting' && !(move.waitingFor ?? task.waitingFor)) return 'task.waiting-reason';
  return null;
}

/** The order of every list of tasks: open ones first, the most pressing on top, undated last. */
export function byUrgency(a: Task, b: Task): number {
  return (
    Number(!isOpen(a)) - Number(!isOpen(b)) ||
    (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') ||
    a.number - b.number
  );
}

/** Whether a task was kept: done on its due day or before, in the partnership's zone. */
export function isOnTime(task: Pick<Task, 'dueOn' | 'completedAt'>, dayOf: (moment: string) => string): boolean {
  return task.dueOn !== null && task.completedAt !== null && dayOf(task.completedAt) <= task.dueOn;
}

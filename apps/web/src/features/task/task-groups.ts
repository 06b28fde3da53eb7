import type { PartnerId, SeatId, Task } from '@mufakat/domain';
import { byUrgency, isOpen } from '@mufakat/domain/browser';

/** The groups of the list, the most pressing first. */
export const taskGroups = ['late', 'today', 'week', 'later', 'undated', 'done'] as const;
export type TaskGroup = (typeof taskGroups)[number];

export type Whose = 'mine' | 'ours' | 'all';

/** What of the tasks is looked at. */
export type TaskFilter = { whose: Whose; firm: string | null; goal: string | null; sought: string };

/** Sunday of the week a day lies in; weeks start on Monday. */
export function endOfWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((7 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

/** The group a task belongs to on a day of the partnership's zone. */
export function groupOf(task: Pick<Task, 'state' | 'dueOn'>, today: string): TaskGroup {
  if (!isOpen(task)) return 'done';
  if (task.dueOn === null) return 'undated';
  if (task.dueOn < today) return 'late';
  if (task.dueOn === today) return 'today';
  return task.dueOn <= endOfWeek(today) ? 'week' : 'later';
}

/** The tasks in their groups, empty groups left out; what was done last stands first among the done. */
export function groupTasks(tasks: readonly Task[], today: string): { group: TaskGroup; tasks: Task[] }[] {
  const sorted = tasks.toSorted(byUrgency);
  return taskGroups
    .map((group) => ({ group, tasks: sorted.filter((task) => groupOf(task, today) === group) }))
    .map(({ group, tasks: found }) => ({ group, tasks: group === 'done' ? found.toSorted(byDoneLast) : found }))
    .filter((each) => each.tasks.length > 0);
}

const byDoneLast = (a: Task, b: Task) => (b.completedAt ?? '').localeCompare(a.completedAt ?? '');

/** The tasks somebody wants to see. */
export function filterTasks(
  tasks: readonly Task[],
  filter: TaskFilter,
  seat: { id: SeatId; partnerId: PartnerId },
): Task[] {
  const sought = filter.sought.trim().toLocaleLowerCase();
  return tasks.filter(
    (task) =>
      (filter.whose !== 'mine' || task.assigneeId === seat.id) &&
      (filter.whose !== 'ours' || task.partnerId === seat.partnerId) &&
      (!filter.firm || task.partnerId === filter.firm) &&
      (!filter.goal || task.goalId === filter.goal) &&
      (!sought || `${task.title} ${task.note}`.toLocaleLowerCase().includes(sought)),
  );
}

import type { Task, TaskId, TaskState } from '@mufakat/domain';
import { generateNKeysBetween } from 'fractional-indexing';
import { v7 as newId } from 'uuid';
import type { Seat } from '../platform/access/seat.js';
import { TaskService } from '../features/task/task.service.js';
import type { SampleTask } from './sample.js';
import { workingHour, type Scene, type Stage } from './stage.js';

/** How the tasks that came from no meeting were written down, and how all of them went on. */
export function taskScenes(stage: Stage, made: Map<SampleTask, Task>): Scene[] {
  const { calendar, table } = stage;
  const ranks = generateNKeysBetween(null, null, table.tasks.length);
  return table.tasks.flatMap((task, index) => {
    const on = (day: string | undefined, later: number, play: () => Promise<void>): Scene[] =>
      day === undefined ? [] : [{ at: calendar.moment(day, workingHour(index * 5 + later)), play }];
    const move = (state: TaskState, waitingFor?: string) => () => moveTask(stage, made, task, { state, waitingFor });
    const rank = ranks[index] ?? 'a0';
    return [
      ...on(task.meeting ? undefined : task.made, 0, async () => {
        made.set(task, await createTask(stage, task, { rank, origin: null }));
      }),
      ...on(task.doing, 1, move('doing')),
      ...on(task.waiting?.[0], 2, move('waiting', task.waiting?.[1])),
      ...on(task.done, 3, move('done')),
    ];
  });
}

/** Writes a task down as the person who asked for it. */
export function createTask(stage: Stage, task: SampleTask, placed: Pick<Task, 'rank' | 'origin'>): Promise<Task> {
  const { app, calendar, partnershipId } = stage;
  const doer = task.person ? stage.seat(task.person) : null;
  return app.get(TaskService).create(stage.seat(task.by), {
    partnershipId,
    id: newId() as TaskId,
    isPrivate: task.isPrivate ?? false,
    title: calendar.write(task.title),
    note: calendar.write(task.note ?? ''),
    partnerId: (doer ?? (task.firm ? stage.firm(task.firm) : null))?.partnerId ?? null,
    assigneeId: doer?.id ?? null,
    dueOn: task.due ? calendar.day(task.due) : null,
    goalId: task.goal ? stage.goal(task.goal).id : null,
    ...placed,
  });
}

async function moveTask(
  stage: Stage,
  made: Map<SampleTask, Task>,
  task: SampleTask,
  { state, waitingFor }: { state: TaskState; waitingFor: string | undefined },
): Promise<void> {
  const held = made.get(task);
  if (!held) throw new Error(`"${task.title}" goes on before it is written down`);
  const { id: taskId, version, partnershipId } = held;
  const reason = waitingFor === undefined ? {} : { waitingFor };
  const input = { partnershipId, taskId, version, state, ...reason };
  made.set(task, await stage.app.get(TaskService).move(doerOf(stage, task), input));
}

function doerOf(stage: Stage, task: SampleTask): Seat {
  return stage.seat(task.person ?? task.by);
}

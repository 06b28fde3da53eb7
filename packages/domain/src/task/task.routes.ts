import * as z from 'zod';
import { GoalId, PartnerId, PartnershipId, SeatId, TaskId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { Day, freeText, Rank, requiredText, Version } from '../kernel/value.js';
import { Task, TaskOrigin, TaskState } from './task.schema.js';

const tasks = '/partnerships/:partnershipId/tasks' as const;
const aTask = z.object({ partnershipId: PartnershipId, taskId: TaskId });
const changing = ['version.stale', 'seat.read-only', 'task.not-your-firm', 'task.archived'] as const;

export const listTasks = route({
  id: 'listTasks',
  method: 'GET',
  path: tasks,
  access: 'seat',
  summary: "All shared tasks and the own firm's private ones, removed ones left out.",
  input: z.object({ partnershipId: PartnershipId }),
  output: z.array(Task),
  refusals: [],
});

export const readTask = route({
  id: 'readTask',
  method: 'GET',
  path: `${tasks}/:taskId`,
  access: 'seat',
  summary: 'One task, removed or not.',
  input: aTask,
  output: Task,
  refusals: [],
});

export const createTask = route({
  id: 'createTask',
  method: 'POST',
  path: tasks,
  access: 'seat',
  summary: 'Writes a task down, for a firm and a person, shared or private to the own firm.',
  input: z.object({
    partnershipId: PartnershipId,
    id: TaskId,
    isPrivate: z.boolean(),
    title: requiredText(200),
    note: freeText(2000),
    partnerId: PartnerId.nullable(),
    assigneeId: SeatId.nullable(),
    dueOn: Day.nullable(),
    goalId: GoalId.nullable(),
    origin: TaskOrigin.nullable(),
    rank: Rank,
  }),
  output: Task,
  refusals: ['id.taken', 'seat.read-only', 'task.wrong-person'],
});

export const changeTask = route({
  id: 'changeTask',
  method: 'PATCH',
  path: `${tasks}/:taskId`,
  access: 'seat',
  summary: 'Changes title, note, firm, person, due day or goal.',
  input: aTask.extend({
    title: requiredText(200).optional(),
    note: freeText(2000).optional(),
    partnerId: PartnerId.nullable().optional(),
    assigneeId: SeatId.nullable().optional(),
    dueOn: Day.nullable().optional(),
    goalId: GoalId.nullable().optional(),
    version: Version,
  }),
  output: Task,
  refusals: [...changing, 'task.wrong-person'],
});

export const moveTask = route({
  id: 'moveTask',
  method: 'POST',
  path: `${tasks}/:taskId/move`,
  access: 'seat',
  summary: 'Moves a task to another state or place; done sets the moment, leaving done clears it.',
  input: aTask.extend({
    state: TaskState,
    rank: Rank.optional(),
    waitingFor: freeText(200).optional(),
    version: Version,
  }),
  output: Task,
  refusals: [...changing, 'task.waiting-reason', 'task.illegal-move'],
});

export const removeTask = route({
  id: 'removeTask',
  method: 'DELETE',
  path: `${tasks}/:taskId`,
  access: 'seat',
  summary: 'Removes a task; it can be restored.',
  input: aTask.extend({ version: Version }),
  output: Task,
  refusals: changing,
});

export const restoreTask = route({
  id: 'restoreTask',
  method: 'POST',
  path: `${tasks}/:taskId/restore`,
  access: 'seat',
  summary: 'Puts a removed task back where it was.',
  input: aTask.extend({ version: Version }),
  output: Task,
  refusals: ['version.stale', 'seat.read-only', 'task.not-your-firm'],
});

export const taskRoutes = { listTasks, readTask, createTask, changeTask, moveTask, removeTask, restoreTask } as const;

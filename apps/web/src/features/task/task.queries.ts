import type { CallInput, PartnershipId, Task, TaskId } from '@mufakat/domain';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, isRefused } from '@/lib/api';
import type { LiveHandlers } from '@/lib/live';
import { applyEntry, putNewer } from '@/lib/newer';
import { usePartnership } from '@/lib/partnership';

/** Removed tasks stay in the cache, so that a late answer cannot bring them back. */
const standing = (tasks: Task[]) => tasks.filter(({ archivedAt }) => archivedAt === null);

/** Every task of the partnership this seat may see. */
export const tasksQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'tasks'],
    queryFn: ({ signal }) => call('listTasks', { partnershipId }, signal),
    select: standing,
  });

/** One task which the list does not hold: removed, or not there at all. */
export const taskQuery = (partnershipId: PartnershipId, taskId: TaskId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'task', taskId],
    queryFn: ({ signal }) => call('readTask', { partnershipId, taskId }, signal),
    retry: false,
  });

type At = { partnershipId: PartnershipId; taskId: TaskId; version: number };

/** One change of one task, whatever it is. */
export type TaskDeed = {
  task: Task;
  /** How the task looks at once, before the server has answered. */
  shows: Partial<Task>;
  send: (at: At) => Promise<Task>;
};

/** Changes tasks one after the other: on screen at once, taken back if the server refuses. */
export function useTaskDeed() {
  const cache = useQueryClient();
  const { id: partnershipId } = usePartnership();
  return useMutation({
    scope: { id: `tasks of ${partnershipId}` },
    mutationFn: ({ task, send }: TaskDeed) =>
      send({ partnershipId, taskId: task.id, version: heldTask(cache, task).version }),
    onMutate: ({ task, shows }) => {
      const before = heldTask(cache, task);
      replace(cache, { ...before, ...shows });
      return before;
    },
    onSuccess: (task) => putTask(cache, task),
    onError: (error, { task }, before) => {
      if (before && heldTask(cache, task).version === before.version) replace(cache, before);
      if (isRefused(error, 'version.stale') && error.data.current) putTask(cache, error.data.current as Task);
    },
  });
}

export type NewTask = Omit<CallInput<'createTask'>, 'partnershipId'>;

/** Writes a task down: it stands in the list before the server has it, and leaves again if it is refused. */
export function useCreateTask() {
  const cache = useQueryClient();
  const { id: partnershipId, seat } = usePartnership();
  return useMutation({
    scope: { id: `tasks of ${partnershipId}` },
    mutationFn: (task: NewTask) => call('createTask', { ...task, partnershipId }),
    onMutate: (task) => {
      const spaceId = task.isPrivate ? seat.spaces.own : seat.spaces.shared;
      putTask(cache, {
        ...(task as NewTask & Pick<Task, 'id' | 'partnerId' | 'assigneeId' | 'goalId' | 'origin'>),
        partnershipId,
        spaceId,
        number: Number.MAX_SAFE_INTEGER,
        state: 'open',
        waitingFor: '',
        requestedBy: seat.id,
        requestedByPartnerId: seat.partnerId,
        completedAt: null,
        archivedAt: null,
        createdAt: new Date().toISOString(),
        version: 0,
      });
    },
    onSuccess: (task) => putTask(cache, task),
    onError: (_error, { id }) => {
      cache.setQueryData<Task[]>(tasksQuery(partnershipId).queryKey, (tasks) =>
        tasks?.filter((task) => task.id !== id || task.version > 0),
      );
    },
  });
}

function heldTask(cache: QueryClient, task: Task): Task {
  const tasks = cache.getQueryData<Task[]>(tasksQuery(task.partnershipId).queryKey);
  return tasks?.find(({ id }) => id === task.id) ?? task;
}

function replace(cache: QueryClient, task: Task): void {
  cache.setQueryData<Task[]>(tasksQuery(task.partnershipId).queryKey, (tasks) =>
    tasks?.map((held) => (held.id === task.id ? task : held)),
  );
}

function putTask(cache: QueryClient, task: Task): void {
  applyEntry<Task[]>(cache, tasksQuery(task.partnershipId).queryKey, (tasks) => putNewer(tasks, task, ({ id }) => id));
  const one = taskQuery(task.partnershipId, task.id).queryKey;
  applyEntry<Task>(cache, one, (held) => (task.version > held.version ? task : held));
}

/** How the tasks stay true while others work. */
export const taskLive: LiveHandlers = {
  'task.created': (cache, { data }) => putTask(cache, data),
  'task.changed': (cache, { data }) => putTask(cache, data),
  'task.moved': (cache, { data }) => putTask(cache, data),
  'task.completed': (cache, { data }) => putTask(cache, data),
  'task.removed': (cache, { data }) => putTask(cache, data),
  'task.restored': (cache, { data }) => putTask(cache, data),
};

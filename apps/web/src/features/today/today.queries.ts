import type { Need, PartnershipId, SeatId, Task, Today } from '@mufakat/domain';
import { isOpen } from '@mufakat/domain/browser';
import { queryOptions, useMutation, useMutationState, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, isRefused } from '@/lib/api';
import { joinLive, refreshOnEvery, refreshSoon } from '@/lib/every-entry';
import type { LiveHandlers } from '@/lib/live';
import { applyEntry } from '@/lib/newer';
import { usePartnership } from '@/lib/partnership';

/** What waits for the person, and what changed since the last visit. */
export const todayQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'today'],
    queryFn: ({ signal }) => call('readToday', { partnershipId }, signal),
    staleTime: 5_000,
  });

/** Whether a task still waits as it did: it leaves when it is done, removed, or somebody took it. */
function stillWaits({ reason }: Pick<Need, 'reason'>, task: Task, mySeatId: SeatId): boolean {
  if (!isOpen(task) || task.archivedAt !== null) return false;
  return reason === 'needs-person' ? task.assigneeId === null : task.assigneeId === mySeatId;
}

/** Puts a task as it is now into the list of what waits; what no longer waits leaves it. */
export function withTask(today: Today, task: Task, mySeatId: SeatId): Today {
  const needs = today.needs.flatMap((need): Need[] => {
    if (need.kind !== 'task' || need.task.id !== task.id || task.version < need.task.version) return [need];
    return stillWaits(need, task, mySeatId) ? [{ ...need, task }] : [];
  });
  return { ...today, needs };
}

type Directories = { mySeatId: SeatId };

function putTask(cache: QueryClient, task: Task): void {
  const { partnershipId } = task;
  const directory = cache.getQueryData<Directories>(['partnership', partnershipId, 'directory']);
  if (!directory) return;
  applyEntry<Today>(cache, todayQuery(partnershipId).queryKey, (held) => withTask(held, task, directory.mySeatId));
}

const tasksAtOnce: LiveHandlers = {
  'task.changed': (cache, { data }) => putTask(cache, data),
  'task.moved': (cache, { data }) => putTask(cache, data),
  'task.completed': (cache, { data }) => putTask(cache, data),
  'task.removed': (cache, { data }) => putTask(cache, data),
};

/** Rows leave at once when a colleague does them; everything else is asked again a moment later. */
export const todayLive: LiveHandlers = joinLive(
  tasksAtOnce,
  refreshOnEvery((id) => todayQuery(id).queryKey),
);

/** What one tap does to a task which waits: finish it, or give it to somebody. */
export type NeedDeed = { task: Task } & ({ kind: 'done' } | { kind: 'give'; assigneeId: SeatId });

const deedKey = (partnershipId: PartnershipId) => ['today', partnershipId, 'deed'];

/** Does it. While the server has not answered the row is left out (see `useUnderWay`), so a refusal brings it back. */
export function useNeedDeed() {
  const cache = useQueryClient();
  const { id: partnershipId } = usePartnership();
  return useMutation({
    mutationKey: deedKey(partnershipId),
    mutationFn: (deed: NeedDeed) => send(partnershipId, deed),
    onSuccess: (task) => putTask(cache, task),
    onError: (error, { task }) => {
      if (isRefused(error, 'version.stale') && error.data.current) putTask(cache, error.data.current as Task);
      refreshSoon(cache, todayQuery(task.partnershipId).queryKey);
    },
  });
}

function send(partnershipId: PartnershipId, deed: NeedDeed): Promise<Task> {
  const at = { partnershipId, taskId: deed.task.id, version: deed.task.version };
  return deed.kind === 'done'
    ? call('moveTask', { ...at, state: 'done' })
    : call('changeTask', { ...at, assigneeId: deed.assigneeId });
}

/** The tasks whose deed the server has not answered yet. */
export function useUnderWay(): ReadonlySet<string> {
  const { id } = usePartnership();
  const ids = useMutationState({
    filters: { mutationKey: deedKey(id), status: 'pending' },
    select: ({ state }) => (state.variables as NeedDeed).task.id,
  });
  return new Set(ids);
}

/** Takes a finished task back to where it was; a waiting one has to be opened before it can wait again. */
export async function takeBack(cache: QueryClient, before: Task, done: Task): Promise<void> {
  const { partnershipId, id: taskId } = done;
  const first = before.state === 'doing' ? 'doing' : 'open';
  const opened = await call('moveTask', { partnershipId, taskId, version: done.version, state: first });
  if (before.state === 'waiting') {
    const { version } = opened;
    const { waitingFor } = before;
    await call('moveTask', { partnershipId, taskId, version, state: 'waiting', waitingFor });
  }
  refreshSoon(cache, todayQuery(partnershipId).queryKey);
}

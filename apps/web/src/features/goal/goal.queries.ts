import type { CallInput, Goal, GoalId, PartnershipId, Target } from '@mufakat/domain';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, isRefused } from '@/lib/api';
import { refreshChanges } from '@/lib/changes';
import type { LiveHandlers } from '@/lib/live';
import { applyEntry, newer, putNewer } from '@/lib/newer';

type Ids = Pick<Goal, 'id' | 'partnershipId'>;

/** The goals on the board. */
export const goalsQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'goals'],
    queryFn: ({ signal }) => call('listGoals', { partnershipId }, signal),
  });

/** One goal, also when it is archived. */
export const goalQuery = (partnershipId: PartnershipId, goalId: GoalId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'goal', goalId],
    queryFn: ({ signal }) => call('readGoal', { partnershipId, goalId }, signal),
  });

/** How the board and the page of a goal stay true while others work. */
export const goalLive: LiveHandlers = {
  'goal.created': (cache, { data }) => hear(cache, data),
  'goal.changed': (cache, { data }) => hear(cache, data),
  'goal.moved': (cache, { data }) => hear(cache, data),
  'goal.archived': (cache, { data }) => hear(cache, data),
  'goal.restored': (cache, { data }) => hear(cache, data),
  'goal.target-added': (cache, { data }) => hear(cache, data),
  'goal.target-changed': (cache, { data }) => hear(cache, data),
  'goal.target-removed': (cache, { data }) => hear(cache, data),
  'goal.target-reported': (cache, { data }) => hear(cache, data),
  'goal.obligation-added': (cache, { data }) => hear(cache, data),
  'goal.obligation-changed': (cache, { data }) => hear(cache, data),
  'goal.obligation-removed': (cache, { data }) => hear(cache, data),
  'goal.draft-differs': (cache, { data }) => hear(cache, data),
  'goal.proposed': (cache, { data }) => hear(cache, data),
  'goal.proposal-withdrawn': (cache, { data }) => hear(cache, data),
  'goal.proposal-void': (cache, { data }) => hear(cache, data),
  'goal.signed': (cache, { data }) => hear(cache, data),
  'goal.objected': (cache, { data }) => hear(cache, data),
  'goal.sign-off-withdrawn': (cache, { data }) => hear(cache, data),
  'goal.sign-off-recorded': (cache, { data }) => hear(cache, data),
  'goal.sign-off-confirmed': (cache, { data }) => hear(cache, data),
  'goal.sign-off-denied': (cache, { data }) => hear(cache, data),
  'goal.sign-off-lapsed': (cache, { data }) => hear(cache, data),
  'goal.ending-proposed': (cache, { data }) => hear(cache, data),
  'goal.ended': (cache, { data }) => hear(cache, data),
  'goal.agreed': (cache, { data }) => hear(cache, data),
  'goal.checked-in': (cache, { data }) => hear(cache, data),
  'goal.check-in-acknowledged': (cache, { data }) => hear(cache, data),
  // What was refused changes nothing that is shown here; the history tells it.
  'sign-off.refused': () => undefined,
};

function hear(cache: QueryClient, goal: Goal): void {
  putGoal(cache, goal);
  refreshChanges(cache, goal);
}

/** An archived goal leaves the board; its page stays. */
export function putGoal(cache: QueryClient, goal: Goal): void {
  const { partnershipId, id } = goal;
  applyEntry<Goal>(cache, goalQuery(partnershipId, id).queryKey, (held) => newer(held, goal));
  applyEntry<Goal[]>(cache, goalsQuery(partnershipId).queryKey, (held) =>
    putNewer(held, goal, (each) => each.id).filter(({ archivedAt }) => archivedAt === null),
  );
}

/** Shows a goal as it will be, or again as it was, without asking which copy is newer. */
function showGoal(cache: QueryClient, goal: Goal): void {
  const { partnershipId, id } = goal;
  cache.setQueryData(goalQuery(partnershipId, id).queryKey, (held) => held && goal);
  cache.setQueryData(goalsQuery(partnershipId).queryKey, (held) => {
    if (!held) return held;
    const others = held.filter((each) => each.id !== id);
    if (goal.archivedAt) return others;
    return others.length === held.length ? [...held, goal] : held.map((each) => (each.id === id ? goal : each));
  });
}

function heldGoal(cache: QueryClient, { id, partnershipId }: Ids): Goal | undefined {
  return (
    cache.getQueryData(goalQuery(partnershipId, id).queryKey) ??
    cache.getQueryData(goalsQuery(partnershipId).queryKey)?.find((each) => each.id === id)
  );
}

type Sent = { partnershipId: PartnershipId; goalId: GoalId; version: number };
type Deed<Input> = {
  send: (at: Sent, input: Input) => Promise<Goal>;
  /** The goal as it will be, shown at once. */
  foresee?: (goal: Goal, input: Input) => Goal;
};

/**
 * A change to one goal: shown at once, sent after the changes before it, taken back when it is refused.
 * It is made upon the newest copy this screen holds, which is what the person sees.
 */
export function useDeed<Input>(meant: Goal | ((input: Input) => Goal), { send, foresee }: Deed<Input>) {
  const cache = useQueryClient();
  const now = (input: Input) => {
    const goal = typeof meant === 'function' ? meant(input) : meant;
    return heldGoal(cache, goal) ?? goal;
  };
  return useMutation({
    scope: { id: typeof meant === 'function' ? 'goals' : `goal ${meant.id}` },
    mutationFn: (input: Input) => {
      const { partnershipId, id: goalId, version } = now(input);
      return send({ partnershipId, goalId, version }, input);
    },
    onMutate: (input: Input) => {
      const before = now(input);
      if (foresee) showGoal(cache, foresee(before, input));
      return { before };
    },
    onSuccess: (answer) => putGoal(cache, answer),
    onError: (error, input, context) => {
      const before = context?.before;
      if (before && now(input).version === before.version) showGoal(cache, before);
      if (isRefused(error, 'version.stale') && error.data['current']) putGoal(cache, error.data['current'] as Goal);
    },
  });
}

type Change = Omit<CallInput<'changeGoal'>, keyof Sent>;

export const useChangeGoal = (goal: Goal) =>
  useDeed<Change>(goal, {
    send: (at, change) => call('changeGoal', { ...at, ...change }),
    foresee: (held, change) => ({ ...held, ...(change as Partial<Goal>) }),
  });

type Placed = Pick<Goal, 'state' | 'rank'> & { goal: Goal };

/** Moves, archives and restores any card of the board. */
export const useMoveGoal = () =>
  useDeed<Placed>(({ goal }) => goal, {
    send: (at, { state, rank }) => call('moveGoal', { ...at, state, rank }),
    foresee: (held, { state, rank }) => ({ ...held, state, rank }),
  });

export const useArchiveGoal = () =>
  useDeed<Goal>((goal) => goal, {
    send: (at) => call('archiveGoal', at),
    foresee: (held) => ({ ...held, archivedAt: new Date().toISOString() }),
  });

export const useRestoreGoal = () =>
  useDeed<Goal>((goal) => goal, {
    send: (at) => call('restoreGoal', at),
    foresee: (held) => ({ ...held, archivedAt: null }),
  });

/** What a person fills in for a target; its current value is reported, not filled in. */
export type TargetFields = Omit<Target, 'id' | 'current'>;
export type KeyedTarget = TargetFields & { targetId: Target['id'] };

export const useAddTarget = (goal: Goal) =>
  useDeed<KeyedTarget>(goal, { send: (at, target) => call('addTarget', { ...at, ...target }) });

export const useChangeTarget = (goal: Goal) =>
  useDeed<KeyedTarget>(goal, { send: (at, target) => call('changeTarget', { ...at, ...target }) });

export const useRemoveTarget = (goal: Goal) =>
  useDeed<Target['id']>(goal, {
    send: (at, targetId) => call('removeTarget', { ...at, targetId }),
    foresee: (held, targetId) => ({ ...held, targets: held.targets.filter(({ id }) => id !== targetId) }),
  });

export const useReportTarget = (goal: Goal) =>
  useDeed<Pick<Target, 'id' | 'current'>>(goal, {
    send: (at, { id: targetId, current }) => call('reportTarget', { ...at, targetId, current }),
    foresee: (held, { id, current }) => ({
      ...held,
      targets: held.targets.map((target) => (target.id === id ? { ...target, current } : target)),
    }),
  });

/** Writes a new goal down. The caller keeps the ids, so that pressing again makes no second one. */
export function useCreateGoal() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'createGoal'>) => call('createGoal', input),
    onSuccess: (goal) => {
      cache.setQueryData(goalQuery(goal.partnershipId, goal.id).queryKey, (held) => (held ? newer(held, goal) : goal));
      putGoal(cache, goal);
    },
  });
}

import type { CallInput, CallOutput, Goal, GoalId, Obligation, PartnershipId, RevisionId } from '@mufakat/domain';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, isRefused } from '@/lib/api';
import { useConfirmed } from '@/lib/confirm';
import { putGoal, useDeed } from './goal.queries';

type At = { partnershipId: PartnershipId; goalId: GoalId };

/** Every revision of a goal. It is asked again whenever the goal has another agreement. */
export const revisionsQuery = ({ partnershipId, id, agreement }: Goal) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'goal', id, 'revisions', agreement.proposed?.id, agreement.inForce?.id],
    queryFn: ({ signal }) => call('listRevisions', { partnershipId, goalId: id }, signal),
  });

/** What a revision says. It never changes. */
export const revisionQuery = (at: At & { revisionId: RevisionId }) =>
  queryOptions({
    queryKey: ['partnership', at.partnershipId, 'revision', at.revisionId],
    queryFn: ({ signal }) => call('readRevision', at, signal),
    staleTime: Infinity,
  });

type Compared = At & { from: string | null; to: string | null; version: number };

/** Two revisions, or one and the draft. The draft is asked again with every version of the goal, and after a while. */
export const differenceQuery = ({ partnershipId, goalId, from, to, version }: Compared) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'goal', goalId, 'difference', from, to, to === null ? version : 0],
    queryFn: ({ signal }) =>
      call(
        'readDifference',
        { partnershipId, goalId, ...(from && { from: Number(from) }), ...(to && { to: Number(to) }) },
        signal,
      ),
    ...(to === null ? { refetchInterval: 5000 } : { staleTime: Infinity }),
    placeholderData: keepPreviousData,
  });

type ObligationFields = Omit<Obligation, 'id'>;
type KeyedObligation = ObligationFields & { obligationId: Obligation['id'] };

export const useAddObligation = (goal: Goal) =>
  useDeed<KeyedObligation>(goal, {
    send: (at, { state: _, ...obligation }) => call('addObligation', { ...at, ...obligation }),
  });

export const useChangeObligation = (goal: Goal) =>
  useDeed<KeyedObligation>(goal, {
    send: (at, obligation) => call('changeObligation', { ...at, ...obligation }),
    foresee: (held, { obligationId, ...fields }) => ({
      ...held,
      obligations: held.obligations.map((each) => (each.id === obligationId ? { ...each, ...fields } : each)),
    }),
  });

export const useRemoveObligation = (goal: Goal) =>
  useDeed<Obligation['id']>(goal, {
    send: (at, obligationId) => call('removeObligation', { ...at, obligationId }),
    foresee: (held, id) => ({ ...held, obligations: held.obligations.filter((each) => each.id !== id) }),
  });

export const usePropose = (goal: Goal) =>
  useDeed<Pick<CallInput<'proposeGoal'>, 'id' | 'summary'>>(goal, {
    send: (at, proposal) => call('proposeGoal', { ...at, ...proposal }),
  });

export const useProposeEnding = (goal: Goal) =>
  useDeed<Pick<CallInput<'proposeEnding'>, 'id' | 'outcome' | 'lessons'>>(goal, {
    send: (at, ending) => call('proposeEnding', { ...at, ...ending }),
  });

export const useWithdrawProposal = (goal: Goal) =>
  useDeed<RevisionId>(goal, { send: (at, revisionId) => call('withdrawProposal', { ...at, revisionId }) });

type BindingId = 'signOff' | 'withdrawSignOff' | 'recordSignOff' | 'confirmSignOff';

/** An act that binds a firm: never foreseen, asked for the password when that is old, and told truly when refused. */
function useBinding<Id extends BindingId>(id: Id, { partnershipId, id: goalId }: Goal) {
  const cache = useQueryClient();
  const confirmed = useConfirmed();
  return useMutation({
    mutationFn: (input: Omit<CallInput<Id>, keyof At>) =>
      confirmed(() => call(id, { partnershipId, goalId, ...input } as CallInput<Id>)) as Promise<CallOutput<Id>>,
    onSuccess: (goal) => putGoal(cache, goal as Goal),
    onError: (error) => {
      const isBehind = isRefused(error, 'revision.replaced') || isRefused(error, 'revision.hash');
      if (isBehind && error.data['current']) putGoal(cache, error.data['current'] as Goal);
    },
  });
}

export const useSignOff = (goal: Goal) => useBinding('signOff', goal);
export const useWithdrawSignOff = (goal: Goal) => useBinding('withdrawSignOff', goal);
export const useRecordSignOff = (goal: Goal) => useBinding('recordSignOff', goal);
export const useConfirmSignOff = (goal: Goal) => useBinding('confirmSignOff', goal);

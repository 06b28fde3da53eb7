import type { CallInput, InterestRound, InterestRoundId, OwnInterest, PartnershipId } from '@mufakat/domain';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, isRefused } from '@/lib/api';
import type { LiveHandlers } from '@/lib/live';
import { applyEntry, newer, putNewer } from '@/lib/newer';
import { usePartnership } from '@/lib/partnership';

/** Every round, newest first. */
export const roundsQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'interest-rounds'],
    queryFn: ({ signal }) => call('listInterestRounds', { partnershipId }, signal),
  });

/** What the own firm has answered; null while it has not. */
export const ownInterestQuery = (partnershipId: PartnershipId, roundId: InterestRoundId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'interest-rounds', roundId, 'own'],
    queryFn: ({ signal }) =>
      call('readOwnInterest', { partnershipId, roundId }, signal).catch((error: unknown): OwnInterest | null => {
        if (isRefused(error, 'not-found')) return null;
        throw error;
      }),
  });

/** How rounds stay true while firms answer. */
export const interestLive: LiveHandlers = {
  'interest.asked': (cache, { data }) => putRound(cache, data),
  'interest.answered': (cache, { data }) => putRound(cache, data),
  'interest.closed': (cache, { data }) => putRound(cache, data),
  'interest.opened': (cache, { data }) => putRound(cache, data),
  'interest.rated': (cache, { data }) => putOwn(cache, data),
};

/** The first answer takes the place of none. */
function putOwn(cache: QueryClient, own: OwnInterest): void {
  const { queryKey } = ownInterestQuery(own.partnershipId, own.id);
  if (cache.getQueryData(queryKey) === null) cache.setQueryData(queryKey, own);
  applyEntry<OwnInterest>(cache, queryKey, (held) => newer(held, own));
}

function putRound(cache: QueryClient, round: InterestRound): void {
  applyEntry<InterestRound[]>(cache, roundsQuery(round.partnershipId).queryKey, (rounds) =>
    putNewer(rounds, round, ({ id }) => id).toSorted((a, b) => b.number - a.number),
  );
}

/** One deed on a round; what it answers is shown at once. */
function useRoundDeed<Input>(send: (partnershipId: PartnershipId, input: Input) => Promise<InterestRound>) {
  const cache = useQueryClient();
  const { id } = usePartnership();
  return useMutation({
    mutationFn: (input: Input) => send(id, input),
    onSuccess: (round) => putRound(cache, round),
    onError: (error) => {
      if (isRefused(error, 'version.stale') && error.data['current'])
        putRound(cache, error.data['current'] as InterestRound);
    },
  });
}

type Given<Id extends 'askInterests' | 'answerInterests' | 'closeInterests'> = Omit<CallInput<Id>, 'partnershipId'>;

export const useAskInterests = () =>
  useRoundDeed<Given<'askInterests'>>((partnershipId, input) => call('askInterests', { partnershipId, ...input }));

export const useAnswerInterests = () =>
  useRoundDeed<Given<'answerInterests'>>((partnershipId, input) =>
    call('answerInterests', { partnershipId, ...input }),
  );

export const useCloseInterests = () =>
  useRoundDeed<Given<'closeInterests'>>((partnershipId, input) => call('closeInterests', { partnershipId, ...input }));

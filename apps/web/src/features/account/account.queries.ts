import type { CallInput, CallOutput, Me } from '@mufakat/domain';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { meQuery } from '@/lib/me';

/** What the door must know: set-up, demo, mail. */
export const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: ({ signal }) => call('about', {}, signal),
  staleTime: 60_000,
});

export const demoPeopleQuery = queryOptions({
  queryKey: ['demo', 'people'],
  queryFn: ({ signal }) => call('listDemoPeople', {}, signal),
  staleTime: 60_000,
});

export const sessionsQuery = queryOptions({
  queryKey: ['me', 'sessions'],
  queryFn: ({ signal }) => call('listSessions', {}, signal),
});

/** Somebody is inside now: nothing of whoever was there before stays. */
export function enter(cache: QueryClient, me: Me): void {
  cache.clear();
  cache.setQueryData(meQuery.queryKey, me);
}

function useEntering<Id extends 'signIn' | 'signInAsDemoPerson' | 'setUp'>(id: Id) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<Id>): Promise<CallOutput<Id>> => call(id, input),
    onSuccess: (me) => enter(cache, me),
  });
}

export const useSignIn = () => useEntering('signIn');
export const useSignInAsDemoPerson = () => useEntering('signInAsDemoPerson');
export const useSetUp = () => useEntering('setUp');

/** Changes the account at once and takes it back, visibly, when the server says no. */
export function useChangeMe() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: Omit<CallInput<'changeMe'>, 'version'>) => {
      const version = cache.getQueryData(meQuery.queryKey)?.person.version ?? 1;
      return call('changeMe', { ...change, version });
    },
    onSuccess: (me) => void cache.setQueryData(meQuery.queryKey, me),
    onError: () => cache.invalidateQueries({ queryKey: meQuery.queryKey, exact: true }),
  });
}

export const useChangePassword = () =>
  useMutation({ mutationFn: (input: CallInput<'changePassword'>) => call('changePassword', input) });

export const useResetPassword = () =>
  useMutation({ mutationFn: (input: CallInput<'resetPassword'>) => call('resetPassword', input) });

export const useRequestResetMail = () =>
  useMutation({ mutationFn: (login: string) => call('requestResetMail', { login }) });

/** Ends one session, or every other one when none is named. */
export function useEndSession() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: CallInput<'endSession'>['sessionId'] | null) =>
      sessionId ? call('endSession', { sessionId }) : call('endOtherSessions', {}),
    onSuccess: (sessions) => void cache.setQueryData(sessionsQuery.queryKey, sessions),
  });
}

import type { CallInput, CallOutput, Me, Person } from '@mufakat/domain';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, isRefused } from '@/lib/api';
import { meQuery } from '@/lib/me';
import { readAs } from '@/lib/offline';

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

/** Somebody is inside now: of whoever else was there before nothing stays; who comes back finds the page as it was. */
export function enter(cache: QueryClient, me: Me): void {
  const isBack = cache.getQueryData(meQuery.queryKey)?.person.id === me.person.id;
  if (!isBack) cache.clear();
  cache.setQueryData(meQuery.queryKey, me);
  if (isBack) void cache.invalidateQueries();
  void readAs(me.person.id);
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

/** What of the account may be changed. */
export type AccountChange = Omit<CallInput<'changeMe'>, 'version'>;

/** Changes the account at once, one change after the other, and takes back what the server refuses. */
export function useChangeMe() {
  const cache = useQueryClient();
  const held = () => cache.getQueryData(meQuery.queryKey);
  const show = (change: Partial<Person>) =>
    cache.setQueryData(meQuery.queryKey, (me) => me && { ...me, person: { ...me.person, ...change } });
  return useMutation({
    scope: { id: 'me' },
    mutationFn: (change: AccountChange) => call('changeMe', { ...change, version: held()?.person.version ?? 1 }),
    onMutate: (change) => {
      const before = held()?.person;
      show(change as Partial<Person>);
      return Object.fromEntries(Object.keys(change).map((key) => [key, before?.[key as keyof Person]]));
    },
    onSuccess: (me) => void cache.setQueryData(meQuery.queryKey, me),
    onError: (error, _, before) => {
      if (before) show(before as Partial<Person>);
      if (isRefused(error, 'version.stale') && error.data.current)
        cache.setQueryData(meQuery.queryKey, error.data.current as Me);
    },
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

import type { Me } from '@mufakat/domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from './api';

/** Who is signed in; the guard of every screen asks it first. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call('readMe', {}, signal),
  staleTime: 5 * 60_000,
});

/** The signed-in person, once known. */
export function useMe(): Me | undefined {
  return useQuery(meQuery).data;
}

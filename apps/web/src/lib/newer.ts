import type { QueryClient, QueryKey } from '@tanstack/react-query';

type Versioned = { version: number };

/** Of two copies the one with the higher version: a late entry never undoes a newer answer. */
export function newer<T extends Versioned>(held: T, come: T): T {
  return come.version > held.version ? come : held;
}

/** Puts a record into its list: in its place if it is newer, at the end if it is not there yet. */
export function putNewer<T extends Versioned>(list: readonly T[], come: T, keyOf: (record: T) => string): T[] {
  const key = keyOf(come);
  if (!list.some((held) => keyOf(held) === key)) return [...list, come];
  return list.map((held) => (keyOf(held) === key ? newer(held, come) : held));
}

/**
 * Applies what came to an answer that is held. An answer still on its way may be older than what came,
 * so it is asked for again and cannot undo it.
 */
export function applyEntry<T>(cache: QueryClient, queryKey: QueryKey, how: (held: T) => T): void {
  cache.setQueryData<T>(queryKey, (held) => held && how(held));
  const query = cache.getQueryCache().find({ queryKey, exact: true });
  if (query?.state.fetchStatus !== 'fetching') return;
  const again = () => void cache.invalidateQueries({ queryKey, exact: true });
  if (query.state.data !== undefined) again();
  else query.promise?.then(again, () => undefined);
}

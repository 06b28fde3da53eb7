import { useCallback, useMemo, useState } from 'react';
import { usePartnership } from './partnership';

const prefix = 'mufakat.draft.';

/** A place on this device for words that are not sent yet. It outlives a reload and a lost session, not a sign-out. */
export type Kept<Words> = { read: () => Words | null; write: (words: Words) => void; forget: () => void };

/** Keeps words by person and place, in this tab only. */
export function keptAt<Words>(personId: string, place: string): Kept<Words> {
  const key = `${prefix}${personId}.${place}`;
  return {
    read: () => quietly(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Words | null) ?? null,
    write: (words) => quietly(() => sessionStorage.setItem(key, JSON.stringify(words))),
    forget: () => quietly(() => sessionStorage.removeItem(key)),
  };
}

/** Throws away everything that was kept; part of every sign-out. */
export function forgetKept(): void {
  quietly(() => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  });
}

/** A browser that keeps nothing behaves as if nothing had been kept. */
function quietly<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** The kept words of a place of this partnership, for the person who sits here. */
export function useKept<Words>(place: string): Kept<Words> {
  const { id, seat } = usePartnership();
  return useMemo(() => keptAt<Words>(seat.personId, `${id}.${place}`), [id, seat.personId, place]);
}

/** Like `useState`, but what was typed is there again after a reload, until it is forgotten. */
export function useKeptState<Words>(
  place: string,
  start: () => Words,
): [Words, (change: (held: Words) => Words) => void, Kept<Words>] {
  const kept = useKept<Words>(place);
  const [words, setWords] = useState(() => kept.read() ?? start());
  const change = useCallback(
    (how: (held: Words) => Words) =>
      setWords((held) => {
        const next = how(held);
        kept.write(next);
        return next;
      }),
    [kept],
  );
  return [words, change, kept];
}

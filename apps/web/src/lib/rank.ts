import { generateKeyBetween } from 'fractional-indexing';

type Ranked = { id: string; rank: string };

/** In the order people gave; of two with the same rank the older one comes first. */
export const byRank = (a: Ranked, b: Ranked): number => compare(a.rank, b.rank) || compare(a.id, b.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rank of a place among others, counted without the moving one: `at` 0 is before the first. */
export function rankAt(others: readonly Ranked[], at: number): string {
  const sorted = others.toSorted(byRank);
  return between(sorted[at - 1]?.rank ?? null, sorted[at]?.rank ?? null);
}

/** The rank behind the last. */
export const lastRank = (others: readonly Ranked[]): string => rankAt(others, others.length);

/** Two neighbours may hold the same rank, made by two people at once; then it goes behind both. */
function between(before: string | null, after: string | null): string {
  try {
    return generateKeyBetween(before, before !== null && before === after ? null : after);
  } catch {
    return generateKeyBetween(null, null);
  }
}

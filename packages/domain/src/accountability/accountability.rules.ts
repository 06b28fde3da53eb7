import type { Rate } from './accountability.schema.js';

/** Fewer facts than this carry no percentage. */
export const minimumFacts = 5;

export function rateOf(numerator: number, denominator: number): Rate {
  return { numerator, denominator, share: denominator < minimumFacts ? null : numerator / denominator };
}

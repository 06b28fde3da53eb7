import { entryOf } from '../kernel/journal.js';
import { InterestRound, OwnInterest } from './interest.schema.js';

/** Entries carry the whole round, without what is sealed. */
export const interestEntries = [
  entryOf('interest.asked', InterestRound),
  entryOf('interest.answered', InterestRound),
  /** Closed before all had answered. */
  entryOf('interest.closed', InterestRound),
  /** The answers and their salts are out. */
  entryOf('interest.opened', InterestRound),
  /** In the firm's own space: what it said. */
  entryOf('interest.rated', OwnInterest),
] as const;

import * as z from 'zod';
import { JournalEntry } from '../journal.js';

/** One journal entry with what its subject looked like before, so that the change can be told in words. */
export const HistoryItem = z.object({
  entry: JournalEntry,
  /** The data of the previous entry about the same subject, or null when this is the first. */
  previous: z.unknown(),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

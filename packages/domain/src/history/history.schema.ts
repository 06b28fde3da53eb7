import * as z from 'zod';
import { JournalEntry } from '../journal.js';

/** Families of entries, as people tell them apart. */
export const HistoryKind = z.enum(['goal', 'task', 'meeting', 'partnership', 'proof']);
export type HistoryKind = z.infer<typeof HistoryKind>;

/** One journal entry with what its subject looked like before, so that the change can be told in words. */
export const HistoryItem = z.object({
  entry: JournalEntry,
  /** The data of the previous entry about the same subject, or null when this is the first. */
  previous: z.unknown(),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

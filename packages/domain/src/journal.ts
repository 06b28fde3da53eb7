import * as z from 'zod';
import { goalEntries } from './goal/goal.events.js';
import { interestEntries } from './interest/interest.events.js';
import { meetingEntries } from './meeting/meeting.events.js';
import { partnershipEntries } from './partnership/partnership.events.js';
import { proofEntries } from './proof/proof.events.js';
import { taskEntries } from './task/task.events.js';
import { textVersionEntries } from './text-version/text-version.events.js';

/** Everything that can happen in a space: the database keeps it, the socket carries it. */
export const JournalEntry = z.discriminatedUnion('name', [
  ...partnershipEntries,
  ...goalEntries,
  ...interestEntries,
  ...taskEntries,
  ...meetingEntries,
  ...textVersionEntries,
  ...proofEntries,
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
export type EntryName = JournalEntry['name'];
export type EntryData<Name extends EntryName> = Extract<JournalEntry, { name: Name }>['data'];

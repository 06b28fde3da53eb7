import { entryOf } from '../kernel/journal.js';
import { Meeting } from './meeting.schema.js';

/** Entries carry the whole meeting, so a screen can apply them without asking again. */
export const meetingEntries = [
  entryOf('meeting.scheduled', Meeting),
  entryOf('meeting.changed', Meeting),
  entryOf('meeting.moved', Meeting),
  entryOf('meeting.agenda-changed', Meeting),
  entryOf('meeting.attendance-changed', Meeting),
] as const;

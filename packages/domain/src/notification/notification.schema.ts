import * as z from 'zod';
import { SpaceId } from '../kernel/id.js';
import { JournalEntry } from '../journal.js';
import { Moment } from '../kernel/value.js';

/** Why an entry concerns this person. */
export const NotificationReason = z.enum([
  'task-assigned',
  'task-for-your-firm',
  'task-changed',
  'task-done',
  'goal-champion',
  'goal-reviewer',
  'goal-changed',
  'sign-off-needed',
  'sign-off-recorded',
  'goal-objected',
  'goal-agreed',
  'goal-ended',
  'proposal-void',
  'report-to-read',
  'interest-asked',
  'interest-opened',
  'meeting-scheduled',
  'meeting-changed',
  'meeting-cancelled',
  'partner-joined',
  'colleague-joined',
  'seat-changed',
  'journal-mismatch',
]);
export type NotificationReason = z.infer<typeof NotificationReason>;

/** A journal entry that concerns the person, with whether it was read. */
export const Notification = z.object({
  spaceId: SpaceId,
  sequence: z.int().positive(),
  reason: NotificationReason,
  entry: JournalEntry,
  readAt: Moment.nullable(),
});
export type Notification = z.infer<typeof Notification>;

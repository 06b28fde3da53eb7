import * as z from 'zod';
import { Goal } from '../goal/goal.schema.js';
import { HistoryItem } from '../history/history.schema.js';
import { InterestRound } from '../interest/interest.schema.js';
import { Meeting } from '../meeting/meeting.schema.js';
import { Task } from '../task/task.schema.js';
import { Moment } from '../kernel/value.js';

/** One thing that waits for this person, with the whole record so that one tap can finish it. */
export const Need = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('meeting'), reason: z.enum(['running', 'starts-soon']), meeting: Meeting }),
  z.object({
    kind: z.literal('task'),
    reason: z.enum(['overdue', 'due-today', 'due-soon', 'needs-person']),
    task: Task,
  }),
  z.object({
    kind: z.literal('goal'),
    reason: z.enum(['sign-off', 'confirm-call', 'report-due', 'report-to-read', 'incomplete']),
    goal: Goal,
  }),
  z.object({ kind: z.literal('interest'), reason: z.literal('rate'), round: InterestRound }),
]);
export type Need = z.infer<typeof Need>;

/** The home of a person in one partnership. */
export const Today = z.object({
  /** In order of consequence. */
  needs: z.array(Need),
  /** Meetings of today and tomorrow. */
  meetings: z.array(Meeting),
  /** What others did since the last visit, newest first, at most 20. */
  changes: z.array(HistoryItem),
  /** When the last visit ended; null on the first. */
  since: Moment.nullable(),
  goals: z.array(Goal),
});
export type Today = z.infer<typeof Today>;

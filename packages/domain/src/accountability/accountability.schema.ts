import * as z from 'zod';
import { GoalId, PartnerId, PartnershipId, TaskId } from '../kernel/id.js';
import { Day } from '../kernel/value.js';
import { TaskState } from '../task/task.schema.js';

/** Kept out of fallen due. `share` is null below five, where a percentage would mislead. */
export const Rate = z.object({
  numerator: z.int().min(0),
  denominator: z.int().min(0),
  share: z.number().min(0).max(1).nullable(),
});
export type Rate = z.infer<typeof Rate>;

/** One task behind a number, as the number saw it. */
export const TaskFact = z.object({
  taskId: TaskId,
  number: z.int(),
  title: z.string(),
  partnerId: PartnerId.nullable(),
  dueOn: Day.nullable(),
  completedOn: Day.nullable(),
  state: TaskState,
  /** Null when the task is not yet counted as kept or late. */
  isOnTime: z.boolean().nullable(),
  lacksPerson: z.boolean(),
  lacksDueDay: z.boolean(),
});
export type TaskFact = z.infer<typeof TaskFact>;

export const Period = z.enum(['30', '90', '180']);

/** The accountability of a partnership, computed from shared records only. Firms stand in the order of their names, never ranked. */
export const Dashboard = z.object({
  partnershipId: PartnershipId,
  from: Day,
  to: Day,
  /** D4: tasks done on their due day or before, of those done and those open past due, with a due day in the period. */
  onTime: z.object({
    all: Rate,
    byPartner: z.array(z.object({ partnerId: PartnerId, rate: Rate })),
    /** Monday of each week. */
    byWeek: z.array(z.object({ week: Day, rate: Rate })),
    byPartnerAndWeek: z.array(z.object({ partnerId: PartnerId, week: Day, rate: Rate })),
    facts: z.array(TaskFact),
  }),
  /** D5: open shared tasks without a person or without a due day, of all open shared tasks. */
  unowned: z.object({ rate: Rate, facts: z.array(TaskFact) }),
  /** G1 and G2 for every goal on the board. */
  goals: z.array(
    z.object({
      goalId: GoalId,
      number: z.int(),
      title: z.string(),
      progress: z.number().nullable(),
      expected: z.number().nullable(),
      pace: z.enum(['on-track', 'attention', 'stuck']).nullable(),
    }),
  ),
});
export type Dashboard = z.infer<typeof Dashboard>;

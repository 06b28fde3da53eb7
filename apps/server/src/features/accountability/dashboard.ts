import {
  expectedProgress,
  goalProgress,
  paceOf,
  rateOf,
  type Dashboard,
  type Goal,
  type GoalId,
  type PartnerId,
  type Rate,
  type Target,
  type Task,
  type TaskFact,
  type TaskId,
} from '@mufakat/domain';
import { addDays, mondayOf } from '../../platform/calendar.js';

/** A shared task that is neither removed nor cancelled, with its days in the partnership's zone. */
export type CountedTask = Pick<Task, 'number' | 'title' | 'partnerId' | 'dueOn' | 'state'> & {
  taskId: TaskId;
  completedOn: string | null;
  hasPerson: boolean;
};
export type CountedGoal = Pick<Goal, 'number' | 'title' | 'startsOn' | 'endsOn'> & {
  goalId: GoalId;
  targets: readonly Target[];
};

type Facts = { tasks: readonly CountedTask[]; partners: readonly PartnerId[]; goals: readonly CountedGoal[] };
type Frame = Pick<Dashboard, 'partnershipId' | 'from' | 'to'>;

/** The whole dashboard; `to` is today. Every number can be counted again from the facts beside it. */
export function dashboardOf(frame: Frame, { tasks, partners, goals }: Facts): Dashboard {
  const facts = tasks.map((task) => factOf(task, frame.to));
  const due = facts.filter(({ dueOn }) => dueOn !== null && dueOn >= frame.from && dueOn <= frame.to);
  const open = facts.filter(({ state }) => state !== 'done');
  return {
    ...frame,
    onTime: onTimeOf(due, partners, weeksOf(frame)),
    unowned: {
      rate: rateOf(open.filter((fact) => fact.lacksPerson || fact.lacksDueDay).length, open.length),
      facts: open,
    },
    goals: goals.map((goal) => paceRow(goal, frame.to)),
  };
}

/** A task as the numbers see it. Open past its due day counts as late until it is done; open before that counts not yet. */
export function factOf({ hasPerson, ...task }: CountedTask, today: string): TaskFact {
  return { ...task, isOnTime: isOnTime(task, today), lacksPerson: !hasPerson, lacksDueDay: task.dueOn === null };
}

function isOnTime(task: Pick<CountedTask, 'dueOn' | 'completedOn'>, today: string): boolean | null {
  if (task.dueOn === null) return null;
  if (task.completedOn !== null) return task.completedOn <= task.dueOn;
  return task.dueOn < today ? false : null;
}

function onTimeOf(facts: TaskFact[], partners: readonly PartnerId[], weeks: readonly string[]): Dashboard['onTime'] {
  const isIn = (week: string) => (fact: TaskFact) => fact.dueOn !== null && mondayOf(fact.dueOn) === week;
  const isOf = (partnerId: PartnerId) => (fact: TaskFact) => fact.partnerId === partnerId;
  return {
    all: onTimeRate(facts),
    byPartner: partners.map((partnerId) => ({ partnerId, rate: onTimeRate(facts.filter(isOf(partnerId))) })),
    byWeek: weeks.map((week) => ({ week, rate: onTimeRate(facts.filter(isIn(week))) })),
    byPartnerAndWeek: partners.flatMap((partnerId) => {
      const own = facts.filter(isOf(partnerId));
      return weeks.map((week) => ({ partnerId, week, rate: onTimeRate(own.filter(isIn(week))) }));
    }),
    facts,
  };
}

function onTimeRate(facts: readonly TaskFact[]): Rate {
  const counted = facts.filter((fact) => fact.isOnTime !== null);
  return rateOf(counted.filter((fact) => fact.isOnTime).length, counted.length);
}

/** The Mondays of every week that holds a day of the period. */
export function weeksOf({ from, to }: Pick<Frame, 'from' | 'to'>): string[] {
  const weeks: string[] = [];
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

function paceRow(goal: CountedGoal, today: string): Dashboard['goals'][number] {
  const progress = goalProgress(goal.targets);
  const expected = expectedProgress(goal, today);
  const { goalId, number, title } = goal;
  return { goalId, number, title, progress, expected, pace: paceOf(progress, expected) };
}

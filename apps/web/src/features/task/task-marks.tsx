import type { Task } from '@mufakat/domain';
import { isOpen } from '@mufakat/domain/browser';
import { CalendarDays, CircleCheck, Clock, Hourglass, Lock, Target, TriangleAlert } from 'lucide-react';
import { daysBetween, nearDay, dayOf, today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Icon } from '@/ui/icon';
import { OrganizationMark } from '@/ui/organization-mark';
import { PersonMark } from '@/ui/person-mark';
import { useLanguage, useWords } from '@/words/language-provider';
import styles from './task-marks.module.css';

/** What a list of tasks needs to know of a goal. */
export type GoalName = { id: string; title: string };

/** Who does it: the firm's square, the person's circle, the name. */
export function TaskWho({ task }: { task: Pick<Task, 'partnerId' | 'assigneeId'> }) {
  const words = useWords().task;
  const { partner, member } = usePartnership();
  const firm = task.partnerId ? partner(task.partnerId) : undefined;
  const person = member(task.assigneeId);
  if (!firm) return <span className={styles.nobody}>{words.noFirm}</span>;
  const { name, letters } = firm.organization;
  return (
    <span className={styles.who}>
      <OrganizationMark name={name} letters={letters} slot={firm.slot} size="small" />
      {person ? (
        <>
          <PersonMark name={person.name} slot={firm.slot} size="small" silent />
          <span className={styles.name}>{person.name}</span>
        </>
      ) : (
        <span className={styles.nobody}>{words.noPerson}</span>
      )}
    </span>
  );
}

/** When it is due, told by word and shape; late is never told by colour alone. */
export function TaskDue({ task }: { task: Pick<Task, 'dueOn' | 'state' | 'completedAt'> }) {
  const { language, words } = useLanguage();
  const { zone } = usePartnership();
  if (task.state === 'done' && task.completedAt)
    return (
      <Mark of={CircleCheck} tone="ok" says={words.task.doneOn(dayOf(task.completedAt, language, zone, 'short'))} />
    );
  if (!task.dueOn) return null;
  const late = daysBetween(task.dueOn, today(zone));
  if (isOpen(task) && late > 0) return <Mark of={TriangleAlert} tone="bad" says={words.task.late(late)} />;
  const near = nearDay(task.dueOn, language, zone);
  const says = near.charAt(0).toLocaleUpperCase(language) + near.slice(1);
  return <Mark of={late === 0 ? Clock : CalendarDays} tone={late === 0 ? 'risk' : 'plain'} says={says} />;
}

/** The small facts beside who and when: waiting for whom, for which goal, private. */
export function TaskFacts({ task, goals }: { task: Task; goals: readonly GoalName[] | undefined }) {
  const words = useWords().task;
  const goal = goals?.find(({ id }) => id === task.goalId);
  return (
    <>
      {task.state === 'waiting' && <Mark of={Hourglass} tone="risk" says={words.waitingFor(task.waitingFor)} />}
      {goal && <Mark of={Target} tone="plain" says={goal.title} />}
      <PrivateMark task={task} />
    </>
  );
}

/** The lock of what only the own firm sees. */
export function PrivateMark({ task }: { task: Pick<Task, 'spaceId'> }) {
  const words = useWords().task;
  const { seat } = usePartnership();
  return task.spaceId === seat.spaces.own ? <Mark of={Lock} tone="nila" says={words.private} /> : null;
}

type MarkProps = { of: typeof Lock; tone: 'plain' | 'ok' | 'risk' | 'bad' | 'nila'; says: string };

function Mark({ of, tone, says }: MarkProps) {
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon of={of} size={14} />
      <span>{says}</span>
    </span>
  );
}

import type { Task } from '@mufakat/domain';
import { isOpen } from '@mufakat/domain/browser';
import { Circle, CircleCheckBig, Ellipsis } from 'lucide-react';
import { classes } from '@/lib/classes';
import { Button } from '@/ui/button';
import { IconButton } from '@/ui/icon-button';
import { useWords } from '@/words/language-provider';
import { type GoalName, TaskDue, TaskFacts, TaskWho } from './task-marks';
import { TaskMenu } from './task-menu';
import styles from './task-row.module.css';
import { type TaskDeeds, useTaskRefusals } from './use-task-deeds';

type Props = {
  task: Task;
  goals?: readonly GoalName[] | undefined;
  deeds: TaskDeeds;
  onOpen: (task: Task) => void;
  onWait: (task: Task) => void;
};

/** One task in a list: done with one tap, opened by its title. */
export function TaskRow({ task, goals, deeds, onOpen, onWait }: Props) {
  const words = useWords().task;
  return (
    <li className={classes(styles.row, !isOpen(task) && styles.over)} data-task={task.id}>
      <TaskTick task={task} deeds={deeds} />
      <div className={styles.words}>
        <button type="button" className={styles.title} data-task-title onClick={() => onOpen(task)}>
          {task.title}
        </button>
        <div className={styles.facts}>
          <TaskWho task={task} />
          <TaskDue task={task} />
          <TaskFacts task={task} goals={goals} />
        </div>
      </div>
      <TaskMenu task={task} deeds={deeds} onOpen={onOpen} onWait={onWait}>
        <IconButton icon={Ellipsis} label={words.more(task.title)} className={styles.more} />
      </TaskMenu>
    </li>
  );
}

/** The circle that finishes a task, or opens it again. */
export function TaskTick({ task, deeds }: { task: Task; deeds: TaskDeeds }) {
  const words = useWords().task;
  const refusals = useTaskRefusals(task);
  const open = isOpen(task);
  const to = open ? 'done' : 'open';
  return (
    <Button
      kind="quiet"
      className={classes(styles.tick)}
      icon={open ? Circle : CircleCheckBig}
      whyNot={refusals.move(to)}
      onClick={() => (open ? deeds.complete(task) : deeds.move(task, { state: 'open' }))}
    >
      <span className="hushed">{open ? words.complete(task.title) : words.reopen(task.title)}</span>
    </Button>
  );
}

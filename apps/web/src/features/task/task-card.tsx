import type { Task, TaskState } from '@mufakat/domain';
import { Ellipsis } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { classes } from '@/lib/classes';
import { IconButton } from '@/ui/icon-button';
import { useWords } from '@/words/language-provider';
import styles from './task-board.module.css';
import { type GoalName, TaskDue, TaskFacts, TaskWho } from './task-marks';
import { TaskMenu } from './task-menu';
import { useCardDrag } from './use-task-drag';
import { type TaskDeeds, useTaskRefusals } from './use-task-deeds';

type Props = {
  task: Task;
  goals?: readonly GoalName[] | undefined;
  deeds: TaskDeeds;
  /** The id of the sentence that tells how to move a card by keys. */
  how: string;
  isLifted: boolean;
  shift: { up: (() => void) | undefined; down: (() => void) | undefined };
  onOpen: (task: Task) => void;
  onWait: (task: Task) => void;
  onMove: (state: TaskState) => void;
  onPress: (event: KeyboardEvent, task: Task, whyNot: string | undefined) => void;
};

/** One task on the board. */
export function TaskCard({ task, goals, deeds, how, isLifted, shift, onOpen, onWait, onMove, onPress }: Props) {
  const words = useWords().task;
  const refusals = useTaskRefusals(task);
  const element = useRef<HTMLLIElement>(null);
  const dragging = useCardDrag(element, task.id, refusals.change !== undefined);
  return (
    <li
      ref={element}
      className={classes(styles.card, isLifted && styles.lifted, dragging && styles.dragging)}
      data-task={task.id}
    >
      <div className={styles.top}>
        <button
          type="button"
          className={styles.title}
          data-task-title
          aria-describedby={how}
          onClick={() => onOpen(task)}
          onKeyDown={(event) => onPress(event, task, refusals.change)}
          onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
        >
          {task.title}
        </button>
        <TaskMenu task={task} deeds={deeds} onOpen={onOpen} onWait={onWait} shift={shift} onMove={onMove}>
          <IconButton icon={Ellipsis} label={words.more(task.title)} className={styles.more} />
        </TaskMenu>
      </div>
      <div className={styles.facts}>
        <TaskDue task={task} />
        <TaskFacts task={task} goals={goals} />
      </div>
      <div className={styles.who}>
        <TaskWho task={task} />
      </div>
    </li>
  );
}

import type { Task, TaskState } from '@mufakat/domain';
import { taskMoveRefusal } from '@mufakat/domain/browser';
import { Fragment, useCallback, useId, useLayoutEffect, useRef } from 'react';
import { classes } from '@/lib/classes';
import { usePartnership } from '@/lib/partnership';
import { Icon } from '@/ui/icon';
import { MoreRows, usePortion } from '@/ui/portion';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { TaskCard } from './task-card';
import type { ListProps } from './task-list';
import { stateIcons } from './task-menu';
import styles from './task-board.module.css';
import { rankOfPlace, type TaskColumn, type TaskPlace } from './task-places';
import { useColumnDrop } from './use-task-drag';
import { useTaskLift } from './use-task-lift';

type Props = Omit<ListProps, 'onWait'> & {
  /** Asks what a task waits for; the rank is where it was dropped. */
  onWait: (task: Task, rank?: string) => void;
};

/** The tasks by state, in the order the partners gave them. Cards move by hand, by keys and by menu. */
export function TaskBoard({ tasks, deeds, onWait, ...card }: Props) {
  const words = useWords().task;
  const how = useId();
  const drop = useTaskDrop({ tasks, deeds, onWait });
  const lift = useTaskLift(tasks, drop);
  const dragged = useStable((taskId: string, place: TaskPlace) => {
    const task = tasks.find(({ id }) => id === taskId);
    if (task && drop(task, place)) lift.tell(task, place, words.lift.moved);
  });
  const move = (task: Task, place: TaskPlace) => {
    if (drop(task, place)) lift.tell(task, place, words.lift.moved);
    lift.keepFocus(task.id);
  };
  return (
    <div className={styles.board}>
      <p id={how} className="hushed">
        {words.lift.how}
      </p>
      {lift.columns.map((column) => (
        <Column
          key={column.state}
          column={column}
          lifted={lift.lifted}
          isOver={lift.over === column.state}
          onDrop={dragged}
        >
          {(task, at) => (
            <TaskCard
              task={task}
              how={how}
              isLifted={lift.lifted === task.id}
              deeds={deeds}
              onWait={onWait}
              onPress={lift.press}
              onMove={(state) => move(task, { state, at: state === task.state ? at : 0 })}
              shift={{
                up: at > 0 ? () => move(task, { state: column.state, at: at - 1 }) : undefined,
                down: at < column.tasks.length - 1 ? () => move(task, { state: column.state, at: at + 1 }) : undefined,
              }}
              {...card}
            />
          )}
        </Column>
      ))}
    </div>
  );
}

type ColumnProps = {
  column: TaskColumn;
  lifted: string | null;
  isOver: boolean;
  onDrop: (taskId: string, place: TaskPlace) => void;
  children: (task: Task, at: number) => React.ReactNode;
};

function Column({ column: { state, tasks }, lifted, isOver, onDrop, children }: ColumnProps) {
  const words = useWords().task;
  const element = useRef<HTMLElement>(null);
  const at = useColumnDrop(element, state, onDrop);
  const { shown, hidden, more } = usePortion(tasks, tasks.findIndex(({ id }) => id === lifted) + 1);
  return (
    <section
      ref={element}
      className={classes(styles.column, (isOver || at !== null) && styles.over)}
      aria-label={words.states[state]}
    >
      <h2 className={styles.head}>
        <Icon of={stateIcons[state]} size={16} />
        {words.states[state]}
        <span className={styles.count}>{tasks.length}</span>
      </h2>
      <ul className={styles.cards}>
        {shown.map((task, index) => (
          <Fragment key={task.id}>
            {at === index && <li className={styles.slot} aria-hidden="true" />}
            {children(task, index)}
          </Fragment>
        ))}
        {at !== null && at >= shown.length && <li className={styles.slot} aria-hidden="true" />}
        {tasks.length === 0 && at === null && <li className={styles.empty}>{words.emptyColumn}</li>}
      </ul>
      {hidden > 0 && <MoreRows label={words.showMore(hidden)} onMore={more} />}
    </section>
  );
}

/** Drops a card at a place if the rules allow it; answers whether it moved. */
function useTaskDrop({ tasks, deeds, onWait }: Pick<Props, 'tasks' | 'deeds' | 'onWait'>) {
  const { seat } = usePartnership();
  const words = useWords();
  const toast = useToast();
  return (task: Task, place: TaskPlace): boolean => {
    const { state } = place;
    const rank = rankOfPlace(tasks, task.id, place);
    const refusal = taskMoveRefusal(seat, task, { state, waitingFor: '…' });
    if (refusal) {
      toast({ says: words.refusals[refusal], tone: 'refused' });
      return false;
    }
    if (state === 'waiting' && task.state !== 'waiting') {
      onWait(task, rank);
      return false;
    }
    if (state === 'done' && task.state !== 'done') deeds.complete(task, rank);
    else deeds.move(task, { state: state satisfies TaskState, rank });
    return true;
  };
}

/** The same function for as long as the component lives, doing what the newest one does. */
function useStable<Args extends unknown[]>(act: (...args: Args) => void): (...args: Args) => void {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...args: Args) => newest.current(...args), []);
}

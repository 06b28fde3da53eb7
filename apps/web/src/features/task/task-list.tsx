import type { Task } from '@mufakat/domain';
import { useRef } from 'react';
import { today } from '@/lib/dates';
import { usePartnership } from '@/lib/partnership';
import { Card, Section } from '@/ui/card';
import { MoreRows, usePortion } from '@/ui/portion';
import { useWords } from '@/words/language-provider';
import { groupTasks } from './task-groups';
import styles from './task-list.module.css';
import type { GoalName } from './task-marks';
import { TaskRow } from './task-row';
import { useHeldFocus } from './use-held-focus';
import type { TaskDeeds } from './use-task-deeds';

export type ListProps = {
  tasks: readonly Task[];
  goals?: readonly GoalName[] | undefined;
  deeds: TaskDeeds;
  onOpen: (task: Task) => void;
  onWait: (task: Task) => void;
};

/** The tasks by how pressing they are, on the partnership's clock. */
export function TaskList({ tasks, ...row }: ListProps) {
  const words = useWords().task;
  const { zone } = usePartnership();
  const list = useRef<HTMLDivElement>(null);
  useHeldFocus(list);
  return (
    <div ref={list} className={styles.list}>
      {groupTasks(tasks, today(zone)).map(({ group, tasks: found }) => (
        <Section key={group} title={words.groups[group]} count={found.length}>
          <Group label={words.groups[group]} tasks={found} {...row} />
        </Section>
      ))}
    </div>
  );
}

function Group({ label, tasks, ...row }: ListProps & { label: string }) {
  const words = useWords().task;
  const { shown, hidden, more } = usePortion(tasks);
  return (
    <>
      <Card>
        <ul aria-label={label}>
          {shown.map((task) => (
            <TaskRow key={task.id} task={task} {...row} />
          ))}
        </ul>
      </Card>
      {hidden > 0 && <MoreRows label={words.showMore(hidden)} onMore={more} />}
    </>
  );
}

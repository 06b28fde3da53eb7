import type { GoalId, Task } from '@mufakat/domain';
import { byUrgency, isOpen } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { usePartnership } from '@/lib/partnership';
import { Panel } from '@/ui/card';
import { useWords } from '@/words/language-provider';
import { tasksQuery } from './task.queries';
import styles from './task-list.module.css';
import { TaskRow } from './task-row';
import { useTaskDeeds } from './use-task-deeds';
import { useWaiting } from './use-waiting';

const most = 3;

/** What comes next for a goal, beside its text; nothing once nothing is open. */
export function NearestTasks({ goalId }: { goalId: GoalId }) {
  const words = useWords().task;
  const { id: partnershipId } = usePartnership();
  const navigate = useNavigate();
  const { data = [] } = useQuery(tasksQuery(partnershipId));
  const open = data.filter((task) => task.goalId === goalId && isOpen(task)).toSorted(byUrgency);
  const deeds = useTaskDeeds();
  const waiting = useWaiting(deeds);
  const show = (task: Task) =>
    void navigate({ to: '/k/$partnershipId/tugas', params: { partnershipId }, search: { buka: task.id } as never });
  if (open.length === 0) return null;
  return (
    <Panel title={words.nearest} note={words.openOfGoal(open.length)}>
      <ul aria-label={words.nearest} className={styles.inPanel}>
        {open.slice(0, most).map((task) => (
          <TaskRow key={task.id} task={task} deeds={deeds} onOpen={show} onWait={waiting.ask} />
        ))}
      </ul>
      {waiting.dialog}
    </Panel>
  );
}

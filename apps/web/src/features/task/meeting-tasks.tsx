import type { MeetingId, Task } from '@mufakat/domain';
import { byUrgency } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { usePartnership } from '@/lib/partnership';
import { useWords } from '@/words/language-provider';
import { tasksQuery } from './task.queries';
import styles from './task-list.module.css';
import { TaskRow } from './task-row';
import { useTaskDeeds } from './use-task-deeds';
import { useWaiting } from './use-waiting';

const none: readonly Task[] = [];

/** The tasks made from the notes of a meeting, the ones this seat may see. */
export function useMeetingTasks(meetingId: MeetingId): readonly Task[] {
  const { id } = usePartnership();
  const { data = none } = useQuery(tasksQuery(id));
  return data.filter(({ origin }) => origin?.meetingId === meetingId).toSorted(byUrgency);
}

type Props = { tasks: readonly Task[]; onOpen: (task: Task) => void };

/** What was recorded in a meeting, each finished with one tap. */
export function MeetingTasks({ tasks, onOpen }: Props) {
  const words = useWords().task.recorded;
  const deeds = useTaskDeeds();
  const waiting = useWaiting(deeds);
  return (
    <>
      {tasks.length === 0 && <p className="muted small">{words.none}</p>}
      <ul aria-label={words.title} className={styles.inPanel}>
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} deeds={deeds} onOpen={onOpen} onWait={waiting.ask} />
        ))}
      </ul>
      {waiting.dialog}
    </>
  );
}

import type { GoalId, Task } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { usePartnership } from '@/lib/partnership';
import { lastRank } from '@/lib/rank';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { SkeletonRows } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';
import { tasksQuery } from './task.queries';
import { addLineId, TaskAddBar } from './task-add-bar';
import { TaskList } from './task-list';
import { useTaskDeeds } from './use-task-deeds';
import { useTaskKeys } from './use-task-keys';
import { useWaiting } from './use-waiting';

const none: readonly Task[] = [];

/** The tasks of one goal, with the line that adds another. */
export function GoalTasks({ goalId }: { goalId: GoalId }) {
  const { task: words, frame } = useWords();
  const { id: partnershipId } = usePartnership();
  const navigate = useNavigate();
  const { data = none, isPending, isError, refetch } = useQuery(tasksQuery(partnershipId));
  const tasks = data.filter((task) => task.goalId === goalId);
  const deeds = useTaskDeeds();
  const waiting = useWaiting(deeds);
  useTaskKeys(data, deeds);
  const open = (task: Task) =>
    void navigate({
      to: '/k/$partnershipId/tugas',
      params: { partnershipId },
      search: { tab: 'semua', buka: task.id } as never,
    });
  if (isError)
    return (
      <Banner tone="bad" action={<Button onClick={() => void refetch()}>{frame.retry}</Button>}>
        {words.failed}
      </Banner>
    );
  if (isPending) return <SkeletonRows label={words.loading} />;
  return (
    <div className="stack">
      <TaskAddBar goalId={goalId} rank={() => lastRank(data)} />
      {tasks.length === 0 ? (
        <EmptyState
          title={words.empty.goal.title}
          actions={
            <Button kind="primary" onClick={() => document.getElementById(addLineId)?.focus()}>
              {words.empty.write}
            </Button>
          }
        >
          {words.empty.goal.says}
        </EmptyState>
      ) : (
        <TaskList tasks={tasks} deeds={deeds} onOpen={open} onWait={waiting.ask} />
      )}
      {waiting.dialog}
    </div>
  );
}

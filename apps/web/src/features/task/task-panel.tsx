import type { Task, TaskId } from '@mufakat/domain';
import { isOpen } from '@mufakat/domain/browser';
import { useQuery } from '@tanstack/react-query';
import { Check, RotateCcw, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRefused } from '@/lib/api';
import { usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { EmptyState } from '@/ui/empty-state';
import { SkeletonRows } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';
import { taskQuery } from './task.queries';
import { TaskDetails } from './task-details';
import type { GoalName } from './task-marks';
import { type TaskDeeds, useTaskRefusals } from './use-task-deeds';

type Props = {
  /** The task of the address; null when none is open. */
  taskId: string | null;
  tasks: readonly Task[];
  goals: readonly GoalName[];
  deeds: TaskDeeds;
  onClose: () => void;
  onWait: (task: Task) => void;
  /** What happened to the task, told by another feature. */
  history?: ReactNode;
};

/** One task at the side of the list, in full; over the whole screen on a phone. */
export function TaskPanel({ taskId, tasks, onClose, ...rest }: Props) {
  const { task: words, frame } = useWords();
  const listed = tasks.find(({ id }) => id === taskId);
  const { id } = usePartnership();
  const asked = useQuery({ ...taskQuery(id, taskId as TaskId), enabled: taskId !== null && listed === undefined });
  const task = listed ?? asked.data;
  const isMissing = !task && isRefused(asked.error, 'not-found');
  return (
    <Dialog
      open={taskId !== null}
      onClose={onClose}
      place="side"
      title={isMissing ? words.missing.title : task ? words.number(task.number) : words.title}
      closeLabel={frame.close}
      actions={task && !task.archivedAt && <PanelActions task={task} deeds={rest.deeds} onClose={onClose} />}
    >
      {isMissing && <p>{words.missing.says}</p>}
      {!task && asked.isPending && <SkeletonRows label={words.loading} />}
      {task?.archivedAt && <Gone task={task} onRestore={() => rest.deeds.restore(task)} />}
      {task && !task.archivedAt && <TaskDetails key={task.id} task={task} {...rest} />}
    </Dialog>
  );
}

function Gone({ task, onRestore }: { task: Task; onRestore: () => void }) {
  const { gone } = useWords().task;
  return (
    <EmptyState
      title={gone.title}
      actions={
        <Button kind="primary" icon={RotateCcw} onClick={onRestore}>
          {gone.restore}
        </Button>
      }
    >
      “{task.title}”. {gone.says}
    </EmptyState>
  );
}

type ActionProps = { task: Task; deeds: TaskDeeds; onClose: () => void };

function PanelActions({ task, deeds, onClose }: ActionProps) {
  const words = useWords().task;
  const refusals = useTaskRefusals(task);
  const remove = () => {
    onClose();
    deeds.remove(task);
  };
  return (
    <>
      <Button kind="danger" icon={Trash2} whyNot={refusals.change} onClick={remove}>
        {words.remove}
      </Button>
      {isOpen(task) ? (
        <Button kind="primary" icon={Check} whyNot={refusals.move('done')} onClick={() => deeds.complete(task)}>
          {words.markDone}
        </Button>
      ) : (
        <Button whyNot={refusals.move('open')} onClick={() => deeds.move(task, { state: 'open' })}>
          {words.moveTo(words.states.open)}
        </Button>
      )}
    </>
  );
}

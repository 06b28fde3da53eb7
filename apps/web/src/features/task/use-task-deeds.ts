import type { CallInput, Refusal, Task, TaskState } from '@mufakat/domain';
import { taskChangeRefusal, taskMoveRefusal, taskMoves } from '@mufakat/domain/browser';
import { useMemo } from 'react';
import { call } from '@/lib/api';
import { usePartnership } from '@/lib/partnership';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { type TaskDeed, useTaskDeed } from './task.queries';
import type { Told } from './use-edit';

type Fields = Omit<CallInput<'changeTask'>, 'partnershipId' | 'taskId' | 'version'>;
type Move = { state: TaskState; waitingFor?: string; rank?: string };

/** Everything a person can do with a task. What can be taken back offers it; what is refused says why. */
export type TaskDeeds = {
  change: (task: Task, fields: Fields, told?: Told) => void;
  move: (task: Task, move: Move, told?: { says: string }) => void;
  /** With a rank where it was dropped at a place of the board. */
  complete: (task: Task, rank?: string) => void;
  remove: (task: Task) => void;
  restore: (task: Task) => void;
};

/** How a moved task looks at once; the server says the same a moment later. */
function moved(task: Task, move: Move): Partial<Task> {
  const stays = task.state === 'done' && move.state === 'done';
  const done = stays ? task.completedAt : new Date().toISOString();
  return {
    ...move,
    waitingFor: move.state === 'waiting' ? (move.waitingFor ?? task.waitingFor) : '',
    completedAt: move.state === 'done' ? done : null,
  };
}

const moving = (task: Task, move: Move): TaskDeed => ({
  task,
  shows: moved(task, move),
  send: (at) => call('moveTask', { ...at, ...move }),
});

/** What was saved is told while it is sent: the screen that asked may be gone when the answer comes. */
const changing = (task: Task, fields: Fields, told?: Told): TaskDeed => ({
  task,
  shows: fields as Partial<Task>,
  send: async (at) => {
    const changed = await call('changeTask', { ...at, ...fields });
    told?.saved();
    return changed;
  },
});

/** The way back to how a task was, at its old place; from done a waiting task has to be opened before it can wait again. */
function wayBack({ state, waitingFor, rank }: Task, from: TaskState): Move[] {
  const back: Move = state === 'waiting' ? { state, waitingFor, rank } : { state, rank };
  return from === state || taskMoves[from].includes(state) ? [back] : [{ state: 'open' }, back];
}

export function useTaskDeeds(): TaskDeeds {
  const { mutateAsync } = useTaskDeed();
  const toast = useToast();
  const sentence = useSentence();
  const { words } = useLanguage();
  return useMemo(() => {
    // A refusal is told also when the screen that asked is gone.
    const run = (deed: TaskDeed, onRefused?: () => void) =>
      void mutateAsync(deed).catch((error: unknown) => {
        toast({ says: sentence(error), tone: 'refused' });
        onRefused?.();
      });
    const undo = (back: () => void) => ({ label: words.frame.undo, run: back });
    const restore = (task: Task) => run({ task, shows: { archivedAt: null }, send: (at) => call('restoreTask', at) });
    const deeds: TaskDeeds = {
      change: (task, fields, told) => run(changing(task, fields, told), told?.refused),
      move: (task, move, told) => {
        run(moving(task, move));
        if (!told) return;
        const back = () => wayBack(task, move.state).forEach((step) => run(moving(task, step)));
        toast({ says: told.says, undo: undo(back) });
      },
      complete: (task, rank) => {
        run(moving(task, { state: 'done', ...(rank === undefined ? {} : { rank }) }));
        const back = () => wayBack(task, 'done').forEach((step) => run(moving(task, step)));
        toast({ says: words.task.completed(task.title), undo: undo(back) });
      },
      remove: (task) => {
        const archivedAt = new Date().toISOString();
        run({ task, shows: { archivedAt }, send: (at) => call('removeTask', at) });
        toast({ says: words.task.removed(task.title), undo: undo(() => restore(task)) });
      },
      restore,
    };
    return deeds;
  }, [mutateAsync, toast, sentence, words]);
}

/** Why this seat cannot do things with a task, in the person's language; undefined where it can. */
export function useTaskRefusals(task: Task) {
  const { seat } = usePartnership();
  const words = useWords();
  const say = (code: Refusal | null) => (code ? words.refusals[code] : undefined);
  return {
    change: say(taskChangeRefusal(seat, task)),
    /** The reason for waiting is asked for afterwards. */
    move: (state: TaskState) => say(taskMoveRefusal(seat, task, { state, waitingFor: task.waitingFor || '…' })),
  };
}

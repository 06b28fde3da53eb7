import type { Task } from '@mufakat/domain';
import { isOpen, taskMoveRefusal } from '@mufakat/domain/browser';
import { useMemo } from 'react';
import { type Command, useCommands } from '@/lib/commands';
import { usePartnership } from '@/lib/partnership';
import { useWords } from '@/words/language-provider';
import { addLineId } from './task-add-bar';
import type { TaskDeeds } from './use-task-deeds';

const titles = () => [...document.querySelectorAll<HTMLElement>('[data-task-title]')];

/** Goes to the next or previous task on the screen; from elsewhere to the first or last. */
function step(by: 1 | -1): void {
  const all = titles();
  const at = all.findIndex((title) => title.closest('[data-task]')?.contains(document.activeElement));
  const next = at < 0 ? (by === 1 ? 0 : all.length - 1) : at + by;
  all[next]?.focus();
}

const currentId = () => document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset.task;

/** J and K walk through the tasks, E finishes the one with the focus, N starts a new one. */
export function useTaskKeys(tasks: readonly Task[], deeds: TaskDeeds): void {
  const words = useWords().task;
  const { seat } = usePartnership();
  const commands = useMemo<Command[]>(() => {
    const group = words.title;
    const finish = () => {
      const task = tasks.find(({ id }) => id === currentId());
      if (!task || !isOpen(task) || taskMoveRefusal(seat, task, { state: 'done' })) return;
      step(1);
      deeds.complete(task);
    };
    const write = () => document.getElementById(addLineId)?.focus();
    return [
      { id: 'task.next', label: words.next, group, keys: 'j', run: () => step(1) },
      { id: 'task.previous', label: words.previous, group, keys: 'k', run: () => step(-1) },
      { id: 'task.complete', label: words.markDone, group, keys: 'e', run: finish },
      { id: 'task.write', label: words.addKey, group, keys: 'n', run: write },
    ];
  }, [words, tasks, deeds, seat]);
  useCommands(commands);
}

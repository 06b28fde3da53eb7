import type { Task } from '@mufakat/domain';
import { useCallback, useState } from 'react';
import { useWords } from '@/words/language-provider';
import type { TaskDeeds } from './use-task-deeds';
import { WaitingDialog } from './waiting-dialog';

/** Asks what a task waits for, then lets it wait; where it was dropped is kept. */
export function useWaiting({ move }: TaskDeeds) {
  const words = useWords().task;
  const [asked, setAsked] = useState<{ task: Task; rank?: string } | null>(null);
  const ask = useCallback((task: Task, rank?: string) => setAsked(rank === undefined ? { task } : { task, rank }), []);
  const close = () => setAsked(null);
  const wait = (task: Task, waitingFor: string) => {
    const place = asked?.rank === undefined ? {} : { rank: asked.rank };
    close();
    move(task, { state: 'waiting', waitingFor, ...place }, { says: words.moved(task.title, words.states.waiting) });
  };
  return { ask, dialog: <WaitingDialog task={asked?.task ?? null} onClose={close} onWait={wait} /> };
}

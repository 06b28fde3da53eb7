import type { Member, Task } from '@mufakat/domain';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { spokenName } from '@/lib/spoken-name';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { takeBack, useNeedDeed } from './today.queries';

/** What one tap does with a task that waits. */
export type NeedDeeds = { complete: (task: Task) => void; give: (task: Task, to: Member) => void };

/** The deeds with what the person hears of them: done with a way back, or refused with the reason. */
export function useNeedDeeds(): NeedDeeds {
  const { mutateAsync } = useNeedDeed();
  const cache = useQueryClient();
  const toast = useToast();
  const sentence = useSentence();
  const words = useWords();
  return useMemo(() => {
    const refuse = (error: unknown) => toast({ says: sentence(error), tone: 'refused' });
    return {
      complete: (task) => {
        const done = mutateAsync({ kind: 'done', task });
        const undo = () => void done.then((now) => takeBack(cache, task, now)).catch(refuse);
        toast({ says: words.today.completed(task.title), undo: { label: words.frame.undo, run: undo } });
        done.catch(refuse);
      },
      give: (task, to) => {
        const given = mutateAsync({ kind: 'give', task, assigneeId: to.seatId });
        given.then(() => toast({ says: words.today.given(task.title, spokenName(to)) }), refuse);
      },
    };
  }, [mutateAsync, cache, toast, sentence, words]);
}

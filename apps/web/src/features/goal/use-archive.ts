import type { Goal } from '@mufakat/domain';
import { useCallback } from 'react';
import { useToast } from '@/ui/toast';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useArchiveGoal, useRestoreGoal } from './goal.queries';

/** Takes a goal off the board at once; a message offers to put it back. */
export function useArchive(): (goal: Goal) => void {
  const words = useWords();
  const toast = useToast();
  const sentence = useSentence();
  const { mutate: archive } = useArchiveGoal();
  const restore = useRestore();
  return useCallback(
    (goal) =>
      archive(goal, {
        onSuccess: (archived) =>
          toast({
            says: words.goal.archived(goal.title),
            undo: { label: words.frame.undo, run: () => restore(archived) },
          }),
        onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
      }),
    [archive, restore, toast, sentence, words],
  );
}

/** Puts an archived goal back. */
export function useRestore(): (goal: Goal) => void {
  const words = useWords().goal;
  const toast = useToast();
  const sentence = useSentence();
  const { mutate } = useRestoreGoal();
  return useCallback(
    (goal) =>
      mutate(goal, {
        onSuccess: () => toast({ says: words.restored(goal.title) }),
        onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
      }),
    [mutate, toast, sentence, words],
  );
}

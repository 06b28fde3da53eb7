import { Refused, Unreachable } from '@/lib/api';
import { useCallback } from 'react';
import { useWords } from './language-provider';

/** Turns whatever went wrong into the sentence the person reads. */
export function useSentence(): (error: unknown) => string {
  const words = useWords();
  return useCallback(
    (error) => {
      // A newer server may say no for a reason that this page has no sentence for.
      if (error instanceof Refused) return words.refusals[error.code] ?? words.frame.failed;
      return error instanceof Unreachable ? words.frame.noConnection : words.frame.failed;
    },
    [words],
  );
}

import { Refused, Unreachable } from '@/lib/api';
import { useCallback } from 'react';
import { useLanguage } from './language-provider';

/** Turns whatever went wrong into the sentence the person reads. */
export function useSentence(): (error: unknown) => string {
  const { language, words } = useLanguage();
  return useCallback(
    (error) => {
      if (error instanceof Refused) return error.sentence(language);
      return error instanceof Unreachable ? words.frame.noConnection : words.frame.failed;
    },
    [language, words],
  );
}

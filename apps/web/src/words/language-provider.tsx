import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Words } from './id';
import { fetchSameWords, type Language, rememberLanguage, wordsOf } from './language';

type Spoken = { language: Language; words: Words; choose: (language: Language) => Promise<void> };

const LanguageContext = createContext<Spoken | null>(null);

type Props = { language: Language; words: Words; children: ReactNode };

/** Gives every screen its words, and fetches the other catalogue when the person changes the language. */
export function LanguageProvider({ language, words, children }: Props) {
  const [spoken, setSpoken] = useState({ language, words });
  const choose = useCallback(async (next: Language) => {
    await fetchSameWords(next);
    rememberLanguage(next);
    setSpoken({ language: next, words: wordsOf(next) });
  }, []);
  const value = useMemo(() => ({ ...spoken, choose }), [spoken, choose]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The language now, its words, and how to change it. */
export function useLanguage(): Spoken {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('useWords needs a LanguageProvider above it');
  return spoken;
}

/** The words of this person's language. */
export const useWords = (): Words => useLanguage().words;

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnounceContext = createContext<(sentence: string) => void>(() => undefined);

/** Says a sentence to a screen reader, for what is only seen: a card moved, a row that came. */
export const useAnnounce = () => useContext(AnnounceContext);

/** The quiet place from which sentences are read out. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ sentence: '', turn: 0 });
  const announce = useCallback((sentence: string) => setSaid(({ turn }) => ({ sentence, turn: turn + 1 })), []);
  const [odd, even] = said.turn % 2 ? [said.sentence, ''] : ['', said.sentence];
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="hushed" aria-live="polite" aria-atomic="true">
        {odd}
      </div>
      <div className="hushed" aria-live="polite" aria-atomic="true">
        {even}
      </div>
    </AnnounceContext.Provider>
  );
}

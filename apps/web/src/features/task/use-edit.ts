import { useState } from 'react';

type Save = (value: string, onRefused: () => void) => void;

/**
 * A text that saves itself when the person goes on. If somebody else changes it meanwhile, both texts stay
 * and the person chooses.
 */
export function useEdit(value: string, save: Save) {
  const [edit, setEdit] = useState<{ draft: string; base: string } | null>(null);
  const draft = edit?.draft ?? value;
  const conflict = edit !== null && edit.base !== value && edit.draft !== value;
  const send = (text: string) => {
    setEdit(null);
    if (text !== value) save(text, () => setEdit({ draft: text, base: value }));
  };
  return {
    draft,
    conflict,
    type: (text: string) => setEdit((held) => ({ draft: text, base: held?.base ?? value })),
    /** On leaving the field: nothing is overwritten unasked, and an empty text goes back. */
    leave: (isRequired: boolean) => {
      if (edit === null || conflict) return;
      const text = edit.draft.trim();
      if (isRequired && !text) setEdit(null);
      else send(text);
    },
    keepMine: () => send(draft.trim()),
    takeTheirs: () => setEdit(null),
  };
}

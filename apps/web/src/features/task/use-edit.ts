import { useEffect, useRef, useState } from 'react';
import { useKept } from '@/lib/kept';
import { useReportSaved } from '@/lib/saved';

/** What becomes of a text that was sent. */
export type Told = { saved: () => void; refused: () => void };
type Save = (value: string, told: Told) => void;
/** What is typed, and the text it was typed over. */
type Edit = { draft: string; base: string };

type Field = { place: string; value: string; isRequired: boolean };

/**
 * A text that saves itself when the person goes on, also by closing what it stands in. Until the server has it, it
 * is kept on this device. If somebody else changes it meanwhile, both texts stay and the person chooses.
 */
export function useEdit({ place, value, isRequired }: Field, save: Save) {
  const kept = useKept<Edit>(place);
  const [edit, setEdit] = useState<Edit | null>(() => kept.read());
  const draft = edit?.draft ?? value;
  const conflict = edit !== null && edit.base !== value && edit.draft !== value;
  useReportSaved(place, edit ? 'local' : 'saved', edit ? 1 : 0);
  const drop = () => {
    kept.forget();
    setEdit(null);
  };
  const send = (text: string) => {
    if (text === value) return drop();
    const sent = { draft: text, base: value };
    kept.write(sent);
    setEdit(null);
    save(text, {
      saved: () => {
        if (kept.read()?.draft === text) kept.forget();
      },
      refused: () => setEdit(sent),
    });
  };
  /** Nothing is overwritten unasked, and an empty text goes back where one is required. */
  const leave = () => {
    if (edit === null || conflict) return;
    const text = edit.draft.trim();
    if (isRequired && !text) drop();
    else send(text);
  };
  const onClosed = useRef(leave);
  useEffect(() => {
    onClosed.current = leave;
  });
  useEffect(() => () => onClosed.current(), []);
  return {
    draft,
    conflict,
    type: (text: string) => {
      const next = { draft: text, base: edit?.base ?? value };
      kept.write(next);
      setEdit(next);
    },
    leave,
    keepMine: () => send(draft.trim()),
    takeTheirs: drop,
  };
}

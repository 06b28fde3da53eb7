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
  const { kept, edit, setEdit, hold, drop } = useHeld(place);
  const draft = edit?.draft ?? value;
  const conflict = edit !== null && edit.base !== value && edit.draft !== value;
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
  useOnClosed(leave);
  return {
    draft,
    conflict,
    type: (text: string) => hold({ draft: text, base: edit?.base ?? value }),
    leave,
    keepMine: () => send(draft.trim()),
    takeTheirs: drop,
  };
}

/** Words on this device which the server does not have, and the frame's knowledge of them. */
function useHeld(place: string) {
  const kept = useKept<Edit>(place);
  const [edit, setEdit] = useState<Edit | null>(() => kept.read());
  useReportSaved(place, edit ? 'local' : 'saved', edit ? 1 : 0);
  const hold = (next: Edit) => {
    kept.write(next);
    setEdit(next);
  };
  const drop = () => {
    kept.forget();
    setEdit(null);
  };
  return { kept, edit, setEdit, hold, drop };
}

/** Does the newest of this when the part is closed. */
function useOnClosed(act: () => void): void {
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => () => newest.current(), []);
}

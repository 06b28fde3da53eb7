import type { Task } from '@mufakat/domain';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useAnnounce } from '@/ui/announcer';
import { useWords } from '@/words/language-provider';
import { afterArrow, columnsOf, placeOf, type TaskPlace } from './task-places';

type Lifted = { id: string; place: TaskPlace };

/** Moving a card by keys: Space lifts, arrows carry, Space drops, Escape gives up. The focus stays on the card. */
export function useTaskLift(tasks: readonly Task[], drop: (task: Task, place: TaskPlace) => boolean) {
  const words = useWords().task;
  const announce = useAnnounce();
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const columns = columnsOf(tasks, lifted);

  const keepFocus = useKeptFocus();

  useLayoutEffect(() => {
    if (lifted) focusCard(lifted.id);
  }, [lifted]);

  const tell = (task: Task, { state, at }: TaskPlace, say: typeof words.lift.over) => {
    const others = tasks.filter((other) => other.state === state && other.id !== task.id).length;
    announce(say(task.title, words.states[state], at + 1, others + 1));
  };
  const press = (event: KeyboardEvent, task: Task, whyNot: string | undefined) => {
    if (lifted?.id !== task.id) {
      if (event.key !== ' ') return;
      event.preventDefault();
      const place = placeOf(columns, task.id);
      if (whyNot) announce(whyNot);
      else if (place) {
        setLifted({ id: task.id, place });
        announce(words.lift.lifted(task.title));
      }
      return;
    }
    const next = afterArrow(event.key, lifted.place, tasks, task.id);
    if (!next && ![' ', 'Enter', 'Escape', 'Tab'].includes(event.key)) return;
    event.preventDefault();
    if (next) {
      setLifted({ id: task.id, place: next });
      return tell(task, next, words.lift.over);
    }
    setLifted(null);
    if (event.key === 'Escape' || event.key === 'Tab') announce(words.lift.cancelled(task.title));
    else if (drop(task, lifted.place)) tell(task, lifted.place, words.lift.moved);
    keepFocus(task.id);
  };
  return { columns, keepFocus, lifted: lifted?.id ?? null, over: lifted?.place.state ?? null, press, tell };
}

/** A card that changes its column is drawn anew and would lose the focus; this gives it back until the person goes on. */
function useKeptFocus(): (id: string) => void {
  const kept = useRef<{ id: string; until: number } | null>(null);
  const settle = () => {
    if (!kept.current || document.activeElement !== document.body) return;
    if (performance.now() < kept.current.until) focusCard(kept.current.id);
    else kept.current = null;
  };
  useEffect(settle);
  return (id) => {
    kept.current = { id, until: performance.now() + 2000 };
    requestAnimationFrame(() => focusCard(id));
  };
}

function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-task="${id}"] [data-task-title]`)?.focus();
}

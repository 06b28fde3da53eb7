import { type RefObject, useEffect, useRef } from 'react';

type Held = { part: HTMLElement; taskId: string; at: number };

/** A task that changes its group is drawn anew and would lose the focus; this gives it back to the same button of it. */
export function useHeldFocus(list: RefObject<HTMLElement | null>): void {
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const note = ({ target }: Event) => {
      held.current = target instanceof HTMLElement && list.current?.contains(target) ? partOf(target) : null;
    };
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !held.current?.part.contains(target)) held.current = null;
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', leave);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', leave);
    };
  }, [list]);
  useEffect(() => {
    if (!held.current || held.current.part.isConnected || document.activeElement !== document.body) return;
    const { taskId, at } = held.current;
    const row = list.current?.querySelector<HTMLElement>(`[data-task="${taskId}"]`);
    row?.querySelectorAll('button')[at]?.focus({ preventScroll: true });
  });
}

function partOf(part: HTMLElement): Held | null {
  const row = part.closest<HTMLElement>('[data-task]');
  if (!row?.dataset.task) return null;
  return { part, taskId: row.dataset.task, at: [...row.querySelectorAll('button')].indexOf(part as HTMLButtonElement) };
}

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
const pause = 600;

/** The chosen item, or the first one, takes the focus as the menu opens. */
export function focusFirst(menu: HTMLElement): void {
  (menu.querySelector<HTMLElement>('[aria-checked="true"]') ?? itemsOf(menu)[0])?.focus();
}

/** Arrows, Home, End and first letters move through a menu; Tab leaves it; the pointer moves the focus with it. */
export function useMenuKeys(leave: () => void) {
  const typed = useRef({ letters: '', at: 0 });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = itemsOf(event.currentTarget);
    const at = items.findIndex((item) => item === document.activeElement);
    const step = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (step !== undefined) items[step % items.length]?.focus();
    else if (event.key === 'Tab') leave();
    else if (event.key.length === 1 && event.key !== ' ') seek(items, at, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const seek = (items: HTMLElement[], at: number, letter: string) => {
    const now = performance.now();
    const before = now - typed.current.at < pause ? typed.current.letters : '';
    typed.current = { letters: before + letter.toLowerCase(), at: now };
    const after = [...items.slice(before ? at : at + 1), ...items];
    after.find((item) => item.textContent?.trim().toLowerCase().startsWith(typed.current.letters))?.focus();
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[role^="menuitem"]') : null;
    if (item && item !== document.activeElement && event.pointerType === 'mouse') item.focus();
  };
  return { onKeyDown, onPointerMove };
}

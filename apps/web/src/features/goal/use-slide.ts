import { type RefObject, useLayoutEffect, useRef } from 'react';

type Spot = { left: number; top: number };

/** Lets cards slide to their new places for 160 ms, whoever moved them. */
export function useSlide(board: RefObject<HTMLElement | null>, order: string): void {
  const spots = useRef(new Map<string, Spot>());
  const before = useRef(order);
  useLayoutEffect(() => {
    const within = board.current;
    if (!within) return;
    const [held, now] = [spots.current, spotsOf(within)];
    spots.current = new Map([...now].map(([id, { spot }]) => [id, spot]));
    if (before.current === order) return;
    before.current = order;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const [id, { card, spot }] of now) slide(card, held.get(id), spot);
  });
}

function spotsOf(board: HTMLElement): Map<string, { card: HTMLElement; spot: Spot }> {
  const origin = board.getBoundingClientRect();
  return new Map(
    [...board.querySelectorAll<HTMLElement>('[data-card]')].map((card) => {
      const { left, top } = card.getBoundingClientRect();
      return [card.dataset.card ?? '', { card, spot: { left: left - origin.left, top: top - origin.top } }];
    }),
  );
}

function slide(card: HTMLElement, from: Spot | undefined, to: Spot): void {
  if (!from || typeof card.animate !== 'function' || (from.left === to.left && from.top === to.top)) return;
  const [x, y] = [from.left - to.left, from.top - to.top];
  card.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
    duration: 160,
    easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
  });
}

import type { TaskState } from '@mufakat/domain';
import { type RefObject, useEffect, useState } from 'react';
import type { TaskPlace } from './task-places';

const adapter = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Runs what the drag library gives, once it has been fetched, and undoes it on leaving. */
function useDragging(
  start: (library: Awaited<ReturnType<typeof adapter>>) => () => void,
  on: readonly unknown[],
): void {
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void adapter().then((library) => {
      if (!left) stop = start(library);
    });
    return () => {
      left = true;
      stop?.();
    };
    // What starts is told by `on`; the callbacks read the newest state through the element.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, on);
}

/** Makes a card draggable; answers whether it is being dragged. */
export function useCardDrag(card: RefObject<HTMLElement | null>, taskId: string, isHeld: boolean): boolean {
  const [dragging, setDragging] = useState(false);
  useDragging(
    ({ draggable }) => {
      const element = card.current;
      if (!element || isHeld) return () => undefined;
      return draggable({
        element,
        getInitialData: () => ({ taskId }),
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      });
    },
    [card, taskId, isHeld],
  );
  return dragging;
}

type Dropped = (taskId: string, place: TaskPlace) => void;

/** Makes a column take cards; answers the place under the pointer while one is over it. */
export function useColumnDrop(column: RefObject<HTMLElement | null>, state: TaskState, onDrop: Dropped): number | null {
  const [over, setOver] = useState<number | null>(null);
  useDragging(
    ({ dropTargetForElements }) => {
      const element = column.current;
      if (!element) return () => undefined;
      type Drag = { source: { data: Record<string, unknown> }; location: { current: { input: { clientY: number } } } };
      const placeUnder = ({ source, location }: Drag) =>
        cardsAbove(element, location.current.input.clientY, String(source.data.taskId));
      return dropTargetForElements({
        element,
        canDrop: ({ source }) => typeof source.data.taskId === 'string',
        onDrag: ({ source, location }) => setOver(placeUnder({ source, location })),
        onDragLeave: () => setOver(null),
        onDrop: ({ source, location }) => {
          setOver(null);
          onDrop(String(source.data.taskId), { state, at: placeUnder({ source, location }) });
        },
      });
    },
    [column, state, onDrop],
  );
  return over;
}

/** How many other cards of the column lie with their middle above the pointer. */
function cardsAbove(column: HTMLElement, pointer: number, taskId: string): number {
  const cards = [...column.querySelectorAll<HTMLElement>('[data-task]')].filter((card) => card.dataset.task !== taskId);
  return cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2 < pointer;
  }).length;
}

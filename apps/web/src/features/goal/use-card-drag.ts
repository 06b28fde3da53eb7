import type { GoalColumn } from '@mufakat/domain/browser';
import { type RefObject, useEffect, useRef } from 'react';

/** Dragging by pointer is fetched when a board is shown; keys and the menu work without it. */
const fetchAdapter = () => import('@atlaskit/pragmatic-drag-and-drop/element/adapter');
type Adapter = Awaited<ReturnType<typeof fetchAdapter>>;

function useAdapter(attach: (adapter: Adapter) => () => void, on: readonly unknown[]): void {
  useEffect(() => {
    let detach: (() => void) | undefined;
    let left = false;
    void fetchAdapter().then((adapter) => {
      if (!left) detach = attach(adapter);
    });
    return () => {
      left = true;
      detach?.();
    };
    // The parts that matter are named by the caller.
  }, on);
}

/** Lets a card be dragged. */
export function useDraggableCard(card: RefObject<HTMLElement | null>, goalId: string, canDrag: boolean): void {
  useAdapter(
    ({ draggable }) => {
      const element = card.current;
      return element && canDrag ? draggable({ element, getInitialData: () => ({ goalId }) }) : () => undefined;
    },
    [goalId, canDrag],
  );
}

/** Lets a column take cards, and tells where in it the pointer is. */
export function useDropColumn(column: RefObject<HTMLElement | null>, name: GoalColumn): void {
  useAdapter(
    ({ dropTargetForElements }) => {
      const element = column.current;
      if (!element) return () => undefined;
      return dropTargetForElements({
        element,
        getData: ({ input, source }) => ({ column: name, at: placeUnder(element, input.clientY, source.element) }),
      });
    },
    [name],
  );
}

/** How many cards of the column lie above the pointer, without the dragged one. */
function placeUnder(column: HTMLElement, y: number, dragged: Element): number {
  const cards = [...column.querySelectorAll('[data-card]')].filter((card) => card !== dragged);
  return cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
}

type Heard = {
  over: (goalId: string, column: GoalColumn, at: number) => void;
  drop: (goalId: string, column: GoalColumn, at: number) => void;
  cancel: () => void;
};

/** Tells what happens to a dragged card. */
export function useDragMonitor(heard: Heard): void {
  const latest = useRef(heard);
  latest.current = heard;
  useAdapter(({ monitorForElements }) => {
    type Dropped = { data: Record<string | symbol, unknown> };
    const tell = (what: 'over' | 'drop', goalId: unknown, target: Dropped | undefined) => {
      if (!target) return what === 'drop' ? latest.current.cancel() : undefined;
      latest.current[what](String(goalId), target.data['column'] as GoalColumn, Number(target.data['at']));
    };
    return monitorForElements({
      onDrag: ({ source, location }) => tell('over', source.data['goalId'], location.current.dropTargets[0]),
      onDrop: ({ source, location }) => tell('drop', source.data['goalId'], location.current.dropTargets[0]),
    });
  }, []);
}

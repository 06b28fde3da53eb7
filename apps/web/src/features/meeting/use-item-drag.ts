import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

type Edge = 'above' | 'below' | 'held' | null;
type Item = { id: string; at: number; isHeld: boolean; onDropped: (itemId: string, to: number) => void };

/** Lets an item be dragged and take others above or below it; answers which edge is under the pointer. */
export function useItemDrag(row: RefObject<HTMLElement | null>, item: Item): Edge {
  const [edge, setEdge] = useState<Edge>(null);
  const newest = useRef(item);
  useLayoutEffect(() => {
    newest.current = item;
  });
  const { id, isHeld } = item;
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void import('@atlaskit/pragmatic-drag-and-drop/element/adapter').then((library) => {
      if (!left && row.current && !isHeld) stop = listen(library, row.current, newest, setEdge);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [row, id, isHeld]);
  return edge;
}

type Library = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Makes the row draggable and a target; answers how to end both. */
function listen(
  { draggable, dropTargetForElements }: Library,
  element: HTMLElement,
  newest: RefObject<Item>,
  setEdge: (edge: Edge) => void,
): () => void {
  const isOther = (data: Record<string, unknown>) =>
    typeof data.agendaItemId === 'string' && data.agendaItemId !== newest.current.id;
  const stops = [
    draggable({
      element,
      getInitialData: () => ({ agendaItemId: newest.current.id, at: newest.current.at }),
      onDragStart: () => setEdge('held'),
      onDrop: () => setEdge(null),
    }),
    dropTargetForElements({
      element,
      canDrop: ({ source }) => isOther(source.data),
      onDrag: ({ location }) => setEdge(edgeUnder(element, location.current.input.clientY)),
      onDragLeave: () => setEdge(null),
      onDrop: ({ source, location }) => {
        setEdge(null);
        const from = Number(source.data.at);
        const { at, onDropped } = newest.current;
        const gap = edgeUnder(element, location.current.input.clientY) === 'above' ? at : at + 1;
        onDropped(String(source.data.agendaItemId), gap > from ? gap - 1 : gap);
      },
    }),
  ];
  return () => stops.forEach((end) => end());
}

function edgeUnder(element: HTMLElement, pointer: number): 'above' | 'below' {
  const { top, height } = element.getBoundingClientRect();
  return pointer < top + height / 2 ? 'above' : 'below';
}

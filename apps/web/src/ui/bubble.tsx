import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import styles from './bubble.module.css';

const [edge, distance, linger] = [10, 8, 140];

type Pointed = { currentTarget: Element };

/**
 * A few words over a control, shown on hover and on keyboard focus. It can be hovered itself, and Escape hides it.
 * Answers the handlers for the control, the bubble to render beside it, and how to show it on a tap.
 */
export function useBubble(says: ReactNode, id?: string) {
  const [over, setOver] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = (wait: number, then: () => void) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, wait);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setOver(null);
  };
  const show = ({ currentTarget }: Pointed) => {
    clearTimeout(timer.current);
    setOver(currentTarget);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const on = {
    onPointerEnter: (event: PointerEvent) => {
      const { currentTarget } = event;
      if (event.pointerType === 'mouse') later(linger * 2, () => setOver(currentTarget));
    },
    onPointerLeave: () => later(linger, hide),
    onFocus: (event: FocusEvent) => event.target.matches(':focus-visible') && show(event),
    onBlur: hide,
    onKeyDown: (event: KeyboardEvent) => event.key === 'Escape' && over !== null && (event.stopPropagation(), hide()),
  };
  const stay = { onPointerEnter: () => clearTimeout(timer.current), onPointerLeave: () => later(linger, hide) };
  const bubble = says !== undefined && over && <Bubble over={over} says={says} id={id} stay={stay} hide={hide} />;
  return { on, show, bubble };
}

type Props = {
  over: Element;
  says: ReactNode;
  id: string | undefined;
  stay: { onPointerEnter: () => void; onPointerLeave: () => void };
  hide: () => void;
};

function Bubble({ over, says, id, stay, hide }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) place(box.current, over.getBoundingClientRect());
  });
  useEffect(() => {
    addEventListener('scroll', hide, { capture: true, once: true });
    return () => removeEventListener('scroll', hide, { capture: true });
  });
  return createPortal(
    <div ref={box} id={id} role="tooltip" className={styles.bubble} {...stay}>
      {says}
    </div>,
    document.body,
  );
}

/** Above the control if there is room, under it otherwise, never beyond the edge of the window. */
function place(box: HTMLElement, over: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.min(Math.max(edge, over.left + over.width / 2 - width / 2), innerWidth - width - edge);
  const above = over.top - height - distance;
  box.style.left = `${Math.max(edge, left)}px`;
  box.style.top = `${above >= edge ? above : over.bottom + distance}px`;
}

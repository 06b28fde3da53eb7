import { type ComponentProps, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useBackCloses } from './back';

const [edge, distance] = [10, 6];

export type Align = 'start' | 'center' | 'end';

type Props = Omit<ComponentProps<'div'>, 'popover'> & {
  anchor: HTMLElement;
  align: Align;
  onClose: () => void;
  onOpened?: (box: HTMLElement) => void;
};

/** Something that lies over the screen beside its opener: in the top layer, inside the window, closed by Escape, by "back" and by a press elsewhere. */
export function Float({ anchor, align, onClose, onOpened, ...rest }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useBackCloses(true, onClose);
  useLayoutEffect(() => {
    box.current?.showPopover?.();
    const settle = () => box.current && place(box.current, anchor.getBoundingClientRect(), align);
    settle();
    if (box.current) onOpened?.(box.current);
    addEventListener('resize', settle);
    addEventListener('scroll', settle, true);
    return () => {
      removeEventListener('resize', settle);
      removeEventListener('scroll', settle, true);
    };
  }, [anchor, align, onOpened]);
  useEffect(() => {
    const press = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target) && !anchor.contains(target)) onClose();
    };
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
      anchor.focus();
    };
    document.addEventListener('pointerdown', press, true);
    document.addEventListener('keydown', escape, true);
    return () => {
      document.removeEventListener('pointerdown', press, true);
      document.removeEventListener('keydown', escape, true);
    };
  }, [anchor, onClose]);
  return createPortal(<div ref={box} popover="manual" {...rest} />, anchor.closest('[role="dialog"]') ?? document.body);
}

/** Under the opener if there is room, over it otherwise; as tall as the window allows. */
function place(box: HTMLElement, over: DOMRect, align: Align): void {
  box.style.maxHeight = '';
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = innerHeight - over.bottom - distance - edge;
  const above = over.top - distance - edge;
  const under = height <= below || below >= above;
  const tall = Math.min(height, under ? below : above);
  const wished = { start: over.left, center: over.left + (over.width - width) / 2, end: over.right - width }[align];
  box.style.left = `${Math.max(edge, Math.min(wished, innerWidth - width - edge))}px`;
  box.style.top = `${under ? over.bottom + distance : over.top - distance - tall}px`;
  box.style.maxHeight = `${tall}px`;
}

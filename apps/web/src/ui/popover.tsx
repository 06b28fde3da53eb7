import { cloneElement, type MouseEvent, type ReactElement, type ReactNode, useCallback, useState } from 'react';
import { type Align, Float } from './float';
import styles from './popover.module.css';

type OpenerProps = { onClick?: (event: MouseEvent<HTMLElement>) => void };

type Props = {
  /** The button which opens it. */
  opener: ReactElement<OpenerProps>;
  label: string;
  children: ReactNode;
  align?: Align;
};

/** More about one thing, beside it; the screen stays usable. A second press closes it. */
export function Popover({ opener, label, children, align = 'end' }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = useCallback(() => setAnchor(null), []);
  const button = cloneElement(opener, {
    'aria-haspopup': 'dialog',
    'aria-expanded': anchor !== null,
    onClick: (event: MouseEvent<HTMLElement>) => {
      opener.props.onClick?.(event);
      setAnchor(anchor ? null : event.currentTarget);
    },
  } as OpenerProps);
  return (
    <>
      {button}
      {anchor && (
        <Float
          anchor={anchor}
          align={align}
          onClose={close}
          role="dialog"
          aria-label={label}
          tabIndex={-1}
          onOpened={focusBox}
          className={styles.popover}
        >
          {children}
        </Float>
      )}
    </>
  );
}

/** The focus goes into what has opened, so that it is read out and Tab goes on inside. */
const focusBox = (box: HTMLElement) => box.focus();

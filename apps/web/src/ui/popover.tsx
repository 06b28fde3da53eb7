import { Content, Portal, Root, Trigger } from '@radix-ui/react-popover';
import type { ReactElement, ReactNode } from 'react';
import styles from './popover.module.css';

type Props = {
  /** The button which opens it. */
  opener: ReactElement;
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** More about one thing, beside it; the screen stays usable. */
export function Popover({ opener, label, children, align = 'end', ...state }: Props) {
  return (
    <Root {...state}>
      <Trigger asChild>{opener}</Trigger>
      <Portal>
        <Content className={styles.popover} aria-label={label} align={align} sideOffset={8} collisionPadding={10}>
          {children}
        </Content>
      </Portal>
    </Root>
  );
}

import { Content, Portal, Provider, Root, Trigger } from '@radix-ui/react-tooltip';
import { type ReactElement, type ReactNode, useState } from 'react';
import styles from './tooltip.module.css';

type Props = {
  says: ReactNode;
  children: ReactElement;
  side?: 'top' | 'bottom' | 'left' | 'right';
  onTap?: boolean;
  onShown?: (shown: boolean) => void;
};

/** A few words about a control, on hover and on focus; with `onTap` a press shows them too, which is how a phone reads them. */
export function Tooltip({ says, children, side = 'top', onTap = false, onShown }: Props) {
  const [open, setOpen] = useState(false);
  const turn = (shown: boolean) => {
    setOpen(shown);
    onShown?.(shown);
  };
  const stay = onTap ? (event: { preventDefault(): void }) => event.preventDefault() : undefined;
  const show = onTap
    ? (event: { preventDefault(): void }) => {
        event.preventDefault();
        turn(true);
      }
    : undefined;
  return (
    <Provider delayDuration={350}>
      <Root open={open} onOpenChange={turn}>
        <Trigger asChild onPointerDown={stay} onClick={show}>
          {children}
        </Trigger>
        <Portal>
          <Content className={styles.bubble} side={side} sideOffset={7} collisionPadding={10}>
            {says}
          </Content>
        </Portal>
      </Root>
    </Provider>
  );
}

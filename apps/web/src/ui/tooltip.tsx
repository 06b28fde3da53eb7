import { Content, Portal, Provider, Root, Trigger } from '@radix-ui/react-tooltip';
import { type ReactElement, type ReactNode, useState } from 'react';
import styles from './tooltip.module.css';

type Props = { says: ReactNode; children: ReactElement; side?: 'top' | 'bottom' | 'left' | 'right'; onTap?: boolean };

/** A few words about a control, on hover and on focus; with `onTap` a press shows them too, which is how a phone reads them; the control then brings its own description. */
export function Tooltip({ says, children, side = 'top', onTap = false }: Props) {
  const [open, setOpen] = useState(false);
  const stay = onTap ? (event: { preventDefault(): void }) => event.preventDefault() : undefined;
  const show = onTap
    ? (event: { preventDefault(): void }) => {
        event.preventDefault();
        setOpen(true);
      }
    : undefined;
  return (
    <Provider delayDuration={350}>
      <Root open={open} onOpenChange={setOpen}>
        <Trigger asChild onPointerDown={stay} onClick={show} {...(onTap ? { 'aria-describedby': undefined } : {})}>
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

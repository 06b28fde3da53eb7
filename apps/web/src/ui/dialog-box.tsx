import { Close, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import { classes } from '@/lib/classes';
import { useBackCloses } from './back';
import type { DialogProps } from './dialog';
import styles from './dialog.module.css';
import { useFocusReturn } from './focus-return';
import { IconButton } from './icon-button';

/** The open dialog itself. */
export function DialogBox({
  onClose,
  title,
  note,
  closeLabel,
  actions,
  size = 'middle',
  place = 'centre',
  isHeld = false,
  ...rest
}: Omit<DialogProps, 'open'>) {
  useBackCloses(true, onClose);
  const { focusFirst, children } = rest;
  const focus = useFocusReturn(focusFirst);
  return (
    <Root open onOpenChange={(now) => !now && onClose()}>
      <Portal>
        <Overlay className={classes(styles.veil, isHeld && styles.held)} />
        <Content
          className={classes(styles.dialog, styles[size], place === 'side' && styles.side)}
          {...(note ? {} : { 'aria-describedby': undefined })}
          {...focus}
        >
          <header className={styles.head}>
            <Title className={styles.title}>{title}</Title>
            {note && (
              <Description asChild>
                <div className={styles.note}>{note}</div>
              </Description>
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.foot}>{actions}</footer>}
          {!isHeld && (
            <Close asChild>
              <IconButton icon={X} label={closeLabel} className={styles.close} />
            </Close>
          )}
        </Content>
      </Portal>
    </Root>
  );
}

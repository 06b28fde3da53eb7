import { Close, Content, Description, Overlay, Portal, Root, Title } from '@radix-ui/react-dialog';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { classes } from '@/lib/classes';
import { useBackCloses } from './back';
import styles from './dialog.module.css';
import { useFocusReturn } from './focus-return';
import { IconButton } from './icon-button';

type Props = {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** One sentence under the title; a screen reader reads it on opening. */
  note?: ReactNode;
  closeLabel: string;
  /** The buttons at the foot, the binding one last. */
  actions?: ReactNode;
  size?: 'small' | 'middle' | 'large';
  /** `side` stands at the right on a wide screen. On a phone every dialog is a sheet from below. */
  place?: 'centre' | 'side';
  /** Where the focus goes at first; otherwise to the first control. */
  focusFirst?: React.RefObject<HTMLElement | null>;
  children?: ReactNode;
};

/** Lies over the screen, keeps the focus inside, gives it back to its opener; a bottom sheet on a phone. */
export function Dialog({
  open,
  onClose,
  title,
  note,
  closeLabel,
  actions,
  size = 'middle',
  place = 'centre',
  ...rest
}: Props) {
  useBackCloses(open, onClose);
  const { focusFirst, children } = rest;
  const focus = useFocusReturn(focusFirst);
  return (
    <Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Portal>
        <Overlay className={styles.veil} />
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
          <Close asChild>
            <IconButton icon={X} label={closeLabel} className={styles.close} />
          </Close>
        </Content>
      </Portal>
    </Root>
  );
}

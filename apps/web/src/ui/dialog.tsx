import type { ReactNode, RefObject } from 'react';
import { Later, useLater } from '@/lib/later';

export type DialogProps = {
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
  /** What it asks must be answered: nothing closes it, and what lies behind it is not seen. */
  isHeld?: boolean;
  /** Where the focus goes at first; otherwise to the first control. */
  focusFirst?: RefObject<HTMLElement | null>;
  children?: ReactNode;
};

/** What keeps the focus and the scrolling inside, which is fetched when the page has shown itself. */
export const dialogBox = new Later(() => import('./dialog-box'));

/** Lies over the screen, keeps the focus inside, gives it back to its opener; a bottom sheet on a phone. */
export function Dialog({ open, ...rest }: DialogProps) {
  const box = useLater(dialogBox, open);
  return open && box && <box.DialogBox {...rest} />;
}

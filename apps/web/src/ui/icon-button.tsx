import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import { classes } from '@/lib/classes';
import { Icon } from './icon';
import styles from './icon-button.module.css';

/** The look of an icon button for a link. */
export const iconButtonLook = styles.button ?? '';

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: LucideIcon;
  label: string;
  /** A number on its corner; the label must say it in words. */
  count?: number;
};

/** A button of one drawing; its label is its name. */
export function IconButton({ icon, label, count = 0, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={classes(styles.button, rest.className)} aria-label={label}>
      <Icon of={icon} />
      <CountDot count={count} />
    </button>
  );
}

/** The number on the corner of an icon; nothing at zero. */
export function CountDot({ count }: { count: number }) {
  if (count < 1) return null;
  return (
    <span className={styles.dot} aria-hidden="true">
      {count > 99 ? '99+' : count}
    </span>
  );
}

import { classes } from '@/lib/classes';
import styles from './organization-mark.module.css';
import type { Slot } from './person-mark';

type Props = {
  name: string;
  letters: string;
  slot: Slot;
  size?: 'small' | 'middle' | 'large';
  /** Where the name already stands beside it. */
  silent?: boolean;
};

/** An organization: a square of its colour with its two letters, which are always there. */
export function OrganizationMark({ name, letters, slot, size = 'middle', silent = false }: Props) {
  const spoken = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span className={classes(styles.organization, styles[size])} data-slot={slot ?? 'none'} {...spoken}>
      {letters}
    </span>
  );
}

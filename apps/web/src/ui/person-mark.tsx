import { classes } from '@/lib/classes';
import styles from './person-mark.module.css';

/** The number of a partner's colour, 0 to 7; null for somebody of no partner. */
export type Slot = number | null;

type Props = {
  /** The name as it is spoken, with the partner: "Sari Wulandari, UD Sumber Kayu". */
  name: string;
  slot: Slot;
  size?: 'small' | 'middle';
  /** Where the name already stands beside it. */
  silent?: boolean;
};

/** A person: a circle ringed in the colour of the partner the person acts for. */
export function PersonMark({ name, slot, size = 'middle', silent = false }: Props) {
  const spoken = silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name };
  return (
    <span className={classes(styles.person, size === 'small' && styles.small)} data-slot={slot ?? 'none'} {...spoken}>
      {initials(name)}
    </span>
  );
}

/** Two letters of a name: of its first and last word before any comma. */
export function initials(name: string): string {
  const words = (name.split(',')[0] ?? '').trim().split(/\s+/).filter(Boolean);
  const [first = '?', last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return (last ? `${first.charAt(0)}${last.charAt(0)}` : first.slice(0, 2)).toLocaleUpperCase('id');
}

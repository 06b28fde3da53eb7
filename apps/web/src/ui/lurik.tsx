import { classes } from '@/lib/classes';
import styles from './lurik.module.css';
import type { Slot } from './person-mark';

type Props = {
  /** The colour of each partner in joining order. */ slots: readonly Slot[];
  place?: 'edge' | 'switcher';
};

/** The cloth of a partnership: one thread for each partner, all equal, always in the same order. Ornament; words stand elsewhere. */
export function Lurik({ slots, place = 'switcher' }: Props) {
  return (
    <span className={classes(styles.lurik, styles[place])} aria-hidden="true">
      {slots.map((slot, at) => (
        <i key={at} data-slot={slot ?? 'none'} className={slots.indexOf(slot) < at ? styles.double : undefined} />
      ))}
    </span>
  );
}

/** How a thread is woven says how it stands, so that nothing depends on the hue: `full`, `knotted` (full with a knot), `spaced`, `hollow`, `slanted`, `dotted`. */
export type Weave = 'full' | 'knotted' | 'spaced' | 'hollow' | 'slanted' | 'dotted';

/** One thread, as wide as its place. */
export function Thread({ slot, weave }: { slot: Slot; weave: Weave }) {
  return (
    <span
      className={classes(styles.thread, styles[weave])}
      data-slot={slot ?? 'none'}
      data-weave={weave}
      aria-hidden="true"
    />
  );
}

type MiniProps = { threads: readonly { slot: Slot; weave: Weave }[]; label: string };

/** All threads in small, with the sentence they stand for. */
export function MiniThreads({ threads, label }: MiniProps) {
  return (
    <span className={styles.mini} role="img" aria-label={label}>
      {threads.map((thread, at) => (
        <Thread key={at} {...thread} />
      ))}
    </span>
  );
}

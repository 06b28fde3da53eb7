import type { ReactNode } from 'react';
import { classes } from '@/lib/classes';
import styles from './door.module.css';
import { Lurik } from './lurik';
import { Mark } from './mark';
import type { Slot } from './person-mark';

type Props = {
  /** The name beside the mark. */
  name: string;
  /** The cloth at the edge. */
  slots: readonly Slot[];
  /** At the right of the head, such as the choice of language. */
  aside?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** The page before one is inside: mark, cloth, one thing to do. */
export function Door({ name, slots, aside, wide = false, children }: Props) {
  return (
    <div className={styles.door}>
      <Lurik slots={slots} place="edge" />
      <header className={styles.head}>
        <Mark />
        <span>{name}</span>
        <div>{aside}</div>
      </header>
      <main className={classes(styles.main, wide && styles.wide)} id="isi">
        {children}
      </main>
    </div>
  );
}

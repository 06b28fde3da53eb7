import { classes } from '@/lib/classes';
import styles from './bullet.module.css';

type Props = {
  /** How far, 0 to 1. */
  value: number;
  /** Where it should stand, 0 to 1: the tick. */
  pace?: number | undefined;
  /** The sentence for who does not see the bar. */
  label: string;
  thick?: boolean;
};

/** Progress as a bar with a tick where it should stand today. */
export function Bullet({ value, pace, label, thick = false }: Props) {
  return (
    <div className={classes(styles.track, thick && styles.thick)} role="img" aria-label={label}>
      <i className={styles.bar} style={{ width: percent(value) }} />
      {pace !== undefined && <b className={styles.tick} style={{ left: percent(pace) }} />}
    </div>
  );
}

const percent = (part: number) => `${Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10}%`;

import { type ReactNode, useEffect, useState } from 'react';
import { classes } from '@/lib/classes';
import styles from './skeleton.module.css';

type BarProps = { width?: string; height?: string };

/** One grey bar; give it the size of what will stand there. */
export function Skeleton({ width = '100%', height = '12px' }: BarProps) {
  return <span className={styles.bar} style={{ width, height }} />;
}

type Props = { label: string; children: ReactNode };

/** What stands in while content is on its way: nothing for 200 ms, then the skeleton. */
export function Waiting({ label, children }: Props) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={classes(!late && styles.unseen)}>
      <span className="hushed" role="status">
        {late ? label : ''}
      </span>
      {children}
    </div>
  );
}

/** Rows of a list while they are on their way. */
export function SkeletonRows({ rows = 3, label }: { rows?: number; label: string }) {
  const widths = ['82%', '64%', '73%', '58%'];
  return (
    <Waiting label={label}>
      <div className={styles.rows}>
        {Array.from({ length: rows }, (_, at) => (
          <div key={at} className={styles.row}>
            <Skeleton width="34%" height="10px" />
            <Skeleton width={widths[at % widths.length] ?? '70%'} />
          </div>
        ))}
      </div>
    </Waiting>
  );
}

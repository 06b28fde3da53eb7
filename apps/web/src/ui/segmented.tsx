import { type ReactNode, useId } from 'react';
import styles from './segmented.module.css';

export type Segment = { value: string; label: ReactNode; count?: ReactNode };

type Props = { label: string; segments: readonly Segment[]; value: string | null; onChange: (value: string) => void };

/** One of a few, all seen at once: a view, a size, an answer. Arrow keys move, as in any group of choices. */
export function Segmented({ label, segments, value, onChange }: Props) {
  const name = useId();
  return (
    <div className={styles.segmented} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} className={styles.segment}>
          <input
            type="radio"
            name={name}
            className={styles.input}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
          />
          <span>{segment.label}</span>
          {segment.count !== undefined && <span className={styles.count}>{segment.count}</span>}
        </label>
      ))}
    </div>
  );
}

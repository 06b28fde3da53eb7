import { useId } from 'react';
import styles from './chart.module.css';

type LineProps = { values: readonly number[]; label: string; width?: number; height?: number };

/** The course of one number, its last point marked. The label says in words what the line shows. */
export function Sparkline({ values, label, width = 92, height = 24 }: LineProps) {
  const points = course(values, width - 6, height - 6).map(([x, y]) => [x + 3, y + 3] as const);
  const last = points.at(-1);
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      <polyline points={points.map((point) => point.join(',')).join(' ')} className={styles.line} />
      {last && <circle cx={last[0]} cy={last[1]} r="2.4" className={styles.point} />}
    </svg>
  );
}

function course(values: readonly number[], width: number, height: number): [number, number][] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const rise = (value: number) => (high === low ? height / 2 : height - ((value - low) / (high - low)) * height);
  return values.map((value, at) => [round(at * step), round(rise(value))]);
}

const round = (value: number) => Math.round(value * 10) / 10;

/** One column of squares: how many good, how many late. */
export type Stack = { good: number; late: number };

type SquaresProps = { stacks: readonly Stack[]; tallest: number; label: string };

/** Small multiples: one square for each thing counted, late ones hatched, so that it reads in grey. `tallest` is the shared scale. */
export function Squares({ stacks, tallest, label }: SquaresProps) {
  const hatch = useId();
  const [size, gap] = [9, 2];
  const height = Math.max(1, tallest) * (size + gap);
  const at = (row: number) => height - (row + 1) * (size + gap) + gap;
  return (
    <svg
      className={styles.squares}
      viewBox={`0 0 ${stacks.length * (size + gap)} ${height}`}
      role="img"
      aria-label={label}
    >
      <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2" height="4" className={styles.hatch} />
      </pattern>
      {stacks.map(({ good, late }, column) =>
        Array.from({ length: good + late }, (_, row) => {
          const place = { x: column * (size + gap) + 0.5, y: at(row) + 0.5, width: size - 1, height: size - 1, rx: 2 };
          return row < good ? (
            <rect key={`${column}-${row}`} {...place} className={styles.good} />
          ) : (
            <rect key={`${column}-${row}`} {...place} className={styles.late} fill={`url(#${hatch})`} />
          );
        }),
      )}
    </svg>
  );
}

type BarProps = { value: number; most: number; track?: number | undefined; label: string };

/** One bar against a shared scale, with the promised length behind it. */
export function Bar({ value, most, track, label }: BarProps) {
  const part = (amount: number) => `${most > 0 ? Math.min(100, (amount / most) * 100) : 0}%`;
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {track !== undefined && <i className={styles.track} style={{ width: part(track) }} />}
      <i className={styles.value} style={{ width: part(value) }} />
    </div>
  );
}

/** A key under a chart: a swatch and its word. */
export function ChartKey({
  entries,
}: {
  entries: readonly { swatch: 'value' | 'late' | 'track' | 'tick'; word: string }[];
}) {
  return (
    <ul className={styles.key}>
      {entries.map(({ swatch, word }) => (
        <li key={word}>
          <i className={styles[`key-${swatch}`]} aria-hidden="true" />
          {word}
        </li>
      ))}
    </ul>
  );
}

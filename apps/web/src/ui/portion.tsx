import { useState } from 'react';
import { Button } from './button';

/** So many rows of a list are shown at first, and so many more with each press. */
export const portion = 50;

type Portion<Row> = { shown: readonly Row[]; hidden: number; more: () => void };

/** The first rows of a long list and the way to the next ones, so that thousands cost no more than fifty; never fewer than `atLeast`. */
export function usePortion<Row>(rows: readonly Row[], atLeast = 0): Portion<Row> {
  const [wanted, setWanted] = useState(portion);
  const most = Math.max(wanted, atLeast);
  const shown = rows.length > most ? rows.slice(0, most) : rows;
  return { shown, hidden: rows.length - shown.length, more: () => setWanted((now) => now + portion) };
}

/** The button under a list of which not everything is shown. */
export function MoreRows({ label, onMore }: { label: string; onMore: () => void }) {
  return (
    <Button kind="quiet" onClick={onMore}>
      {label}
    </Button>
  );
}

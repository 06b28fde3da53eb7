import type { Goal } from '@mufakat/domain';
import { useCallback, useMemo, useState } from 'react';
import { type Columns, eachColumn } from './columns';

/**
 * While the pointer rests on a card, what others move does not move the cards under it:
 * the places stay as they were until the pointer goes away or the person moves a card.
 */
export function useSteadyColumns(columns: Columns): { shown: Columns; hold: () => void; release: () => void } {
  const [held, setHeld] = useState<Columns | null>(null);
  const hold = useCallback(() => setHeld(columns), [columns]);
  const release = useCallback(() => setHeld(null), []);
  const shown = useMemo(() => (held ? steadied(columns, held) : columns), [columns, held]);
  return { shown, hold, release };
}

/** The newest cards in the held places; those which came meanwhile stand at the end. */
function steadied(columns: Columns, held: Columns): Columns {
  return eachColumn((column) => {
    const place = new Map(held[column].map(({ id }, at) => [id, at]));
    const at = ({ id }: Goal) => place.get(id) ?? Number.MAX_SAFE_INTEGER;
    return columns[column].toSorted((a, b) => at(a) - at(b));
  });
}

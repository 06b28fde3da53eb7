import type { HistoryItem } from '@mufakat/domain';
import { today } from '@/lib/dates';

export const kinds = ['goal', 'task', 'meeting', 'partnership'] as const;
export type Kind = (typeof kinds)[number];

/** Which family of things an entry belongs to. */
export function kindOf({ entry: { name, data } }: HistoryItem): Kind {
  if (name === 'text.version-named' || name === 'text.restored') return data.kind;
  return kinds.find((kind) => name.startsWith(`${kind}.`)) ?? 'partnership';
}

export type Filter = { kind: string | null; partnerId: string | null };

/** What fits the filter; `firmOf` tells for whom a seat acted. */
export function filterHistory(
  items: readonly HistoryItem[],
  { kind, partnerId }: Filter,
  firmOf: (seatId: string | null) => string | undefined,
): HistoryItem[] {
  return items.filter(
    (item) => (kind === null || kindOf(item) === kind) && (partnerId === null || firmOf(item.entry.by) === partnerId),
  );
}

/** The entries of each day of the partnership's zone, newest day first. */
export function byDay(items: readonly HistoryItem[], zone: string): [day: string, items: HistoryItem[]][] {
  const days = new Map<string, HistoryItem[]>();
  for (const item of items) {
    const day = today(zone, new Date(item.entry.at));
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}

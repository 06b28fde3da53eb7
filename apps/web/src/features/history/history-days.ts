import type { HistoryItem, HistoryKind } from '@mufakat/domain';
import { today } from '@/lib/dates';

export const kinds = ['goal', 'task', 'meeting', 'partnership', 'proof'] as const satisfies readonly HistoryKind[];

/** What the reader wants to see: of which kind, by whom, and between which days; null where it does not matter. */
export type Filter = {
  kind: string | null;
  partnerId: string | null;
  seatId: string | null;
  since: string | null;
  until: string | null;
};

const isDay = (word: string | null) => word !== null && /^\d{4}-\d\d-\d\d$/.test(word) && word >= '1900';
const isId = (word: string | null) => word !== null && /^[0-9a-f-]{36}$/i.test(word);

/** What of an address can be a filter; anything may stand there. */
export function knownFilter({ kind, partnerId, seatId, since, until }: Filter): Filter {
  return {
    kind: kinds.some((each) => each === kind) ? kind : null,
    partnerId: isId(partnerId) ? partnerId : null,
    seatId: isId(seatId) ? seatId : null,
    since: isDay(since) ? since : null,
    until: isDay(until) ? until : null,
  };
}

export const isNarrow = (filter: Filter): boolean => Object.values(filter).some((each) => each !== null);

/** The entries of each day of the partnership's zone, newest day first. */
export function byDay(items: readonly HistoryItem[], zone: string): [day: string, items: HistoryItem[]][] {
  const days = new Map<string, HistoryItem[]>();
  for (const item of items) {
    const day = today(zone, new Date(item.entry.at));
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
}

import type { CallInput, HistoryItem, JournalEntry, PartnershipId } from '@mufakat/domain';
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { momentOf } from '@/lib/dates';
import { onEvery, partnershipOf } from '@/lib/every-entry';
import type { LiveHandlers } from '@/lib/live';
import type { Filter } from './history-days';

type Page = { items: HistoryItem[]; hasMore: boolean };

/** What happened, newest first, page by page. It is only asked again when the reader wants to, so that nothing jumps. */
export const historyQuery = (partnershipId: PartnershipId, filter: Filter, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['partnership', partnershipId, 'history', filter],
    queryFn: ({ pageParam, signal }) =>
      call('listHistory', { partnershipId, limit: 50, ...asked(filter, zone, pageParam) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => (last.hasMore ? (last.items.at(-1)?.entry.at ?? null) : null),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

/** The filter as the server takes it: days become moments of the partnership's zone. */
function asked({ kind, partnerId, seatId, since, until }: Filter, zone: string, before: string | null) {
  const end = until ? momentOf(dayAfter(until), '00:00', zone) : null;
  const wanted = { kind, partnerId, seatId, since: since && momentOf(since, '00:00', zone), before: before ?? end };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null)) as Partial<
    CallInput<'listHistory'>
  >;
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

type Heard = Pick<JournalEntry, 'spaceId' | 'sequence' | 'at'>;
const most = 200;

/** What was heard over the line and may not be in the list yet. */
export const heardQuery = (partnershipId: PartnershipId) =>
  queryOptions<readonly Heard[]>({
    queryKey: ['partnership', partnershipId, 'history-heard'],
    queryFn: () => [],
    staleTime: Infinity,
    enabled: false,
  });

function hear(cache: QueryClient, { spaceId, sequence, at }: JournalEntry): void {
  const id = partnershipOf(cache, spaceId);
  if (!id) return;
  const heard = { spaceId, sequence, at };
  cache.setQueryData(heardQuery(id).queryKey, (held: readonly Heard[] = []) => [...held, heard].slice(-most));
}

/** New entries are counted, never pushed under the reader's eyes. */
export const historyLive: LiveHandlers = onEvery(hear);

/** How many of those heard are newer than the list. */
export function newsCount(items: readonly HistoryItem[], heard: readonly Heard[]): number {
  const newest = items[0]?.entry.at ?? '';
  const shown = new Set(items.map(({ entry }) => `${entry.spaceId} ${entry.sequence}`));
  return heard.filter(({ spaceId, sequence, at }) => at >= newest && !shown.has(`${spaceId} ${sequence}`)).length;
}

import type { HistoryItem, PartnershipId } from '@mufakat/domain';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { changesKey } from '@/lib/changes';

type Page = { items: HistoryItem[]; hasMore: boolean };

/** What happened to one subject, newest first, fetched page by page. */
export const changesQuery = (partnershipId: PartnershipId, subjectId: string) =>
  infiniteQueryOptions({
    queryKey: changesKey(partnershipId, subjectId),
    queryFn: ({ pageParam, signal }) =>
      call('listHistory', { partnershipId, subjectId, limit: 30, ...(pageParam ? { before: pageParam } : {}) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => (last.hasMore ? (last.items.at(-1)?.entry.at ?? null) : null),
  });

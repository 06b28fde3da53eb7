import type { Comparison, DocumentId, TextRestoreId, TextVersion, TextVersionId } from '@mufakat/domain';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { v7 as newId } from 'uuid';
import { call } from '@/lib/api';
import { versionsKey } from './version-live';

type Page = { items: TextVersion[]; hasMore: boolean };

/** Which version is meant: one by its id, or the text as it is now. */
export type Chosen = TextVersionId | 'now';

/** A text that is being written is asked for again this often. */
const lively = 15_000;

/** The kept versions of a text, newest first, page by page. */
export const versionsQuery = (documentId: DocumentId) =>
  infiniteQueryOptions({
    queryKey: [...versionsKey(documentId), 'list'],
    queryFn: ({ pageParam, signal }) =>
      call('listTextVersions', { documentId, limit: 100, ...(pageParam ? { before: pageParam } : {}) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page) => (last.hasMore ? (last.items.map(({ at }) => at).toSorted()[0] ?? null) : null),
    refetchInterval: 60_000,
  });

/** One version for reading. */
export const readingQuery = (documentId: DocumentId, versionId: Chosen, comparedWith: Comparison | null) =>
  queryOptions({
    queryKey: [...versionsKey(documentId), 'reading', versionId, comparedWith],
    queryFn: ({ signal }) =>
      call('readTextVersion', { documentId, versionId, ...(comparedWith ? { comparedWith } : {}) }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: versionId === 'now' || comparedWith === 'now' ? lively : false,
  });

/** Keeps a version under a name; the same press sent twice names it once. */
export function useNameVersion(documentId: DocumentId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, name, of }: { id: TextVersionId; name: string; of: Chosen }) =>
      call('nameTextVersion', { documentId, id, name, versionId: of === 'now' ? null : of }),
    onSuccess: () => cache.invalidateQueries({ queryKey: versionsKey(documentId) }),
  });
}

export function useRestoreVersion(documentId: DocumentId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (versionId: TextVersionId) =>
      call('restoreTextVersion', { documentId, versionId, id: newId() as TextRestoreId }),
    onSuccess: () => cache.invalidateQueries({ queryKey: versionsKey(documentId) }),
  });
}

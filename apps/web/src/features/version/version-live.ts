import type { DocumentId } from '@mufakat/domain';
import type { QueryClient } from '@tanstack/react-query';
import { refreshChanges } from '@/lib/changes';
import { partnershipOf } from '@/lib/every-entry';
import type { LiveHandlers } from '@/lib/live';

/** Where the versions of a text stand in the cache. */
export const versionsKey = (documentId: DocumentId) => ['text-versions', documentId] as const;

type Told = { spaceId: Parameters<typeof partnershipOf>[1]; data: { id: string; documentId: DocumentId } };

function hear(cache: QueryClient, { spaceId, data }: Told): void {
  void cache.invalidateQueries({ queryKey: versionsKey(data.documentId) });
  const partnershipId = partnershipOf(cache, spaceId);
  if (partnershipId) refreshChanges(cache, { partnershipId, id: data.id });
}

/** How the list of versions stays true while others name and restore. */
export const versionLive: LiveHandlers = { 'text.version-named': hear, 'text.restored': hear };

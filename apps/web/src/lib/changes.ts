import type { PartnershipId } from '@mufakat/domain';
import type { QueryClient } from '@tanstack/react-query';

/** Where the history of one subject stands in the cache. */
export const changesKey = (partnershipId: PartnershipId, subjectId: string) =>
  ['partnership', partnershipId, 'changes', subjectId] as const;

/** Something happened to a subject: its history is asked for again where it is shown. For live handlers. */
export function refreshChanges(cache: QueryClient, subject: { partnershipId: PartnershipId; id: string }): void {
  void cache.invalidateQueries({ queryKey: changesKey(subject.partnershipId, subject.id) });
}

import type { JournalEntry, PartnershipId } from '@mufakat/domain';
import type { QueryClient } from '@tanstack/react-query';
import { partnershipOf, refreshSoon } from '@/lib/every-entry';
import type { LiveHandlers } from '@/lib/live';

/** Where the check of the journal stands in the cache. */
export const proofKey = (partnershipId: PartnershipId) => ['partnership', partnershipId, 'proof'] as const;

function checkAgain(cache: QueryClient, { spaceId }: Pick<JournalEntry, 'spaceId'>): void {
  const id = partnershipOf(cache, spaceId);
  if (id) refreshSoon(cache, proofKey(id));
}

/** The check is made again when somebody gave a word, which brings a receipt, or found a mismatch. */
export const proofLive: LiveHandlers = {
  'goal.signed': checkAgain,
  'goal.objected': checkAgain,
  'goal.sign-off-confirmed': checkAgain,
  'proof.mismatch-found': checkAgain,
};

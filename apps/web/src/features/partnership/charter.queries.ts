import type { CallInput, Charter, PartnershipId } from '@mufakat/domain';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api';
import type { LiveHandlers } from '@/lib/live';
import { applyEntry, newer } from '@/lib/newer';

/** How the partners of a partnership work together. */
export const charterQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'charter'],
    queryFn: ({ signal }) => call('readCharter', { partnershipId }, signal),
  });

export function useChangeCharter(partnershipId: PartnershipId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: Omit<CallInput<'changeCharter'>, 'partnershipId'>) =>
      call('changeCharter', { ...input, partnershipId }),
    onSuccess: (charter) => putCharter(cache, charter),
  });
}

function putCharter(cache: QueryClient, charter: Charter): void {
  applyEntry<Charter>(cache, charterQuery(charter.id).queryKey, (held) => newer(held, charter));
}

export const charterLive = {
  'charter.written': (cache, { data }) => putCharter(cache, data),
  'charter.changed': (cache, { data }) => putCharter(cache, data),
} satisfies LiveHandlers;

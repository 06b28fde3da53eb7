import type { CallInput, Invitation, PartnershipId } from '@mufakat/domain';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { useConfirmed } from '@/lib/confirm';
import type { LiveHandlers } from '@/lib/live';
import { meQuery } from '@/lib/me';
import { applyEntry, putNewer } from '@/lib/newer';
import { directoryQuery } from '@/lib/partnership';

export const invitationsQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'invitations'],
    queryFn: ({ signal }) => call('listInvitations', { partnershipId }, signal),
  });

export const previewQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => call('previewInvitation', { token }),
    enabled: token.length >= 8,
    retry: false,
    gcTime: 0,
  });

/** Takes the seat: as whoever is signed in, or as a new person. */
export function useAcceptInvitation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'acceptInvitation'>) => call('acceptInvitation', input),
    onSuccess: ({ partnershipId: _, ...me }) => {
      cache.clear();
      cache.setQueryData(meQuery.queryKey, me);
    },
  });
}

export function useCreatePartnership() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'createPartnership'>) => call('createPartnership', input),
    onSuccess: (directory) => {
      cache.setQueryData(directoryQuery(directory.partnership.id).queryKey, directory);
      return cache.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
    },
  });
}

export function useChangePartnership(partnershipId: PartnershipId) {
  const cache = useQueryClient();
  const { queryKey } = directoryQuery(partnershipId);
  return useMutation({
    mutationFn: (change: Omit<CallInput<'changePartnership'>, 'partnershipId'>) =>
      call('changePartnership', { ...change, partnershipId }),
    onSuccess: (partnership) => void cache.setQueryData(queryKey, (held) => held && { ...held, partnership }),
  });
}

export function useInvite(partnershipId: PartnershipId) {
  const cache = useQueryClient();
  const confirmed = useConfirmed();
  return useMutation({
    mutationFn: (input: Omit<CallInput<'createInvitation'>, 'partnershipId'>) =>
      confirmed(() => call('createInvitation', { ...input, partnershipId })),
    onSuccess: ({ invitation }) => putInvitation(cache, partnershipId, invitation),
  });
}

export function useRevokeInvitation(partnershipId: PartnershipId) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version }: Invitation) => call('revokeInvitation', { partnershipId, invitationId: id, version }),
    onSuccess: (invitation) => putInvitation(cache, partnershipId, invitation),
  });
}

/** Changes or ends a seat; binding, so the password may be asked again. */
export function useChangeSeat(partnershipId: PartnershipId) {
  const cache = useQueryClient();
  const confirmed = useConfirmed();
  const { queryKey } = directoryQuery(partnershipId);
  return useMutation({
    mutationFn: (change: SeatChange) =>
      confirmed(() =>
        change.ends
          ? call('removeSeat', { partnershipId, seatId: change.seatId, version: change.version })
          : call('changeSeat', { partnershipId, ...change.to, seatId: change.seatId, version: change.version }),
      ),
    onSuccess: (member) =>
      void cache.setQueryData(
        queryKey,
        (held) => held && { ...held, members: putNewer(held.members, member, ({ seatId }) => seatId) },
      ),
  });
}

type SeatChange = Pick<CallInput<'changeSeat'>, 'seatId' | 'version'> & {
  to: Pick<CallInput<'changeSeat'>, 'role' | 'isSignatory'>;
  ends: boolean;
};

function putInvitation(cache: QueryClient, partnershipId: PartnershipId, come: Invitation): void {
  applyEntry<Invitation[]>(cache, invitationsQuery(partnershipId).queryKey, (held) =>
    putNewer(held, come, ({ id }) => id),
  );
}

/** An entry names its space; the partnership whose invitations are shown is the one that opens it. */
function partnershipsShown(cache: QueryClient): PartnershipId[] {
  return cache
    .getQueryCache()
    .findAll({ queryKey: ['partnership'] })
    .filter(({ queryKey }) => queryKey[2] === 'invitations')
    .map(({ queryKey }) => queryKey[1] as PartnershipId);
}

const show = (cache: QueryClient, { data, spaceId }: { data: Invitation; spaceId: string }): void => {
  for (const id of partnershipsShown(cache)) {
    const spaces = cache.getQueryData(directoryQuery(id).queryKey)?.spaces;
    if (spaces?.shared === spaceId || spaces?.own === spaceId) putInvitation(cache, id, data);
  }
};

export const invitationLive = {
  'invitation.created': show,
  'invitation.used': show,
  'invitation.closed': show,
} satisfies LiveHandlers;

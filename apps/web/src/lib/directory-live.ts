import type { Directory, Member, Partner, Partnership, PartnershipId, SpaceId } from '@mufakat/domain';
import type { QueryClient } from '@tanstack/react-query';
import type { LiveHandlers } from './live';
import { newer, putNewer } from './newer';
import { directoryQuery } from './partnership';

/** How the directory stays true while others join, change and leave. */
export const directoryLive: LiveHandlers = {
  'partnership.changed': (cache, { data }) => putPartnership(cache, data),
  'partner.joined': (cache, { data }) => putPartner(cache, data),
  'partner.changed': (cache, { data }) => putPartner(cache, data),
  'seat.taken': (cache, { data, spaceId }) => putMember(cache, spaceId, data),
  'seat.changed': (cache, { data, spaceId }) => putMember(cache, spaceId, data),
  'seat.removed': (cache, { data, spaceId }) => putMember(cache, spaceId, data),
};

function change(cache: QueryClient, id: PartnershipId, how: (directory: Directory) => Directory): void {
  cache.setQueryData(directoryQuery(id).queryKey, (held) => held && how(held));
}

export function putPartnership(cache: QueryClient, partnership: Partnership): void {
  change(cache, partnership.id, (held) => ({ ...held, partnership: newer(held.partnership, partnership) }));
}

function putPartner(cache: QueryClient, partner: Partner): void {
  change(cache, partner.partnershipId, (held) => ({
    ...held,
    partners: putNewer(held.partners, partner, ({ id }) => id),
  }));
}

/** A member does not name the partnership; the space does. */
export function putMember(cache: QueryClient, spaceId: SpaceId, member: Member): void {
  for (const [, held] of cache.getQueriesData<Directory>({ queryKey: ['partnership'] })) {
    if (!held || !('spaces' in held) || (held.spaces.shared !== spaceId && held.spaces.own !== spaceId)) continue;
    change(cache, held.partnership.id, (now) => ({
      ...now,
      members: putNewer(now.members, member, ({ seatId }) => seatId),
    }));
  }
}

import type { Directory, Member, Partner, PartnershipId, Seat } from '@mufakat/domain';
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { call } from './api';

/** The partnership, its partners and members: what every screen inside it stands on. */
export const directoryQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'directory'],
    queryFn: ({ signal }) => call('readDirectory', { partnershipId }, signal),
    staleTime: 60_000,
  });

/** The directories of all partnerships this page has opened. */
export const heldDirectories = (cache: QueryClient): Directory[] =>
  cache
    .getQueriesData<Directory>({ queryKey: ['partnership'], predicate: ({ queryKey }) => queryKey[2] === 'directory' })
    .flatMap(([, held]) => held ?? []);

/** A partnership as a screen sees it, with the ways to find who is meant by an id. */
export type PartnershipView = {
  id: PartnershipId;
  directory: Directory;
  seat: Seat;
  me: Member;
  zone: string;
  partner: (partnerId: string) => Partner | undefined;
  member: (seatId: string | null) => Member | undefined;
  partnerOf: (seatId: string | null) => Partner | undefined;
};

/** Makes the view from the directory; null when the own seat is not in it. */
export function partnershipView(directory: Directory): PartnershipView | null {
  const partners = new Map<string, Partner>(directory.partners.map((partner) => [partner.id, partner]));
  const members = new Map<string, Member>(directory.members.map((member) => [member.seatId, member]));
  const me = members.get(directory.mySeatId);
  const own = me && partners.get(me.partnerId);
  if (!me || !own) return null;
  const member = (seatId: string | null) => (seatId ? members.get(seatId) : undefined);
  return {
    id: directory.partnership.id,
    directory,
    me,
    seat: {
      id: me.seatId,
      personId: me.personId,
      partnershipId: directory.partnership.id,
      partnerId: me.partnerId,
      organizationId: own.organization.id,
      role: me.role,
      isSignatory: me.isSignatory,
      spaces: directory.spaces,
    },
    zone: directory.partnership.zone,
    partner: (partnerId) => partners.get(partnerId),
    member,
    partnerOf: (seatId) => {
      const found = member(seatId);
      return found && partners.get(found.partnerId);
    },
  };
}

const PartnershipContext = createContext<PartnershipView | null>(null);

/** Gives the screens below the partnership of the address. */
export function PartnershipProvider({ id, children }: { id: PartnershipId; children: ReactNode }) {
  const { data } = useSuspenseQuery(directoryQuery(id));
  const view = useMemo(() => partnershipView(data), [data]);
  if (!view) throw new Error('The directory does not hold the own seat');
  return <PartnershipContext value={view}>{children}</PartnershipContext>;
}

/** The partnership of this screen. */
export function usePartnership(): PartnershipView {
  const view = useContext(PartnershipContext);
  if (!view) throw new Error('usePartnership needs a PartnershipProvider above it');
  return view;
}

/** For tests and for the frame: the context itself. */
export { PartnershipContext };

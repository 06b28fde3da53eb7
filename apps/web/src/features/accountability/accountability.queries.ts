import type { CallInput, PartnershipId } from '@mufakat/domain';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { refreshOnEvery } from '@/lib/every-entry';
import type { LiveHandlers } from '@/lib/live';

export type Period = NonNullable<CallInput<'readDashboard'>['period']>;

/** The periods one can look back, the usual one in the middle. */
export const periods = ['30', '90', '180'] as const satisfies readonly Period[];

const key = (partnershipId: PartnershipId) => ['partnership', partnershipId, 'accountability'] as const;

/** The figures of a period; while another one is on its way the last stays. */
export const dashboardQuery = (partnershipId: PartnershipId, period: Period) =>
  queryOptions({
    queryKey: [...key(partnershipId), period],
    queryFn: ({ signal }) => call('readDashboard', { partnershipId, period }, signal),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

/** The figures are counted anew whenever something happens. */
export const accountabilityLive: LiveHandlers = refreshOnEvery(key);

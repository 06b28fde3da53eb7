import type { PartnershipId } from '@mufakat/domain';
import { queryOptions } from '@tanstack/react-query';
import { call } from './api';

/** What concerns the person in this partnership; the bell counts it, the inbox lists it. */
export const notificationsQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'notifications'],
    queryFn: ({ signal }) => call('listNotifications', { partnershipId }, signal),
  });

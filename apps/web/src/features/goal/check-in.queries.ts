import type { CallInput, CheckInId, Goal } from '@mufakat/domain';
import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api';
import { useDeed } from './goal.queries';

/** The reports on a goal; asked again whenever there is a newer one, or the last one was read. */
export const checkInsQuery = ({ partnershipId, id, lastCheckIn }: Goal) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'goal', id, 'check-ins', lastCheckIn?.id, lastCheckIn?.acknowledgedAt],
    queryFn: ({ signal }) => call('listCheckIns', { partnershipId, goalId: id }, signal),
  });

type Report = Omit<CallInput<'checkIn'>, 'partnershipId' | 'goalId' | 'version'>;

export const useCheckIn = (goal: Goal) =>
  useDeed<Report>(goal, { send: (at, report) => call('checkIn', { ...at, ...report }) });

export const useAcknowledge = (goal: Goal) =>
  useDeed<CheckInId>(goal, {
    send: ({ partnershipId, goalId }, checkInId) => call('acknowledgeCheckIn', { partnershipId, goalId, checkInId }),
  });

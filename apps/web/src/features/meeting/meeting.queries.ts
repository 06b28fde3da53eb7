import type {
  AgendaItem,
  AgendaItemId,
  CallInput,
  Meeting,
  MeetingId,
  MeetingState,
  PartnershipId,
} from '@mufakat/domain';
import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, isRefused } from '@/lib/api';
import type { LiveHandlers } from '@/lib/live';
import { applyEntry, putNewer } from '@/lib/newer';
import { usePartnership } from '@/lib/partnership';

/** Every meeting with its agenda and attendance; the page of one meeting reads from the same answer. */
export const meetingsQuery = (partnershipId: PartnershipId) =>
  queryOptions({
    queryKey: ['partnership', partnershipId, 'meetings'],
    queryFn: ({ signal }) => call('listMeetings', { partnershipId }, signal),
  });

type At = { partnershipId: PartnershipId; meetingId: MeetingId; version: number };

/** One change of one meeting, whatever it is. */
type MeetingDeed = {
  meeting: Meeting;
  /** How the meeting looks at once, before the server has answered. */
  shows: (held: Meeting) => Meeting;
  send: (at: At) => Promise<Meeting>;
};

/** Changes meetings one after the other: on screen at once, taken back if the server refuses. */
export function useMeetingDeed() {
  const cache = useQueryClient();
  const { id: partnershipId } = usePartnership();
  return useMutation({
    scope: { id: `meetings of ${partnershipId}` },
    mutationFn: ({ meeting, send }: MeetingDeed) =>
      send({ partnershipId, meetingId: meeting.id, version: heldMeeting(cache, meeting).version }),
    onMutate: ({ meeting, shows }) => {
      const before = heldMeeting(cache, meeting);
      replace(cache, shows(before));
      return before;
    },
    onSuccess: (meeting) => putMeeting(cache, meeting),
    onError: (error, { meeting }, before) => {
      if (before && heldMeeting(cache, meeting).version === before.version) replace(cache, before);
      if (isRefused(error, 'version.stale') && error.data.current) putMeeting(cache, error.data.current as Meeting);
    },
  });
}

export type NewMeeting = Omit<CallInput<'scheduleMeeting'>, 'partnershipId'>;

/** Schedules a meeting; the same words sent again are the same meeting. */
export function useScheduleMeeting() {
  const cache = useQueryClient();
  const { id: partnershipId } = usePartnership();
  return useMutation({
    mutationFn: (meeting: NewMeeting) => call('scheduleMeeting', { ...meeting, partnershipId }),
    onSuccess: (meeting) => putMeeting(cache, meeting),
  });
}

type MeetingPlan = Partial<Pick<Meeting, 'title' | 'startsAt' | 'endsAt' | 'place' | 'url' | 'chairId'>>;
type ItemFields = Partial<Omit<AgendaItem, 'id'>>;

/** What can be asked for a meeting; each is one change. */
export const meetingDeeds = {
  plan: (meeting: Meeting, plan: MeetingPlan): MeetingDeed => ({
    meeting,
    shows: (held) => ({ ...held, ...plan }),
    send: (at) => call('changeMeeting', { ...at, ...plan }),
  }),
  move: (meeting: Meeting, state: MeetingState): MeetingDeed => ({
    meeting,
    shows: (held) => ({ ...held, state }),
    send: (at) => call('moveMeeting', { ...at, state }),
  }),
  addItem: (meeting: Meeting, item: Omit<AgendaItem, 'state'>): MeetingDeed => ({
    meeting,
    shows: (held) => ({ ...held, agenda: [...held.agenda, { ...item, state: 'open' }] }),
    send: (at) => {
      const { id: agendaItemId, ...fields } = item;
      return call('addAgendaItem', { ...at, ...fields, agendaItemId });
    },
  }),
  changeItem: (meeting: Meeting, agendaItemId: AgendaItemId, fields: ItemFields): MeetingDeed => ({
    meeting,
    shows: (held) => ({
      ...held,
      agenda: held.agenda.map((item) => (item.id === agendaItemId ? { ...item, ...fields } : item)),
    }),
    send: (at) => call('changeAgendaItem', { ...at, ...fields, agendaItemId }),
  }),
  removeItem: (meeting: Meeting, agendaItemId: AgendaItemId): MeetingDeed => ({
    meeting,
    shows: (held) => ({ ...held, agenda: held.agenda.filter(({ id }) => id !== agendaItemId) }),
    send: (at) => call('removeAgendaItem', { ...at, agendaItemId }),
  }),
  attend: (
    meeting: Meeting,
    seatId: Meeting['attendance'][number]['seatId'],
    status: Meeting['attendance'][number]['status'] | null,
  ): MeetingDeed => ({
    meeting,
    shows: (held) => {
      const others = held.attendance.filter((each) => each.seatId !== seatId);
      return { ...held, attendance: status === null ? others : [...others, { seatId, status }] };
    },
    send: ({ partnershipId, meetingId }) => call('setAttendance', { partnershipId, meetingId, seatId, status }),
  }),
};

function heldMeeting(cache: QueryClient, meeting: Meeting): Meeting {
  const meetings = cache.getQueryData<Meeting[]>(meetingsQuery(meeting.partnershipId).queryKey);
  return meetings?.find(({ id }) => id === meeting.id) ?? meeting;
}

function replace(cache: QueryClient, meeting: Meeting): void {
  cache.setQueryData<Meeting[]>(meetingsQuery(meeting.partnershipId).queryKey, (meetings) =>
    meetings?.map((held) => (held.id === meeting.id ? meeting : held)),
  );
}

function putMeeting(cache: QueryClient, meeting: Meeting): void {
  applyEntry<Meeting[]>(cache, meetingsQuery(meeting.partnershipId).queryKey, (meetings) =>
    putNewer(meetings, meeting, ({ id }) => id),
  );
}

/** How the meetings stay true while others work. */
export const meetingLive: LiveHandlers = {
  'meeting.scheduled': (cache, { data }) => putMeeting(cache, data),
  'meeting.changed': (cache, { data }) => putMeeting(cache, data),
  'meeting.moved': (cache, { data }) => putMeeting(cache, data),
  'meeting.agenda-changed': (cache, { data }) => putMeeting(cache, data),
  'meeting.attendance-changed': (cache, { data }) => putMeeting(cache, data),
};

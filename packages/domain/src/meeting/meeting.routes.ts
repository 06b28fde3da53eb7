import * as z from 'zod';
import { AgendaItemId, DocumentId, MeetingId, PartnershipId, SeatId } from '../kernel/id.js';
import { route } from '../kernel/route.js';
import { freeText, Locale, Moment, requiredText, Version } from '../kernel/value.js';
import { AgendaItem, Attendance, Meeting, MeetingState } from './meeting.schema.js';

const meetings = '/partnerships/:partnershipId/meetings' as const;
const aMeeting = z.object({ partnershipId: PartnershipId, meetingId: MeetingId });
const changing = ['version.stale', 'seat.read-only', 'meeting.over'] as const;
const url = Meeting.shape.url;

export const listMeetings = route({
  id: 'listMeetings',
  method: 'GET',
  path: meetings,
  access: 'seat',
  summary: 'All meetings, with agenda and attendance.',
  input: z.object({ partnershipId: PartnershipId }),
  output: z.array(Meeting),
  refusals: [],
});

export const readMeeting = route({
  id: 'readMeeting',
  method: 'GET',
  path: `${meetings}/:meetingId`,
  access: 'seat',
  summary: 'One meeting.',
  input: aMeeting,
  output: Meeting,
  refusals: [],
});

export const scheduleMeeting = route({
  id: 'scheduleMeeting',
  method: 'POST',
  path: meetings,
  access: 'seat',
  summary: 'Schedules a meeting with co-edited notes.',
  input: z.object({
    partnershipId: PartnershipId,
    id: MeetingId,
    documentId: DocumentId,
    title: requiredText(160),
    startsAt: Moment,
    endsAt: Moment,
    place: freeText(160),
    url,
    locale: Locale,
  }),
  output: Meeting,
  refusals: ['id.taken', 'seat.read-only', 'meeting.times-reversed'],
});

export const changeMeeting = route({
  id: 'changeMeeting',
  method: 'PATCH',
  path: `${meetings}/:meetingId`,
  access: 'seat',
  summary: 'Changes title, times, place, link or chair.',
  input: aMeeting.extend({
    title: requiredText(160).optional(),
    startsAt: Moment.optional(),
    endsAt: Moment.optional(),
    place: freeText(160).optional(),
    url: url.optional(),
    chairId: SeatId.nullable().optional(),
    version: Version,
  }),
  output: Meeting,
  refusals: [...changing, 'meeting.times-reversed', 'seat.ended'],
});

export const moveMeeting = route({
  id: 'moveMeeting',
  method: 'POST',
  path: `${meetings}/:meetingId/move`,
  access: 'seat',
  summary: 'Starts, ends or cancels a meeting.',
  input: aMeeting.extend({ state: MeetingState, version: Version }),
  output: Meeting,
  refusals: ['version.stale', 'seat.role-needed', 'seat.read-only', 'meeting.illegal-move'],
});

export const addAgendaItem = route({
  id: 'addAgendaItem',
  method: 'POST',
  path: `${meetings}/:meetingId/agenda`,
  access: 'seat',
  summary: 'Adds an item to the agenda.',
  input: aMeeting.extend({
    agendaItemId: AgendaItemId,
    ...AgendaItem.omit({ id: true, state: true }).shape,
    version: Version,
  }),
  output: Meeting,
  refusals: [...changing, 'id.taken', 'meeting.agenda-full'],
});

export const changeAgendaItem = route({
  id: 'changeAgendaItem',
  method: 'PATCH',
  path: `${meetings}/:meetingId/agenda/:agendaItemId`,
  access: 'seat',
  summary: 'Changes an agenda item, its place or its state.',
  input: aMeeting.extend({
    agendaItemId: AgendaItemId,
    ...AgendaItem.omit({ id: true }).partial().shape,
    version: Version,
  }),
  output: Meeting,
  refusals: changing,
});

export const removeAgendaItem = route({
  id: 'removeAgendaItem',
  method: 'DELETE',
  path: `${meetings}/:meetingId/agenda/:agendaItemId`,
  access: 'seat',
  summary: 'Takes an item off the agenda.',
  input: aMeeting.extend({ agendaItemId: AgendaItemId, version: Version }),
  output: Meeting,
  refusals: changing,
});

export const setAttendance = route({
  id: 'setAttendance',
  method: 'PUT',
  path: `${meetings}/:meetingId/attendance/:seatId`,
  access: 'seat',
  summary: 'Says whether one person was there; null clears it. Several people may tick at once: each sets one row.',
  input: aMeeting.extend({ seatId: SeatId, status: Attendance.shape.status.nullable() }),
  output: Meeting,
  refusals: ['seat.read-only', 'seat.ended', 'meeting.over'],
});

export const meetingRoutes = {
  listMeetings,
  readMeeting,
  scheduleMeeting,
  changeMeeting,
  moveMeeting,
  addAgendaItem,
  changeAgendaItem,
  removeAgendaItem,
  setAttendance,
} as const;

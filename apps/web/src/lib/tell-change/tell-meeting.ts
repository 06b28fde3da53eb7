import type { Meeting } from '@mufakat/domain';
import { difference, orNone, type Told } from './difference';
import type { Saying, Teller } from './tell-change';

/** Meetings, their agenda and who was there. */
export const tellMeeting: Teller<'meeting'> = {
  'meeting.scheduled': (meeting, _, { words, names }) => ({
    did: words.meeting.scheduled(meeting.title),
    details: [words.set(words.fields.startsAt, names.moment(meeting.startsAt))],
  }),
  'meeting.changed': (meeting, before, saying) => ({
    did: saying.words.meeting.changed(meeting.title),
    details: difference(before && fieldsOf(before, saying), fieldsOf(meeting, saying), saying),
  }),
  'meeting.moved': ({ title, state }, _, { words }) => ({
    did: words.meeting.moved(title, words.meetingStates[state]),
  }),
  'meeting.agenda-changed': (meeting, before, { words }) => ({
    did: words.meeting.agenda(meeting.title),
    details: [
      ...missing(before, meeting).map(words.meeting.agendaAdded),
      ...(before ? missing(meeting, before).map(words.meeting.agendaRemoved) : []),
    ],
  }),
  'meeting.attendance-changed': (meeting, before, saying) => ({
    did: saying.words.meeting.attendance(meeting.title),
    details: attendanceOf(meeting, before, saying),
  }),
};

function fieldsOf(meeting: Meeting, { words, names }: Saying): Told[] {
  return [
    [words.fields.title, meeting.title],
    [words.fields.startsAt, names.moment(meeting.startsAt)],
    [words.fields.endsAt, names.moment(meeting.endsAt)],
    [words.fields.place, orNone(meeting.place)],
    [words.fields.url, orNone(meeting.url)],
    [words.fields.chair, names.seat(meeting.chairId)],
  ];
}

/** The agenda items one copy holds and the other does not. */
function missing(one: Meeting | null, other: Meeting): string[] {
  const known = new Set(one?.agenda.map(({ id }) => id));
  return other.agenda.filter(({ id }) => !known.has(id)).map(({ title }) => title);
}

function attendanceOf(meeting: Meeting, before: Meeting | null, { words, names }: Saying): string[] {
  const was = new Map(before?.attendance.map(({ seatId, status }) => [seatId, status]));
  return meeting.attendance
    .filter(({ seatId, status }) => was.get(seatId) !== status)
    .map(({ seatId, status }) => words.set(names.seat(seatId) ?? words.somebody, words.attendance[status]));
}

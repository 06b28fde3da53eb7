import type { Refusal } from '../kernel/refusals.js';
import { may, type Seat } from '../kernel/seat.js';
import type { Meeting, MeetingState } from './meeting.schema.js';

/** From each state, where a meeting may go next. */
export const meetingMoves: Record<MeetingState, readonly MeetingState[]> = {
  scheduled: ['running', 'cancelled'],
  running: ['ended', 'scheduled'],
  ended: ['running'],
  cancelled: ['scheduled'],
};

export function meetingWriteRefusal(seat: Seat): Refusal | null {
  return may(seat, 'write') ? null : 'seat.read-only';
}

/** Why this seat cannot change the plan, agenda or attendance of this meeting. */
export function meetingChangeRefusal(seat: Seat, meeting: Pick<Meeting, 'state'>): Refusal | null {
  const isOver = meeting.state === 'ended' || meeting.state === 'cancelled';
  return meetingWriteRefusal(seat) ?? (isOver ? 'meeting.over' : null);
}

/** Why this seat cannot start, end or cancel the meeting. */
export function meetingMoveRefusal(seat: Seat, meeting: Pick<Meeting, 'state'>, state: MeetingState): Refusal | null {
  if (!may(seat, 'write')) return 'seat.read-only';
  if (!may(seat, 'meeting.run')) return 'seat.role-needed';
  return meetingMoves[meeting.state].includes(state) ? null : 'meeting.illegal-move';
}

export function timesRefusal(meeting: { startsAt: string; endsAt: string }): Refusal | null {
  return Date.parse(meeting.endsAt) > Date.parse(meeting.startsAt) ? null : 'meeting.times-reversed';
}

/** The firms of which somebody was present. `partnerOf` tells whom a seat sits for. */
export function presentPartners<Id extends string>(
  meeting: Pick<Meeting, 'attendance'>,
  partnerOf: (seatId: Meeting['attendance'][number]['seatId']) => Id | undefined,
): Set<Id> {
  const present = meeting.attendance
    .filter(({ status }) => status === 'present')
    .map(({ seatId }) => partnerOf(seatId));
  return new Set(present.filter((id): id is Id => id !== undefined));
}

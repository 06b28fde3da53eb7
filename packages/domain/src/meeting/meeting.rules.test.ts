import { describe, expect, it } from '@jest/globals';
import type { Role, Seat } from '../kernel/seat.js';
import {
  meetingChangeRefusal,
  meetingMoveRefusal,
  meetingMoves,
  presentPartners,
  timesRefusal,
} from './meeting.rules.js';
import { MeetingState, type Meeting } from './meeting.schema.js';

const seatAs = (role: Role) => ({ role }) as Seat;

describe('a meeting', () => {
  it('changes until it has ended or is cancelled, and never by an observer', () => {
    const refusals = MeetingState.options.map((state) => meetingChangeRefusal(seatAs('member'), { state }));
    expect(refusals).toEqual([null, null, 'meeting.over', 'meeting.over']);
    expect(meetingChangeRefusal(seatAs('observer'), { state: 'running' })).toBe('seat.read-only');
  });

  it('goes exactly where the table says', () => {
    for (const from of MeetingState.options) {
      const reachable = MeetingState.options.filter(
        (state) => meetingMoveRefusal(seatAs('member'), { state: from }, state) === null,
      );
      expect(new Set(reachable)).toEqual(new Set(meetingMoves[from]));
    }
    expect(meetingMoveRefusal(seatAs('observer'), { state: 'scheduled' }, 'running')).toBe('seat.read-only');
  });

  it('ends after it starts', () => {
    const startsAt = '2026-11-25T02:00:00Z';
    expect(timesRefusal({ startsAt, endsAt: '2026-11-25T02:00:01Z' })).toBeNull();
    expect(timesRefusal({ startsAt, endsAt: startsAt })).toBe('meeting.times-reversed');
  });

  it('counts a firm as present when one of its people is', () => {
    const attendance = [
      { seatId: 'a1', status: 'present' },
      { seatId: 'a2', status: 'absent' },
      { seatId: 'b1', status: 'excused' },
      { seatId: 'unknown', status: 'present' },
    ] as unknown as Meeting['attendance'];
    const partnerOf = (seatId: string) => ({ a1: 'A', a2: 'A', b1: 'B' })[seatId];
    expect(presentPartners({ attendance }, partnerOf)).toEqual(new Set(['A']));
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Seat } from '../kernel/seat.js';
import { acknowledgeRefusal, checkInDue, checkInRefusal, falls, sentenceRefusal } from './check-in.rules.js';
import type { Goal } from './goal.schema.js';

const seat = (id: string, role = 'member') => ({ id, role }) as Seat;
const running = {
  archivedAt: null,
  state: 'running',
  championId: 'ana',
  reviewerId: 'budi',
  runningSince: '2026-11-01T00:00:00.000Z',
  lastCheckIn: null,
} as unknown as Goal;
const quiet = { note: '', blockers: '' };

describe('reports on a goal that runs', () => {
  it('come from its champion and are read by its reviewer', () => {
    expect(checkInRefusal(seat('ana'), running)).toBeNull();
    expect(checkInRefusal(seat('budi'), running)).toBe('check-in.champion-only');
    expect(checkInRefusal(seat('ana'), { ...running, state: 'agreed' })).toBe('goal.not-running');
    expect(checkInRefusal(seat('ana', 'observer'), running)).toBe('seat.read-only');
    expect(acknowledgeRefusal(seat('budi'), running)).toBeNull();
    expect(acknowledgeRefusal(seat('ana'), running)).toBe('check-in.reviewer-only');
  });

  it('want a sentence when the status falls, and only then', () => {
    expect(falls(null, { status: 'attention' })).toBe(true);
    expect(falls({ status: 'stuck' }, { status: 'attention' })).toBe(false);
    expect(sentenceRefusal(null, { status: 'on-track', ...quiet })).toBeNull();
    expect(sentenceRefusal({ status: 'attention' }, { status: 'stuck', ...quiet })).toBe('check-in.sentence-needed');
    expect(sentenceRefusal(null, { status: 'stuck', ...quiet, blockers: 'Oven penuh' })).toBeNull();
    expect(sentenceRefusal({ status: 'stuck' }, { status: 'stuck', ...quiet })).toBeNull();
  });

  it('are due fourteen days after the last one, or after the goal began to run', () => {
    expect(checkInDue(running)).toBe(Date.parse('2026-11-15T00:00:00.000Z'));
    const lastCheckIn = { at: '2026-11-10T00:00:00.000Z' } as Goal['lastCheckIn'];
    expect(checkInDue({ ...running, lastCheckIn })).toBe(Date.parse('2026-11-24T00:00:00.000Z'));
    expect(checkInDue({ ...running, state: 'achieved' })).toBeNull();
  });
});

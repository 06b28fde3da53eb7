import { describe, expect, it } from '@jest/globals';
import type { Role, Seat } from '../kernel/seat.js';
import {
  archiveRefusal,
  byRank,
  columnOf,
  datesRefusal,
  expectedProgress,
  goalChangeRefusal,
  goalGaps,
  goalMoveRefusal,
  goalProgress,
  paceOf,
  targetProgress,
  targetRefusal,
} from './goal.rules.js';
import { GoalState } from './goal.schema.js';
import type { Target } from './target.schema.js';

const seatAs = (role: Role) => ({ role }) as Seat;
const target = (change: Partial<Target>) =>
  ({ direction: 'up', baseline: '2', target: '6', lowerBound: null, current: '3', weight: 1, ...change }) as Target;
const draft = { archivedAt: null, state: 'draft' } as const;

describe('progress of a target (G1)', () => {
  it('is the way gone between baseline and target, up or down', () => {
    expect(targetProgress(target({}))).toBe(0.25);
    const down = target({ direction: 'down', baseline: '7.5', target: '3', current: '5.2' });
    expect(targetProgress(down)).toBeCloseTo(0.51, 2);
  });

  it('never leaves 0 to 1', () => {
    expect(targetProgress(target({ current: '9' }))).toBe(1);
    expect(targetProgress(target({ current: '-4' }))).toBe(0);
  });

  it('is all or nothing for a band, its bounds included', () => {
    const band = (current: string) =>
      targetProgress(target({ direction: 'keep', lowerBound: '4', target: '6', current }));
    expect(['3.9999', '4', '5', '6', '6.0001'].map(band)).toEqual([0, 1, 1, 1, 0]);
  });

  it('is all or nothing when the baseline is the target', () => {
    const up = (current: string) => targetProgress(target({ baseline: '6', current }));
    const down = (current: string) => targetProgress(target({ direction: 'down', baseline: '6', current }));
    expect([up('5'), up('6'), down('6'), down('7')]).toEqual([0, 1, 1, 0]);
  });
});

describe('progress of a goal (G2)', () => {
  it('weighs its targets and is unknown without any', () => {
    expect(goalProgress([])).toBeNull();
    expect(goalProgress([target({ weight: 3 }), target({ current: '6', weight: 1 })])).toBeCloseTo(0.4375);
  });

  it('is expected to grow evenly between the dates', () => {
    const dates = { startsOn: '2026-06-01', endsOn: '2027-05-31' };
    expect(expectedProgress(dates, '2026-11-24')).toBeCloseTo(0.48, 2);
    expect(expectedProgress(dates, '2026-05-01')).toBe(0);
    expect(expectedProgress(dates, '2027-06-30')).toBe(1);
    expect(expectedProgress({ ...dates, endsOn: null }, '2026-11-24')).toBeNull();
  });

  it('still is on track exactly 10 points behind, and needs attention exactly 25 behind', () => {
    expect([paceOf(0.5, 0.6), paceOf(0.3, 0.4)]).toEqual(['on-track', 'on-track']);
    expect([paceOf(0.4999, 0.6), paceOf(0.35, 0.6), paceOf(0.15, 0.4)]).toEqual([
      'attention',
      'attention',
      'attention',
    ]);
    expect(paceOf(0.3499, 0.6)).toBe('stuck');
    expect([paceOf(null, 0.6), paceOf(0.3, null)]).toEqual([null, null]);
  });
});

describe('who may do what with a goal', () => {
  it('lets everybody but observers write until it is archived', () => {
    for (const role of ['facilitator', 'partner-admin', 'member'] as const) {
      expect(goalChangeRefusal(seatAs(role), draft)).toBeNull();
      expect(goalChangeRefusal(seatAs(role), { archivedAt: '2026-11-24T02:00:00Z' })).toBe('goal.archived');
    }
    expect(goalChangeRefusal(seatAs('observer'), draft)).toBe('seat.read-only');
  });

  it('moves a card only inside its column, because signatures move it on', () => {
    const champion = { ...seatAs('member'), id: 'champion' } as Seat;
    const goal = { ...draft, championId: champion.id };
    const refusals = GoalState.options.map((state) => goalMoveRefusal(champion, goal, state));
    expect(refusals).toEqual([null, 'goal.propose-there', ...Array.from({ length: 6 }, () => 'goal.needs-sign-off')]);
  });

  it('lets the champion, and nobody else, set going what is agreed', () => {
    const champion = { ...seatAs('member'), id: 'champion' } as Seat;
    const agreed = { archivedAt: null, state: 'agreed', championId: champion.id } as const;
    expect(goalMoveRefusal(champion, agreed, 'running')).toBeNull();
    expect(goalMoveRefusal(seatAs('facilitator'), agreed, 'running')).toBe('goal.champion-only');
    expect(goalMoveRefusal(champion, agreed, 'achieved')).toBe('goal.needs-sign-off');
  });

  it('archives drafts only', () => {
    expect(archiveRefusal(seatAs('member'), draft)).toBeNull();
    expect(archiveRefusal(seatAs('member'), { ...draft, state: 'agreed' })).toBe('goal.needs-sign-off');
  });

  it('wants dates and bands in order', () => {
    expect(datesRefusal({ startsOn: '2026-06-01', endsOn: '2026-06-02' })).toBeNull();
    expect(datesRefusal({ startsOn: '2026-06-01', endsOn: '2026-06-01' })).toBe('goal.dates-reversed');
    expect(datesRefusal({ startsOn: null, endsOn: '2026-06-01' })).toBeNull();
    expect(targetRefusal({ direction: 'keep', target: '10', lowerBound: '9' })).toBeNull();
    expect(targetRefusal({ direction: 'keep', target: '9', lowerBound: '10' })).toBe('target.band-missing');
    expect(targetRefusal({ direction: 'keep', target: '9', lowerBound: null })).toBe('target.band-missing');
    expect(targetRefusal({ direction: 'up', target: '9', lowerBound: null })).toBeNull();
  });

  it('names what a draft still lacks, and puts every ended state in the last column', () => {
    const empty = { benefit: null, championId: null, reviewerId: null, startsOn: null, endsOn: null, targets: [] };
    expect(goalGaps(empty)).toEqual(['benefit', 'target', 'champion', 'reviewer', 'dates']);
    expect(GoalState.options.map(columnOf).slice(4)).toEqual(['ended', 'ended', 'ended', 'ended']);
    const cards = [
      { rank: 'a0', id: '2' },
      { rank: 'Zz', id: '3' },
      { rank: 'a0', id: '1' },
    ];
    expect(cards.toSorted(byRank).map(({ id }) => id)).toEqual(['3', '1', '2']);
  });
});

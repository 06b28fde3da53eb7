import { describe, expect, it } from '@jest/globals';
import type { GoalId, PartnerId, PartnershipId, Rate, Target, TaskFact, TaskId, TaskState } from '@mufakat/domain';
import { addDays, mondayOf } from '../../platform/calendar.js';
import { dashboardOf, weeksOf, type CountedTask } from './dashboard.js';

const [jati, ukir] = ['jati', 'ukir'] as PartnerId[] as [PartnerId, PartnerId];
const frame = { partnershipId: 'klaster' as PartnershipId, from: '2026-10-26', to: '2026-11-24' };
let number = 0;
const task = (change: Partial<CountedTask>): CountedTask => ({
  taskId: `task ${(number += 1)}` as TaskId,
  number,
  title: 'Tugas',
  partnerId: jati,
  dueOn: null,
  completedOn: null,
  state: change.completedOn ? 'done' : 'open',
  hasPerson: true,
  ...change,
});
const dashboard = (tasks: CountedTask[]) => dashboardOf(frame, { tasks, partners: [jati, ukir], goals: [] });

describe('on-time tasks', () => {
  it('divide those done by their day by those done and those open past due', () => {
    const { onTime } = dashboard([
      task({ dueOn: '2026-11-02', completedOn: '2026-11-01' }),
      task({ dueOn: '2026-11-02', completedOn: '2026-11-02' }),
      task({ dueOn: '2026-11-10', completedOn: '2026-11-11' }),
      task({ dueOn: '2026-11-20', state: 'waiting' }),
      task({ dueOn: '2026-11-23', partnerId: ukir }),
      // Not counted: due today and open, due later, done but due before the period, without a day.
      task({ dueOn: '2026-11-24' }),
      task({ dueOn: '2026-11-30', completedOn: '2026-11-20' }),
      task({ dueOn: '2026-10-25', completedOn: '2026-10-25' }),
      task({ completedOn: '2026-11-20' }),
    ]);
    expect(onTime.all).toEqual({ numerator: 2, denominator: 5, share: 0.4 });
    expect(onTime.byPartner).toEqual([
      { partnerId: jati, rate: { numerator: 2, denominator: 4, share: null } },
      { partnerId: ukir, rate: { numerator: 0, denominator: 1, share: null } },
    ]);
    expect(onTime.byWeek.map(({ week, rate }) => [week, rate.numerator, rate.denominator])).toEqual([
      ['2026-10-26', 0, 0],
      ['2026-11-02', 2, 2],
      ['2026-11-09', 0, 1],
      ['2026-11-16', 0, 1],
      ['2026-11-23', 0, 1],
    ]);
  });

  it('keep the first and the last day of the period', () => {
    const { onTime } = dashboard([
      task({ dueOn: frame.from, completedOn: frame.from }),
      task({ dueOn: frame.to, completedOn: frame.to }),
    ]);
    expect(onTime.all).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it('carry no percentage below five', () => {
    const kept = Array.from({ length: 5 }, () => task({ dueOn: '2026-11-02', completedOn: '2026-11-02' }));
    expect(dashboard(kept.slice(1)).onTime.all.share).toBeNull();
    expect(dashboard(kept).onTime.all.share).toBe(1);
  });

  it('show every week of the period from its Monday, also empty ones', () => {
    expect(weeksOf({ from: '2026-11-01', to: '2026-11-09' })).toEqual(['2026-10-26', '2026-11-02', '2026-11-09']);
  });
});

describe('unowned work', () => {
  it('divides open tasks without a person or a day by all open tasks', () => {
    const { unowned } = dashboard([
      task({ hasPerson: false, dueOn: '2026-12-01' }),
      task({ hasPerson: true, dueOn: null }),
      task({ hasPerson: false, dueOn: null }),
      task({ dueOn: '2026-12-01' }),
      task({ dueOn: '2026-12-01', state: 'doing' }),
      task({ hasPerson: false, completedOn: '2026-11-02' }),
    ]);
    expect(unowned.rate).toEqual({ numerator: 3, denominator: 5, share: 0.6 });
    expect(unowned.facts).toHaveLength(5);
  });
});

describe('goal progress', () => {
  const target = (change: Partial<Target>) =>
    ({
      direction: 'down',
      baseline: '7.5',
      target: '3',
      lowerBound: null,
      current: '5.2',
      weight: 1,
      ...change,
    }) as Target;
  const goal = (targets: Target[], dates: { startsOn: string | null; endsOn: string | null }) => ({
    goalId: 'goal' as GoalId,
    number: 2,
    title: 'Retur',
    targets,
    ...dates,
  });
  const rowsOf = (...goals: ReturnType<typeof goal>[]) =>
    dashboardOf(frame, { tasks: [], partners: [jati], goals }).goals;

  it('is the weighted mean of the targets beside what even progress would have reached', () => {
    const year = { startsOn: '2026-06-01', endsOn: '2027-05-31' };
    const shipped = target({ direction: 'up', baseline: '2', target: '6', current: '3', weight: 3 });
    const [returns, both] = rowsOf(goal([target({})], year), goal([target({}), shipped], year));
    // 2.3 of 4.5 points; 176 of 364 days.
    expect(returns?.progress).toBeCloseTo(2.3 / 4.5, 10);
    expect(returns?.expected).toBeCloseTo(176 / 364, 10);
    expect(returns?.pace).toBe('on-track');
    expect(both?.progress).toBeCloseTo((2.3 / 4.5 + 3 * 0.25) / 4, 10);
    expect(both?.pace).toBe('attention');
  });

  it('is unknown without targets, and has no pace without dates', () => {
    const [empty, undated] = rowsOf(
      goal([], { startsOn: '2026-06-01', endsOn: '2027-05-31' }),
      goal([target({})], { startsOn: null, endsOn: null }),
    );
    expect(empty).toMatchObject({ progress: null, pace: null });
    expect(undated).toMatchObject({ expected: null, pace: null });
  });
});

describe('every number', () => {
  /** A small generator, so that a failure can be repeated. */
  const randomFrom = (seed: number) => (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const recount = (facts: TaskFact[]): Pick<Rate, 'numerator' | 'denominator'> => {
    const counted = facts.filter(({ dueOn, completedOn }) => completedOn !== null || (dueOn ?? '') < frame.to);
    const kept = counted.filter(({ dueOn, completedOn }) => completedOn !== null && completedOn <= (dueOn ?? ''));
    return { numerator: kept.length, denominator: counted.length };
  };

  it.each(Array.from({ length: 50 }, (_, seed) => seed))('can be counted again from its facts (seed %i)', (seed) => {
    const random = randomFrom(seed + 1);
    const states: TaskState[] = ['open', 'doing', 'waiting'];
    const tasks = Array.from({ length: random(60) }, () => {
      const dueOn = random(5) === 0 ? null : addDays(frame.to, random(60) - 50);
      const completedOn = random(2) === 0 ? addDays(frame.to, -random(50)) : null;
      const state: TaskState = completedOn ? 'done' : (states[random(3)] ?? 'open');
      return task({
        dueOn,
        completedOn,
        state,
        hasPerson: random(3) > 0,
        partnerId: [jati, ukir, null][random(3)] ?? null,
      });
    });
    const { onTime, unowned } = dashboard(tasks);

    expect(onTime.all).toMatchObject(recount(onTime.facts));
    for (const { partnerId, rate } of onTime.byPartner)
      expect(rate).toMatchObject(recount(onTime.facts.filter((fact) => fact.partnerId === partnerId)));
    for (const { week, rate } of onTime.byWeek)
      expect(rate).toMatchObject(recount(onTime.facts.filter((fact) => mondayOf(fact.dueOn ?? '') === week)));
    for (const { partnerId, week, rate } of onTime.byPartnerAndWeek) {
      const own = onTime.facts.filter((fact) => fact.partnerId === partnerId && mondayOf(fact.dueOn ?? '') === week);
      expect(rate).toMatchObject(recount(own));
    }
    expect(onTime.byWeek.reduce((sum, { rate }) => sum + rate.denominator, 0)).toBe(onTime.all.denominator);
    expect(unowned.rate).toMatchObject({
      numerator: unowned.facts.filter(({ lacksPerson, dueOn }) => lacksPerson || dueOn === null).length,
      denominator: tasks.filter(({ state }) => state !== 'done').length,
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CallInput, CheckInId, Goal, TargetId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { agreeingIn, good } from '../../../test/agreeing.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { GoalTimes } from './goal-times.js';

let workspace: Workspace;
let table: ReturnType<typeof agreeingIn>;
let [ana, budi]: Sitting[] = [];
beforeAll(async () => {
  workspace = await openWorkspace();
  table = agreeingIn(workspace);
});
afterAll(() => workspace.close());

/** Ana is the champion of what Budi reviews. */
beforeEach(async () => {
  const partnership = await workspace.partnership();
  ana = await workspace.person(await workspace.firm(partnership));
  budi = await workspace.person(await workspace.firm(partnership));
});

const both = () => [ana, budi] as [Sitting, Sitting];
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;

async function running(): Promise<Goal> {
  const agreed = await table.agreedGoal(both());
  return good(await workspace.call(both()[0], 'moveGoal', { ...table.at(agreed), state: 'running', rank: 'a0' }));
}

const report = (as: Sitting, goal: Goal, change: Partial<CallInput<'checkIn'>> = {}) =>
  workspace.call(as, 'checkIn', {
    ...table.at(goal),
    id: newId() as CheckInId,
    ...{ status: 'on-track', confidence: 7, note: '', blockers: '', values: [] },
    ...change,
  });

describe('a goal that every firm has agreed on', () => {
  const look = () => workspace.app.get(GoalTimes).look();

  it('runs from the day on that they agreed upon, in their zone, whatever the draft says since', async () => {
    workspace.clock.set('2026-05-31T16:59:00.000Z');
    const agreed = await table.agreedGoal(both());
    await look();
    expect((await table.read(both()[0], agreed)).state).toBe('agreed');
    good(await workspace.call(both()[0], 'changeGoal', { ...table.at(agreed), startsOn: '2026-09-01' }));
    workspace.clock.set('2026-05-31T17:00:00.000Z');
    await look();
    await look();
    const running = await table.read(both()[0], agreed);
    expect(running).toMatchObject({ state: 'running', runningSince: '2026-05-31T17:00:00.000Z' });
    const moves = (await workspace.journal(both()[0].shared)).filter(({ name }) => name === 'goal.moved');
    expect(moves).toMatchObject([{ by: null, data: running }]);
    workspace.clock.set('2026-11-24T02:00:00.000Z');
  });
});

describe('a report on a goal that runs', () => {
  it('tells values, standing and a sentence, and is there once however often it is sent', async () => {
    const [champion, reviewer] = both();
    const goal = await running();
    expect(goal).toMatchObject({ state: 'running', runningSince: '2026-11-24T02:00:00.000Z', lastCheckIn: null });
    const targetId = goal.targets[0]?.id as TargetId;
    const said = {
      status: 'attention',
      note: 'Dua dari tiga berangkat',
      values: [{ targetId, value: '3.0' }],
    } as const;
    const id = newId() as CheckInId;
    const told = good(await report(champion, goal, { id, ...said, values: [...said.values] }));
    expect(told).toMatchObject({
      targets: [{ current: '3' }],
      lastCheckIn: { number: 1, ...said, values: [{ value: '3' }] },
    });
    expect((await report(champion, goal, { id, ...said, values: [...said.values] })).body).toEqual(told);
    expect(codeOf(await report(champion, goal, { id, ...said, values: [...said.values], confidence: 1 }))).toBe(
      'id.taken',
    );
    const at = { partnershipId: goal.partnershipId, goalId: goal.id };
    expect(good(await workspace.call(reviewer, 'listCheckIns', at))).toEqual([told.lastCheckIn]);
    expect((await workspace.journal(champion.shared)).at(-1)).toMatchObject({ name: 'goal.checked-in', data: told });
  });

  it('leaves what was agreed, and its hash, as they are', async () => {
    const goal = await running();
    const targetId = goal.targets[0]?.id as TargetId;
    const told = good(await report(both()[0], goal, { values: [{ targetId, value: '5' }] }));
    expect(told.agreement).toMatchObject({ isChanged: false, measured: { targets: [{ current: '5', target: '6' }] } });
  });

  it('comes from the champion of a goal that runs, and says why when it stands worse', async () => {
    const [champion, reviewer] = both();
    const agreed = await table.agreedGoal(both());
    expect(codeOf(await report(champion, agreed))).toBe('goal.not-running');
    const goal = await running();
    expect(codeOf(await report(reviewer, goal))).toBe('check-in.champion-only');
    expect(codeOf(await report(champion, goal, { status: 'stuck' }))).toBe('check-in.sentence-needed');
    expect(codeOf(await report(champion, goal, { values: [{ targetId: newId() as TargetId, value: '1' }] }))).toBe(
      'not-found',
    );
  });

  it('is read by the reviewer, once', async () => {
    const [champion, reviewer] = both();
    const told = good(await report(champion, await running()));
    const at = { partnershipId: told.partnershipId, goalId: told.id, checkInId: told.lastCheckIn?.id as CheckInId };
    expect(codeOf(await workspace.call(champion, 'acknowledgeCheckIn', at))).toBe('check-in.reviewer-only');
    const read = good(await workspace.call(reviewer, 'acknowledgeCheckIn', at));
    expect(read.lastCheckIn).toMatchObject({ acknowledgedBy: reviewer.seatId });
    expect((await workspace.call(reviewer, 'acknowledgeCheckIn', at)).body).toEqual(read);
  });
});

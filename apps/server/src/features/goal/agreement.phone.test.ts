import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Goal, RevisionId, SignOffId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { agreeingIn, good } from '../../../test/agreeing.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { GoalTimes } from './goal-times.js';

let workspace: Workspace;
let table: ReturnType<typeof agreeingIn>;
let [ana, budi, ratna]: Sitting[] = [];
beforeAll(async () => {
  workspace = await openWorkspace();
  table = agreeingIn(workspace);
});
afterAll(() => workspace.close());

/** Two firms that sign, and a facilitator. */
beforeEach(async () => {
  const partnership = await workspace.partnership();
  ana = await workspace.person(await workspace.firm(partnership));
  budi = await workspace.person(await workspace.firm(partnership));
  ratna = await workspace.person(await workspace.firm(partnership, 'facilitator'), 'facilitator');
});

const people = () => [ana, budi, ratna] as [Sitting, Sitting, Sitting];
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
const day = 24 * 60 * 60 * 1000;

async function proposed(): Promise<Goal> {
  const [first, second] = people();
  return good(await table.propose(first, await table.completeDraft([first, second])));
}

const revisionOf = (goal: Goal) => ({
  partnershipId: goal.partnershipId,
  goalId: goal.id,
  revisionId: goal.agreement.proposed?.id as RevisionId,
});

const record = (as: Sitting, goal: Goal, of: Sitting) =>
  workspace.call(as, 'recordSignOff', {
    ...revisionOf(goal),
    id: newId() as SignOffId,
    partnerId: of.partnerId,
    call: { spokeWith: 'Pak Budi', at: '2026-11-24T01:00:00.000Z', evidence: 'Telepon 08.00, dicatat di buku' },
    ...{ verdict: 'agree', note: '', change: '', harmedGoalId: null },
  });

const answer = (as: Sitting, goal: Goal, isRight: boolean) =>
  workspace.call(as, 'confirmSignOff', {
    ...revisionOf(goal),
    signOffId: goal.agreement.proposed?.signOffs.find(({ state }) => state === 'awaiting')?.id as SignOffId,
    hash: goal.agreement.proposed?.hash ?? '',
    isRight,
  });

describe('a word by phone', () => {
  it('counts only once the firm has confirmed it', async () => {
    const [first, second, facilitator] = people();
    let goal = good(await table.sign(first, await proposed()));
    goal = good(await record(facilitator, goal, second));
    expect(goal).toMatchObject({ state: 'proposed', agreement: { inForce: null } });
    expect(goal.agreement.proposed?.signOffs.at(-1)).toMatchObject({ state: 'awaiting', confirmedBy: null });
    expect(codeOf(await answer(first, goal, true))).toBe('sign-off.signatory-needed');
    expect(codeOf(await answer(facilitator, goal, true))).toBe('revision.replaced');
    goal = good(await answer(second, goal, true));
    expect(goal).toMatchObject({ state: 'agreed' });
    expect(goal.agreement.inForce?.signOffs.at(-1)).toMatchObject({ state: 'standing', confirmedBy: second.seatId });
  });

  it('is written down by the facilitator only', async () => {
    const [first, second] = people();
    expect(codeOf(await record(first, await proposed(), second))).toBe('seat.role-needed');
  });

  it('is gone when the firm says it never said so', async () => {
    const [first, second, facilitator] = people();
    let goal = good(await record(facilitator, good(await table.sign(first, await proposed())), second));
    goal = good(await answer(second, goal, false));
    expect(goal).toMatchObject({ state: 'proposed' });
    expect(goal.agreement.proposed?.signOffs.map(({ partnerId }) => partnerId)).toEqual([first.partnerId]);
  });

  it('gives way to the firm itself, which then need not answer', async () => {
    const [, second, facilitator] = people();
    let goal = good(await record(facilitator, await proposed(), second));
    goal = good(await table.sign(second, goal, { verdict: 'object', note: 'Belum', change: 'Mulai Juli' }));
    expect(goal.agreement.proposed?.signOffs).toMatchObject([{ verdict: 'object', state: 'standing', call: null }]);
  });

  it('lapses after seven days, is told, and makes room for another', async () => {
    const [, second, facilitator] = people();
    let goal = good(await record(facilitator, await proposed(), second));
    expect(codeOf(await record(facilitator, goal, second))).toBe('sign-off.taken');
    workspace.clock.advance(7 * day + 1000);
    await workspace.app.get(GoalTimes).look();
    await workspace.sql('update session set confirmed_at = $2, last_seen_at = $2 where person_id = any ($1)', [
      [second.personId, facilitator.personId],
      workspace.clock.now(),
    ]);
    expect(codeOf(await answer(second, goal, true))).toBe('sign-off.lapsed');
    goal = await table.read(second, goal);
    expect(goal.agreement.proposed?.signOffs).toEqual([]);
    expect((await workspace.journal(second.shared)).at(-1)).toMatchObject({ name: 'goal.sign-off-lapsed', by: null });
    expect((await record(facilitator, goal, second)).status).toBe(200);
  });
});

describe('a firm that must sign and is no longer there', () => {
  it('makes the proposal void: nothing is ever agreed by its absence', async () => {
    const [first, second] = people();
    const goal = good(await table.sign(first, await proposed()));
    const operator = await workspace.person(await workspace.firm(await workspace.partnership()));
    await workspace.sql('update person set is_operator = true where id = $1', [operator.personId]);
    const { organizationId } = second;
    good(await workspace.call(operator, 'suspendOrganization', { organizationId, reason: 'Tidak aktif' }));
    await workspace.settled();

    const now = await table.read(first, goal);
    expect(now).toMatchObject({ state: 'draft', agreement: { proposed: null, inForce: null } });
    const all = await workspace.call(first, 'listRevisions', { partnershipId: goal.partnershipId, goalId: goal.id });
    expect(good(all)).toMatchObject([{ outcome: 'void' }]);
    expect((await workspace.journal(first.shared)).map(({ name }) => name)).toContain('goal.proposal-void');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput, DocumentId, Goal, GoalId, TargetId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

async function goalOf(as: Sitting): Promise<Goal> {
  const { body } = await workspace.call(as, 'createGoal', {
    partnershipId: as.partnershipId,
    id: newId() as GoalId,
    documentId: newId() as DocumentId,
    title: 'Cacat turun',
    benefit: null,
    startsOn: null,
    endsOn: null,
    rank: 'a0',
    locale: 'id',
  });
  return body;
}

const named = ({ partnershipId, id }: Goal) => ({ partnershipId, goalId: id });
const at = ({ partnershipId, id, version }: Goal) => ({ partnershipId, goalId: id, version });
const defects = {
  label: 'Cacat',
  unit: '%',
  direction: 'down',
  baseline: '7.5',
  target: '3.0',
  lowerBound: null,
  weight: 2,
  dueOn: null,
  measurerId: null,
} as const;
const bodyOf = (goal: Goal, change: Partial<CallInput<'addTarget'>> = {}): CallInput<'addTarget'> => ({
  ...at(goal),
  targetId: newId() as TargetId,
  ...defects,
  splits: [],
  ...change,
});
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;

describe('the targets of a goal', () => {
  it('are told with the whole goal, in order, in the shortest form, starting at the baseline', async () => {
    const { ana } = await workspace.threePeople();
    const first = await workspace.call(ana, 'addTarget', bodyOf(await goalOf(ana)));
    const second = await workspace.call(ana, 'addTarget', bodyOf(first.body, { label: 'Retur', baseline: '0010.50' }));

    expect(second.body).toMatchObject({
      version: 3,
      targets: [
        { label: 'Cacat', baseline: '7.5', target: '3', current: '7.5', lowerBound: null },
        { label: 'Retur', baseline: '10.5', current: '10.5' },
      ],
    });
    expect((await workspace.call(ana, 'readGoal', named(second.body))).body).toEqual(second.body);
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({
      name: 'goal.target-added',
      data: second.body,
    });
  });

  it('are reported, changed and removed, each as one version of the goal', async () => {
    const { ana, budi } = await workspace.threePeople();
    const body = bodyOf(await goalOf(ana));
    const added = (await workspace.call(ana, 'addTarget', body)).body;
    const one = { targetId: body.targetId };
    const reported = (await workspace.call(budi, 'reportTarget', { ...at(added), ...one, current: '5.20' })).body;
    expect(reported.targets[0]).toMatchObject({ current: '5.2', baseline: '7.5' });

    const band = { ...defects, splits: [], direction: 'keep' as const, lowerBound: '1', target: '3' };
    const changed = (await workspace.call(ana, 'changeTarget', { ...at(reported), ...one, ...band })).body;
    expect(changed.targets[0]).toMatchObject({ direction: 'keep', lowerBound: '1', current: '5.2' });

    const removed = (await workspace.call(ana, 'removeTarget', { ...at(changed), ...one })).body;
    expect(removed).toMatchObject({ version: 5, targets: [] });
    expect((await workspace.journal(ana.shared)).map(({ name }) => name)).toEqual([
      'goal.created',
      'goal.target-added',
      'goal.target-reported',
      'goal.target-changed',
      'goal.target-removed',
    ]);
    expect(codeOf(await workspace.call(ana, 'removeTarget', { ...at(removed), ...one }))).toBe('not-found');
  });

  it('answer a repeated add like the first and refuse the id with another body or in another goal', async () => {
    const { ana } = await workspace.threePeople();
    const body = bodyOf(await goalOf(ana));
    const answers = await Promise.all([1, 2].map(() => workspace.call(ana, 'addTarget', body)));
    expect(answers[0]?.body).toEqual(answers[1]?.body);
    expect(answers[0]?.body.targets).toHaveLength(1);

    expect(codeOf(await workspace.call(ana, 'addTarget', { ...body, label: 'Lain' }))).toBe('id.taken');
    const other = bodyOf(await goalOf(ana), { targetId: body.targetId });
    expect(codeOf(await workspace.call(ana, 'addTarget', other))).toBe('id.taken');
  });

  it('let one of eight reports of the same version win', async () => {
    const { ana } = await workspace.threePeople();
    const body = bodyOf(await goalOf(ana));
    const goal = (await workspace.call(ana, 'addTarget', body)).body;
    const report = (n: number) =>
      workspace.call(ana, 'reportTarget', { ...at(goal), targetId: body.targetId, current: String(n) });
    const statuses = (await Promise.all(Array.from({ length: 8 }, (_, n) => report(n)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('are at most twelve, and a band needs both bounds in order', async () => {
    const { ana } = await workspace.threePeople();
    let goal = await goalOf(ana);
    const noBand = { direction: 'keep', lowerBound: null } as const;
    const reversed = { direction: 'keep', lowerBound: '4', target: '3' } as const;
    expect(codeOf(await workspace.call(ana, 'addTarget', bodyOf(goal, noBand)))).toBe('target.band-missing');
    expect(codeOf(await workspace.call(ana, 'addTarget', bodyOf(goal, reversed)))).toBe('target.band-missing');

    for (let n = 0; n < 12; n += 1) goal = (await workspace.call(ana, 'addTarget', bodyOf(goal))).body;
    expect(goal.targets).toHaveLength(12);
    expect(codeOf(await workspace.call(ana, 'addTarget', bodyOf(goal)))).toBe('target.too-many');
  });

  it('are not written by observers, strangers, or on an archived goal', async () => {
    const { table, ana, stranger } = await workspace.threePeople();
    const observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
    const goal = await goalOf(ana);
    expect(codeOf(await workspace.call(observer, 'addTarget', bodyOf(goal)))).toBe('seat.read-only');
    expect(codeOf(await workspace.call(stranger, 'addTarget', bodyOf(goal)))).toBe('not-found');
    const archived = (await workspace.call(ana, 'archiveGoal', at(goal))).body;
    expect(codeOf(await workspace.call(ana, 'addTarget', bodyOf(archived)))).toBe('goal.archived');
  });
});

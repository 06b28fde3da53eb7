import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput, DocumentId, GoalId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const goalOf = (as: Sitting): CallInput<'createGoal'> => ({
  partnershipId: as.partnershipId,
  id: newId() as GoalId,
  documentId: newId() as DocumentId,
  title: 'Ekspor bersama ke Jepang',
  benefit: 'market',
  startsOn: '2026-06-01',
  endsOn: '2027-05-31',
  rank: 'a0',
  locale: 'id',
});

describe('creating a goal', () => {
  it('answers a numbered draft and tells the whole of it, once', async () => {
    const { ana, budi } = await workspace.threePeople();
    const body = goalOf(ana);
    const { status, body: goal } = await workspace.call(ana, 'createGoal', body);

    expect(status).toBe(200);
    expect(goal).toMatchObject({ title: body.title, number: 1, state: 'draft', version: 1, targets: [] });
    expect(await workspace.journal(ana.shared)).toMatchObject([
      { sequence: 1, name: 'goal.created', by: ana.seatId, data: goal },
    ]);
    expect((await workspace.call(budi, 'listGoals', { partnershipId: budi.partnershipId })).body).toEqual([goal]);
    expect((await workspace.call(budi, 'createGoal', goalOf(budi))).body.number).toBe(2);
  });

  it('makes its text in the same step', async () => {
    const { ana } = await workspace.threePeople();
    const body = goalOf(ana);
    await workspace.call(ana, 'createGoal', body);

    const found = await workspace.sql('select kind, subject_id, space_id from document where id = $1', [
      body.documentId,
    ]);
    expect(found).toEqual([{ kind: 'goal', subject_id: body.id, space_id: ana.shared }]);
  });

  it('answers a repeated create like the first, also when both come at once or the goal has changed since', async () => {
    const { ana } = await workspace.threePeople();
    const body = goalOf(ana);
    const answers = await Promise.all([1, 2, 3].map(() => workspace.call(ana, 'createGoal', body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);

    const where = { partnershipId: ana.partnershipId, goalId: body.id };
    const changed = await workspace.call(ana, 'changeGoal', { ...where, title: 'Lain', version: 1 });
    expect((await workspace.call(ana, 'createGoal', body)).body).toEqual(changed.body);
    expect(await workspace.journal(ana.shared)).toHaveLength(2);
  });

  it('refuses an id that exists with another body, in another partnership, or for another text', async () => {
    const { ana, stranger } = await workspace.threePeople();
    const body = goalOf(ana);
    await workspace.call(ana, 'createGoal', body);

    const others = [
      await workspace.call(ana, 'createGoal', { ...body, title: 'Yang lain' }),
      await workspace.call(stranger, 'createGoal', { ...goalOf(stranger), id: body.id }),
      await workspace.call(stranger, 'createGoal', { ...goalOf(stranger), documentId: body.documentId }),
    ];
    for (const { status, body: problem } of others) {
      expect([status, problem]).toMatchObject([409, { code: 'id.taken' }]);
      expect(problem).not.toHaveProperty('data');
    }
    expect(await workspace.journal(stranger.shared)).toEqual([]);
  });

  it('refuses observers, strangers and dates in the wrong order', async () => {
    const { table, ana, stranger } = await workspace.threePeople();
    const observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
    const refused = async (as: Sitting, change: object = {}) => {
      const { status, body } = await workspace.call(as, 'createGoal', { ...goalOf(ana), ...change });
      return [status, (body as unknown as { code: string }).code];
    };
    expect(await refused(observer)).toEqual([403, 'seat.read-only']);
    expect(await refused(stranger)).toEqual([404, 'not-found']);
    expect(await refused(ana, { endsOn: '2026-06-01' })).toEqual([422, 'goal.dates-reversed']);
    expect(await workspace.journal(ana.shared)).toEqual([]);
  });
});

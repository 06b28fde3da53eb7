import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput, DocumentId, Goal, GoalId, SeatId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { RoomRights } from '../../platform/rooms/room-rights.js';

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
    title: 'Ekspor bersama',
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

async function change(as: Sitting, goal: Goal, fields: Partial<CallInput<'changeGoal'>>) {
  const { status, body } = await workspace.call(as, 'changeGoal', { ...at(goal), ...fields });
  return { status, body, code: (body as unknown as { code?: string }).code };
}

describe('changing a goal', () => {
  it('tells the whole goal with its next version', async () => {
    const { ana, budi } = await workspace.threePeople();
    const goal = await goalOf(ana);
    const { body } = await change(budi, goal, {
      title: 'Ekspor ke Jepang',
      championId: ana.seatId,
      reviewerId: budi.seatId,
      startsOn: '2026-06-01',
    });

    expect(body).toMatchObject({ version: 2, championId: ana.seatId, reviewerId: budi.seatId, startsOn: '2026-06-01' });
    const [, entry] = await workspace.journal(ana.shared);
    expect(entry).toMatchObject({ sequence: 2, name: 'goal.changed', by: budi.seatId, data: body });
    expect((await workspace.call(ana, 'readGoal', named(goal))).body).toEqual(body);
  });

  it('lets one of eight changes of the same version win and shows the others the current goal', async () => {
    const { ana } = await workspace.threePeople();
    const goal = await goalOf(ana);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => change(ana, goal, { title: `Judul ${n}` })));

    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 7]);
    for (const { body } of lost) expect(body).toMatchObject({ code: 'version.stale', data: { current: won[0]?.body } });
    expect(await workspace.journal(ana.shared)).toHaveLength(2);
  });

  it('takes as champion and reviewer only people who sit here now, of two firms', async () => {
    const { table, ana, budi, stranger } = await workspace.threePeople();
    const gone = await workspace.person(await workspace.firm(table));
    await workspace.sql('update seat set ended_at = now() where id = $1', [gone.seatId]);
    const goal = await goalOf(ana);

    const codes = [];
    for (const fields of [
      { championId: gone.seatId },
      { championId: stranger.seatId },
      { reviewerId: newId() as SeatId },
      { championId: ana.seatId, reviewerId: ana.seatId },
    ])
      codes.push((await change(ana, goal, fields)).code);
    expect(codes).toEqual(['seat.ended', 'not-found', 'not-found', 'goal.reviewer-same-firm']);

    const named = await change(ana, goal, { championId: ana.seatId, reviewerId: budi.seatId });
    expect((await change(ana, named.body, { reviewerId: ana.seatId })).code).toBe('goal.reviewer-same-firm');
    expect((await change(ana, named.body, { championId: null, reviewerId: ana.seatId })).status).toBe(200);
  });

  it('keeps a champion who has left until another is named', async () => {
    const { table, ana, budi } = await workspace.threePeople();
    const gone = await workspace.person(await workspace.firm(table));
    const goal = (await change(ana, await goalOf(ana), { championId: gone.seatId })).body;
    await workspace.sql('update seat set ended_at = now() where id = $1', [gone.seatId]);
    expect((await change(ana, goal, { reviewerId: budi.seatId })).status).toBe(200);
  });

  it('refuses reversed dates, also against the date that stays', async () => {
    const { ana } = await workspace.threePeople();
    const goal = (await change(ana, await goalOf(ana), { startsOn: '2026-06-01' })).body;
    expect(await change(ana, goal, { endsOn: '2026-05-31' })).toMatchObject({
      status: 422,
      code: 'goal.dates-reversed',
    });
  });

  it('refuses observers and does not exist for strangers, in their partnership or in ours', async () => {
    const { table, ana, stranger } = await workspace.threePeople();
    const observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
    const goal = await goalOf(ana);
    expect(await change(observer, goal, { title: 'x' })).toMatchObject({ status: 403, code: 'seat.read-only' });
    expect(await change(stranger, goal, { title: 'x' })).toMatchObject({ status: 404, code: 'not-found' });
    const foreign = { ...goal, partnershipId: stranger.partnershipId };
    expect(await change(stranger, foreign, { title: 'x' })).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('moving a goal', () => {
  it('changes its place in the column and refuses every other column until the firms have signed', async () => {
    const { ana } = await workspace.threePeople();
    const goal = await goalOf(ana);
    const moved = await workspace.call(ana, 'moveGoal', { ...at(goal), state: 'draft', rank: 'a5' });
    expect(moved.body).toMatchObject({ rank: 'a5', state: 'draft', version: 2 });

    for (const state of ['proposed', 'agreed', 'running', 'achieved', 'dropped'] as const) {
      const { status, body } = await workspace.call(ana, 'moveGoal', { ...at(moved.body), state, rank: 'a6' });
      const code = state === 'proposed' ? 'goal.propose-there' : 'goal.needs-sign-off';
      expect([status, body]).toMatchObject([422, { code }]);
    }
    expect((await workspace.journal(ana.shared)).map(({ name }) => name)).toEqual(['goal.created', 'goal.moved']);
  });
});

describe('archiving a goal', () => {
  it('takes it off the board, closes its text for writing, and restores it as it was', async () => {
    const { ana } = await workspace.threePeople();
    const goal = await goalOf(ana);
    expect(await isWritable(ana, goal)).toBe(true);
    const archived = (await workspace.call(ana, 'archiveGoal', at(goal))).body;

    expect(archived).toMatchObject({ archivedAt: '2026-11-24T02:00:00.000Z', version: 2 });
    expect((await workspace.call(ana, 'listGoals', { partnershipId: ana.partnershipId })).body).toEqual([]);
    expect((await workspace.call(ana, 'readGoal', named(goal))).body).toEqual(archived);
    expect(await isWritable(ana, goal)).toBe(false);
    expect(await change(ana, archived, { title: 'x' })).toMatchObject({ status: 422, code: 'goal.archived' });

    const restored = (await workspace.call(ana, 'restoreGoal', at(archived))).body;
    expect(restored).toEqual({ ...goal, version: 3 });
    expect((await workspace.journal(ana.shared)).map(({ name }) => name)).toEqual([
      'goal.created',
      'goal.archived',
      'goal.restored',
    ]);
  });
});

/** What the door of the goal's text says. */
async function isWritable(as: Sitting, { documentId }: Goal) {
  const admission = await workspace.app.get(RoomRights).admit(as.token, documentId);
  return admission?.entry?.rights === 'write';
}

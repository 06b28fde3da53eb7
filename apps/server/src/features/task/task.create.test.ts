import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput, GoalId, MeetingId, PartnerId, TaskId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const taskOf = (as: Sitting, change: Partial<CallInput<'createTask'>> = {}): CallInput<'createTask'> => ({
  partnershipId: as.partnershipId,
  id: newId() as TaskId,
  isPrivate: false,
  title: 'Kirim contoh kayu',
  note: '',
  partnerId: null,
  assigneeId: null,
  dueOn: '2026-11-30',
  goalId: null,
  origin: null,
  rank: 'a0',
  ...change,
});
const create = async (as: Sitting, change: Partial<CallInput<'createTask'>> = {}) => {
  const { status, body } = await workspace.call(as, 'createTask', taskOf(as, change));
  return { status, body, code: (body as unknown as { code?: string }).code };
};

describe('creating a task', () => {
  it('answers an open, numbered task and tells everybody', async () => {
    const { ana, budi } = await workspace.threePeople();
    const { body: task } = await create(ana, { assigneeId: budi.seatId });

    expect(task).toMatchObject({
      number: 1,
      state: 'open',
      partnerId: budi.partnerId,
      assigneeId: budi.seatId,
      requestedBy: ana.seatId,
      requestedByPartnerId: ana.partnerId,
      spaceId: ana.shared,
      version: 1,
    });
    expect(await workspace.journal(ana.shared)).toMatchObject([{ sequence: 1, name: 'task.created', data: task }]);
    expect((await workspace.call(budi, 'listTasks', { partnershipId: budi.partnershipId })).body).toEqual([task]);
  });

  it('keeps a private task from the other firm and from the facilitator', async () => {
    const { table, ana, budi } = await workspace.threePeople();
    const facilitator = await workspace.person(await workspace.firm(table, 'facilitator'), 'facilitator');
    const colleague = await workspace.person(ana, 'member');
    const { body: task } = await create(ana, { isPrivate: true });
    expect(task).toMatchObject({ spaceId: ana.own, partnerId: ana.partnerId, number: 1 });
    const where = { partnershipId: ana.partnershipId, taskId: task.id };

    expect((await workspace.call(colleague, 'readTask', where)).body).toEqual(task);
    for (const other of [budi, facilitator]) {
      expect((await workspace.call(other, 'readTask', where)).status).toBe(404);
      expect((await workspace.call(other, 'listTasks', { partnershipId: ana.partnershipId })).body).toEqual([]);
      const move = await workspace.call(other, 'moveTask', { ...where, state: 'done', version: 1 });
      expect(move.status).toBe(404);
      const taken = await workspace.call(other, 'createTask', { ...taskOf(other), id: task.id });
      expect(taken.body).toMatchObject({ code: 'id.taken' });
      expect(taken.body).not.toHaveProperty('data');
    }
    expect(await workspace.journal(ana.shared)).toEqual([]);
    expect(await workspace.journal(ana.own)).toHaveLength(1);
  });

  it('answers a repeated create like the first, and refuses the id with another body', async () => {
    const { ana, budi } = await workspace.threePeople();
    const body = taskOf(ana, { assigneeId: budi.seatId });
    const answers = await Promise.all([1, 2, 3].map(() => workspace.call(ana, 'createTask', body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(await workspace.journal(ana.shared)).toHaveLength(1);

    for (const change of [{ title: 'Lain' }, { isPrivate: true }, { assigneeId: null }]) {
      const other = await workspace.call(ana, 'createTask', { ...body, ...change });
      expect([other.status, other.body]).toMatchObject([409, { code: 'id.taken' }]);
    }
  });

  it('takes only a person of the chosen firm, and for a private task only one of the own', async () => {
    const { ana, budi, stranger } = await workspace.threePeople();
    const wrong = [
      { partnerId: ana.partnerId, assigneeId: budi.seatId },
      { assigneeId: stranger.seatId },
      { isPrivate: true, assigneeId: budi.seatId },
      { isPrivate: true, partnerId: budi.partnerId },
    ];
    for (const change of wrong)
      expect(await create(ana, change)).toMatchObject({ status: 422, code: 'task.wrong-person' });
    await workspace.sql('update seat set ended_at = now() where id = $1', [budi.seatId]);
    expect((await create(ana, { assigneeId: budi.seatId })).code).toBe('task.wrong-person');
    expect(await workspace.journal(ana.shared)).toEqual([]);
  });

  it('points only to a firm, a goal and a meeting of this partnership', async () => {
    const { ana, stranger } = await workspace.threePeople();
    const origin = {
      kind: 'meeting',
      meetingId: newId() as MeetingId,
      agendaItemId: null,
      anchor: '',
      quote: '',
    } as const;
    expect((await create(ana, { partnerId: stranger.partnerId })).code).toBe('not-found');
    expect((await create(ana, { partnerId: newId() as PartnerId })).code).toBe('not-found');
    expect((await create(ana, { goalId: newId() as GoalId })).code).toBe('not-found');
    expect((await create(ana, { isPrivate: true, goalId: newId() as GoalId })).code).toBe('not-found');
    expect((await create(ana, { origin })).code).toBe('not-found');
  });

  it('refuses observers and strangers, and the facilitator a private one', async () => {
    const { table, ana, stranger } = await workspace.threePeople();
    const observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
    const facilitator = await workspace.person(await workspace.firm(table, 'facilitator'), 'facilitator');
    expect(await create(observer)).toMatchObject({ status: 403, code: 'seat.read-only' });
    expect(await create(facilitator, { isPrivate: true })).toMatchObject({ status: 403, code: 'seat.read-only' });
    expect((await create(facilitator)).status).toBe(200);
    expect((await workspace.call(stranger, 'createTask', taskOf(ana))).status).toBe(404);
  });

  it('loses characters nobody sees, and needs one that somebody does', async () => {
    const { ana } = await workspace.threePeople();
    expect(await create(ana, { title: 'Kirim\u0007 kayu\u202E 😀' })).toMatchObject({
      status: 200,
      body: { title: 'Kirim kayu 😀' },
    });
    expect(await create(ana, { title: '\u200B' })).toMatchObject({ status: 422, code: 'input.invalid' });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput, Task, TaskId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

async function taskOf(as: Sitting, change: Partial<CallInput<'createTask'>> = {}): Promise<Task> {
  const { body } = await workspace.call(as, 'createTask', {
    partnershipId: as.partnershipId,
    id: newId() as TaskId,
    isPrivate: false,
    title: 'Kirim contoh kayu',
    note: '',
    partnerId: null,
    assigneeId: null,
    dueOn: null,
    goalId: null,
    origin: null,
    rank: 'a0',
    ...change,
  });
  return body;
}

const at = ({ partnershipId, id, version }: Task) => ({ partnershipId, taskId: id, version });
const move = async (as: Sitting, task: Task, to: Partial<CallInput<'moveTask'>>) => {
  const { status, body } = await workspace.call(as, 'moveTask', { ...at(task), state: task.state, ...to });
  return { status, body, code: (body as unknown as { code?: string }).code };
};
const names = async (as: Sitting) => (await workspace.journal(as.shared)).map(({ name }) => name);

describe('moving a task', () => {
  it('sets the moment by the clock when it is done and clears it when it is not', async () => {
    const { ana } = await workspace.threePeople();
    const task = await taskOf(ana);
    const done = (await move(ana, task, { state: 'done' })).body;
    expect(done).toMatchObject({ state: 'done', completedAt: '2026-11-24T02:00:00.000Z', version: 2 });
    const placed = (await move(ana, done, { rank: 'a7' })).body;
    expect(placed).toMatchObject({ completedAt: done.completedAt, rank: 'a7' });
    const again = (await move(ana, placed, { state: 'doing' })).body;
    expect(again).toMatchObject({ state: 'doing', completedAt: null, rank: 'a7' });
    expect(await names(ana)).toEqual(['task.created', 'task.completed', 'task.moved', 'task.moved']);
  });

  it('says what it waits for, and forgets it when the waiting ends', async () => {
    const { ana } = await workspace.threePeople();
    const task = await taskOf(ana);
    expect(await move(ana, task, { state: 'waiting' })).toMatchObject({ status: 422, code: 'task.waiting-reason' });
    const waiting = (await move(ana, task, { state: 'waiting', waitingFor: 'contoh dari UD Kayu' })).body;
    expect(waiting.waitingFor).toBe('contoh dari UD Kayu');
    expect((await move(ana, waiting, { rank: 'b1' })).body.waitingFor).toBe('contoh dari UD Kayu');
    const doing = await move(ana, { ...waiting, version: 3 }, { state: 'doing', waitingFor: 'tidak berlaku' });
    expect(doing.body).toMatchObject({ state: 'doing', waitingFor: '' });
  });

  it('refuses an illegal move and says what is allowed', async () => {
    const { ana } = await workspace.threePeople();
    const done = (await move(ana, await taskOf(ana), { state: 'done' })).body;
    const { status, body } = await move(ana, done, { state: 'cancelled' });
    expect([status, body]).toMatchObject([422, { code: 'task.illegal-move', data: { allowed: ['open', 'doing'] } }]);
  });

  it('lets one of eight moves of the same version win and shows the others the current task', async () => {
    const { ana } = await workspace.threePeople();
    const task = await taskOf(ana);
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => move(ana, task, { rank: `b${n}` })));
    const won = answers.filter(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 7]);
    for (const { body } of lost) expect(body).toMatchObject({ code: 'version.stale', data: { current: won[0]?.body } });
    expect(await names(ana)).toEqual(['task.created', 'task.moved']);
  });

  it('is for the firm that does it, the firm that asked, and the facilitator', async () => {
    const { table, ana, budi, stranger } = await workspace.threePeople();
    const third = await workspace.person(await workspace.firm(table));
    const observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
    const facilitator = await workspace.person(await workspace.firm(table, 'facilitator'), 'facilitator');
    let task = await taskOf(ana, { partnerId: budi.partnerId });

    expect(await move(third, task, { state: 'doing' })).toMatchObject({ status: 403, code: 'task.not-your-firm' });
    expect(await move(observer, task, { state: 'doing' })).toMatchObject({ status: 403, code: 'seat.read-only' });
    expect(await move(stranger, task, { state: 'doing' })).toMatchObject({ status: 404, code: 'not-found' });
    for (const [who, state] of [
      [ana, 'doing'],
      [budi, 'open'],
      [facilitator, 'doing'],
    ] as const)
      task = (await move(who, task, { state })).body;
    expect(task.version).toBe(4);
  });
});

describe('changing a task', () => {
  const change = async (as: Sitting, task: Task, fields: Partial<CallInput<'changeTask'>>) => {
    const { status, body } = await workspace.call(as, 'changeTask', { ...at(task), ...fields });
    return { status, body, code: (body as unknown as { code?: string }).code };
  };

  it('tells the whole task with its next version', async () => {
    const { ana } = await workspace.threePeople();
    const { body } = await change(ana, await taskOf(ana), { title: 'Baru', note: 'Dua batang', dueOn: '2026-12-01' });
    expect(body).toMatchObject({ title: 'Baru', note: 'Dua batang', dueOn: '2026-12-01', version: 2 });
    expect((await workspace.journal(ana.shared))[1]).toMatchObject({ name: 'task.changed', data: body });
  });

  it('leaves the person behind when another firm takes it, unless one of that firm is given', async () => {
    const { ana, budi } = await workspace.threePeople();
    const task = await taskOf(ana, { assigneeId: ana.seatId });
    const other = (await change(ana, task, { partnerId: budi.partnerId })).body;
    expect(other).toMatchObject({ partnerId: budi.partnerId, assigneeId: null });
    expect((await change(ana, other, { assigneeId: ana.seatId })).code).toBe('task.wrong-person');
    const both = (await change(ana, other, { partnerId: ana.partnerId, assigneeId: ana.seatId })).body;
    expect(both).toMatchObject({ partnerId: ana.partnerId, assigneeId: ana.seatId });
    const nobody = (await change(ana, both, { partnerId: null })).body;
    expect(nobody).toMatchObject({ partnerId: null, assigneeId: null });
    expect((await change(budi, nobody, { assigneeId: budi.seatId })).body).toMatchObject({ partnerId: budi.partnerId });
  });

  it('never gives a private task to another firm', async () => {
    const { ana, budi } = await workspace.threePeople();
    const task = await taskOf(ana, { isPrivate: true });
    expect((await change(ana, task, { partnerId: budi.partnerId })).code).toBe('task.wrong-person');
    expect((await change(ana, task, { assigneeId: budi.seatId })).code).toBe('task.wrong-person');
    expect((await change(ana, task, { assigneeId: ana.seatId })).body.partnerId).toBe(ana.partnerId);
  });
});

describe('removing a task', () => {
  it('hides it and brings it back with its state and place', async () => {
    const { ana, budi } = await workspace.threePeople();
    const doing = (await move(ana, await taskOf(ana), { state: 'doing', rank: 'c3' })).body;
    const removed = (await workspace.call(ana, 'removeTask', at(doing))).body;
    expect(removed).toMatchObject({ archivedAt: '2026-11-24T02:00:00.000Z', state: 'doing', rank: 'c3' });
    expect((await workspace.call(budi, 'listTasks', { partnershipId: ana.partnershipId })).body).toEqual([]);
    expect((await move(ana, removed, { state: 'done' })).code).toBe('task.archived');

    const restored = (await workspace.call(ana, 'restoreTask', at(removed))).body;
    expect(restored).toEqual({ ...doing, version: 4 });
    expect(await names(ana)).toEqual(['task.created', 'task.moved', 'task.removed', 'task.restored']);
  });
});

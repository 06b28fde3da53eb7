import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { JournalRelay } from '../../platform/journal/journal-relay.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

async function giveTask(from: Sitting, to: Sitting, title: string): Promise<TaskId> {
  workspace.clock.advance(1000);
  const id = newId() as TaskId;
  const { partnershipId } = from;
  const whom = { partnerId: to.partnerId, assigneeId: to.seatId, dueOn: null, goalId: null, origin: null };
  const task = { id, isPrivate: false, title, note: '', rank: 'a0', ...whom };
  expect((await workspace.call(from, 'createTask', { partnershipId, ...task })).status).toBe(200);
  await workspace.settled();
  return id;
}

const list = async (as: Sitting) =>
  (await workspace.call(as, 'listNotifications', { partnershipId: as.partnershipId })).body;

describe('notifications', () => {
  it('tell a person what concerns them, newest first, with the entry itself', async () => {
    const { ana, budi } = await workspace.threePeople();
    await giveTask(ana, budi, 'Kirim contoh');
    await giveTask(ana, budi, 'Ukur kadar air');

    const { items, unread } = await list(budi);
    expect(items.map(({ reason, entry, readAt }) => [reason, (entry.data as { title: string }).title, readAt])).toEqual(
      [
        ['task-assigned', 'Ukur kadar air', null],
        ['task-assigned', 'Kirim contoh', null],
      ],
    );
    expect(unread).toBe(2);
    expect(await list(ana)).toEqual({ items: [], unread: 0 });
  });

  it('are not told twice when an entry is told again', async () => {
    const { ana, budi } = await workspace.threePeople();
    await giveTask(ana, budi, 'Kirim contoh');
    await workspace.sql('update space set told = 0 where id = $1', [ana.shared]);
    await workspace.app.get(JournalRelay).catchUp();
    expect((await list(budi)).unread).toBe(1);
  });

  it('are read one by one or all at once, and only by whom they concern', async () => {
    const { ana, budi } = await workspace.threePeople();
    for (const title of ['a', 'b', 'c']) await giveTask(ana, budi, title);
    const { partnershipId, shared: spaceId } = budi;
    const items = [{ spaceId, sequence: 2 }];

    await workspace.call(ana, 'readNotifications', { partnershipId, items });
    expect((await list(budi)).unread).toBe(3);
    const one = await workspace.call(budi, 'readNotifications', { partnershipId, items });
    expect(one.body.unread).toBe(2);
    expect(one.body.items.map(({ readAt }) => readAt !== null)).toEqual([false, true, false]);
    const all = await workspace.call(budi, 'readNotifications', { partnershipId });
    expect(all.body.unread).toBe(0);
  });
});

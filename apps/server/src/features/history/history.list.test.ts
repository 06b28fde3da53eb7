import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentId, GoalId, TaskId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

async function writeGoal(as: Sitting, title: string): Promise<GoalId> {
  workspace.clock.advance(1000);
  const id = newId() as GoalId;
  const { partnershipId } = as;
  const dates = { startsOn: null, endsOn: null };
  const rest = { documentId: newId() as DocumentId, benefit: null, rank: 'a0', locale: 'id' as const };
  expect((await workspace.call(as, 'createGoal', { partnershipId, id, title, ...dates, ...rest })).status).toBe(200);
  return id;
}

async function writePrivateTask(as: Sitting): Promise<void> {
  workspace.clock.advance(1000);
  const nobody = { partnerId: null, assigneeId: null, dueOn: null, goalId: null, origin: null };
  const task = { id: newId() as TaskId, isPrivate: true, title: 'Rahasia', note: '', rank: 'a0', ...nobody };
  const { partnershipId } = as;
  expect((await workspace.call(as, 'createTask', { partnershipId, ...task })).status).toBe(200);
}

const rename = async (as: Sitting, goalId: GoalId, version: number, title: string) => {
  workspace.clock.advance(1000);
  const { partnershipId } = as;
  expect((await workspace.call(as, 'changeGoal', { partnershipId, goalId, version, title })).status).toBe(200);
};

const titles = (items: { entry: { data: object } }[]) =>
  items.map(({ entry }) => (entry.data as { title: string }).title);

describe('the history', () => {
  it('tells the newest first, each change with what was before it', async () => {
    const { ana, budi } = await workspace.threePeople();
    const goalId = await writeGoal(ana, 'Retur');
    await writeGoal(ana, 'Katalog');
    await rename(budi, goalId, 1, 'Retur turun');

    const { body } = await workspace.call(budi, 'listHistory', { partnershipId: budi.partnershipId });
    expect(titles(body.items)).toEqual(['Retur turun', 'Katalog', 'Retur']);
    expect(body.items.map(({ previous }) => (previous as { title: string } | null)?.title)).toEqual([
      'Retur',
      undefined,
      undefined,
    ]);
    expect(body.items[0]?.entry.by).toBe(budi.seatId);
    expect(body.hasMore).toBe(false);
  });

  it('tells of one subject when one is named', async () => {
    const { ana } = await workspace.threePeople();
    const goalId = await writeGoal(ana, 'Retur');
    await writeGoal(ana, 'Katalog');
    await rename(ana, goalId, 1, 'Retur turun');

    const { body } = await workspace.call(ana, 'listHistory', { partnershipId: ana.partnershipId, subjectId: goalId });
    expect(titles(body.items)).toEqual(['Retur turun', 'Retur']);
  });

  it("holds the own firm's private entries and no other firm's", async () => {
    const { ana, budi } = await workspace.threePeople();
    await writePrivateTask(ana);
    const own = await workspace.call(ana, 'listHistory', { partnershipId: ana.partnershipId });
    const other = await workspace.call(budi, 'listHistory', { partnershipId: budi.partnershipId });
    expect(titles(own.body.items)).toEqual(['Rahasia']);
    expect(other.body.items).toEqual([]);
  });

  it('tells of one kind, of one firm or person, and from one moment on', async () => {
    const { ana, budi } = await workspace.threePeople();
    const goalId = await writeGoal(ana, 'Retur');
    await rename(budi, goalId, 1, 'Retur turun');
    const since = workspace.clock.now().toISOString();
    await writePrivateTask(ana);
    const told = async (filter: object) => {
      const { status, body } = await workspace.call(ana, 'listHistory', {
        partnershipId: ana.partnershipId,
        ...filter,
      });
      return status === 200 ? titles(body.items) : status;
    };
    expect(await told({ kind: 'goal' })).toEqual(['Retur turun', 'Retur']);
    expect(await told({ kind: 'task' })).toEqual(['Rahasia']);
    expect(await told({ partnerId: budi.partnerId })).toEqual(['Retur turun']);
    expect(await told({ seatId: ana.seatId, kind: 'goal' })).toEqual(['Retur']);
    expect(await told({ since })).toEqual(['Rahasia', 'Retur turun']);
    expect(await told({ since, before: workspace.clock.now().toISOString() })).toEqual(['Retur turun']);
    expect(await told({ partnerId: newId() })).toBe(404);
    expect(await told({ seatId: newId() })).toBe(404);
  });

  it('goes on page by page without skipping entries of the same moment', async () => {
    const { ana } = await workspace.threePeople();
    const { partnershipId } = ana;
    const seen: string[] = [];
    for (const title of ['a', 'b']) await writeGoal(ana, title);
    workspace.clock.advance(-1000);
    await writeGoal(ana, 'c');
    await writeGoal(ana, 'd');
    for (let before: string | undefined, pages = 0; pages < 10; pages += 1) {
      const page = { partnershipId, limit: '1' as unknown as number, ...(before && { before }) };
      const { body } = await workspace.call(ana, 'listHistory', page);
      seen.push(...titles(body.items));
      before = body.items.at(-1)?.entry.at;
      if (!body.hasMore) break;
    }
    expect(seen).toEqual(['d', 'c', 'b', 'a']);
  });
});

describe('the journal over HTTP', () => {
  it('gives what came after a sequence, oldest first, and how far the space has got', async () => {
    const { ana, budi } = await workspace.threePeople();
    for (const title of ['a', 'b', 'c']) await writeGoal(ana, title);
    const { partnershipId, shared: spaceId } = budi;
    const { body } = await workspace.call(budi, 'readJournal', { partnershipId, spaceId, after: 1, limit: 1 });
    expect(body.entries.map(({ sequence }) => sequence)).toEqual([2]);
    expect(body.sequence).toBe(3);
  });

  it("does not know another firm's private space", async () => {
    const { ana, budi } = await workspace.threePeople();
    const { partnershipId } = budi;
    const answer = await workspace.call(budi, 'readJournal', { partnershipId, spaceId: ana.own, after: 0 });
    expect(answer.status).toBe(404);
  });
});

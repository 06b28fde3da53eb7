import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentId, Goal, GoalId, MeetingId, Need, TaskId, TextVersionId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
// Nine in the morning in Jakarta.
beforeEach(() => workspace.clock.set('2026-11-24T02:00:00.000Z'));

async function writeTask(as: Sitting, title: string, change: object = {}): Promise<TaskId> {
  const id = newId() as TaskId;
  const { partnershipId, partnerId, seatId } = as;
  const whom = { partnerId, assigneeId: seatId, dueOn: null, goalId: null, origin: null };
  const task = { id, isPrivate: false, title, note: '', rank: 'a0', ...whom, ...change };
  expect((await workspace.call(as, 'createTask', { partnershipId, ...task })).status).toBe(200);
  return id;
}

async function schedule(as: Sitting, title: string, startsAt: string, endsAt: string): Promise<void> {
  const { partnershipId } = as;
  const ids = { id: newId() as MeetingId, documentId: newId() as DocumentId };
  const meeting = { ...ids, title, startsAt, endsAt, place: '', url: '', locale: 'id' as const };
  expect((await workspace.call(as, 'scheduleMeeting', { partnershipId, ...meeting })).status).toBe(200);
}

async function writeGoal(as: Sitting, title: string, rank: string): Promise<GoalId> {
  const { partnershipId } = as;
  const ids = { id: newId() as GoalId, documentId: newId() as DocumentId };
  const goal = { ...ids, title, rank, benefit: null, startsOn: null, endsOn: null, locale: 'id' as const };
  expect((await workspace.call(as, 'createGoal', { partnershipId, ...goal })).status).toBe(200);
  return ids.id;
}

const read = async (as: Sitting) => (await workspace.call(as, 'readToday', { partnershipId: as.partnershipId })).body;
const titleOf = (need: Need): string => {
  if (need.kind === 'task') return need.task.title;
  if (need.kind === 'meeting') return need.meeting.title;
  return need.kind === 'goal' ? need.goal.title : String(need.round.number);
};

describe('the home of a person', () => {
  it('shows what needs them, private tasks of the own firm included, and nothing that needs others', async () => {
    const { ana, budi } = await workspace.threePeople();
    await writeTask(ana, 'lewat', { dueOn: '2026-11-20' });
    await writeTask(ana, 'hari ini', { dueOn: '2026-11-24', isPrivate: true });
    await writeTask(ana, 'tanpa orang', { assigneeId: null });
    await schedule(ana, 'rapat', '2026-11-24T02:45:00.000Z', '2026-11-24T04:00:00.000Z');
    const goalId = await writeGoal(ana, 'Retur', 'a0');
    const { partnershipId } = ana;
    await workspace.call(ana, 'changeGoal', { partnershipId, goalId, championId: ana.seatId, version: 1 });

    const shown = (await read(ana)).needs.map((need) => `${need.reason}: ${titleOf(need)}`);
    expect(shown).toEqual([
      'overdue: lewat',
      'due-today: hari ini',
      'starts-soon: rapat',
      'needs-person: tanpa orang',
      'incomplete: Retur',
    ]);
    expect((await read(budi)).needs.map(titleOf)).toEqual(['rapat']);
  });

  it("counts days in the partnership's zone", async () => {
    const { ana } = await workspace.threePeople();
    await writeTask(ana, 'tugas', { dueOn: '2026-11-25' });
    workspace.clock.set('2026-11-24T16:59:00.000Z');
    expect((await read(ana)).needs.map(({ reason }) => reason)).toEqual(['due-soon']);
    workspace.clock.set('2026-11-24T17:00:00.000Z');
    expect((await read(ana)).needs.map(({ reason }) => reason)).toEqual(['due-today']);
    workspace.clock.set('2026-11-25T17:00:00.000Z');
    expect((await read(ana)).needs.map(({ reason }) => reason)).toEqual(['overdue']);
  });

  it('shows the meetings of today and tomorrow, and the goals in their order', async () => {
    const { ana } = await workspace.threePeople();
    // 23.30 yesterday, 00.30 today, 23.30 tomorrow, 00.30 the day after, in Jakarta.
    await schedule(ana, 'kemarin', '2026-11-23T16:30:00.000Z', '2026-11-23T16:45:00.000Z');
    await schedule(ana, 'hari ini', '2026-11-23T17:30:00.000Z', '2026-11-23T18:30:00.000Z');
    await schedule(ana, 'besok', '2026-11-25T16:30:00.000Z', '2026-11-25T16:45:00.000Z');
    await schedule(ana, 'lusa', '2026-11-25T17:30:00.000Z', '2026-11-25T18:30:00.000Z');
    await writeGoal(ana, 'kedua', 'b0');
    await writeGoal(ana, 'pertama', 'a0');

    const { meetings, goals } = await read(ana);
    expect(meetings.map(({ title }) => title)).toEqual(['hari ini', 'besok']);
    expect(goals.map(({ title }) => title)).toEqual(['pertama', 'kedua']);
  });

  it('shows a goal as it stands after its text was given a name, which the journal tells of the goal, too', async () => {
    const { ana } = await workspace.threePeople();
    const goalId = await writeGoal(ana, 'Retur', 'a0');
    const { documentId } = (await read(ana)).goals[0] as Goal;
    const naming = { documentId, id: newId() as TextVersionId, name: 'Sebelum rapat', versionId: null };
    expect((await workspace.call(ana, 'nameTextVersion', naming)).status).toBe(200);
    expect((await read(ana)).goals).toMatchObject([{ id: goalId, title: 'Retur', documentId }]);
  });

  it('tells what others did since the last visit, one line for each thing and person', async () => {
    const { ana, budi } = await workspace.threePeople();
    const { partnershipId } = ana;
    const goalId = await writeGoal(ana, 'Retur', 'a0');
    expect(await read(budi)).toMatchObject({ since: null, changes: [{ entry: { name: 'goal.created' } }] });

    await workspace.call(budi, 'recordVisit', { partnershipId });
    expect(await read(budi)).toMatchObject({ since: '2026-11-24T02:00:00.000Z', changes: [] });

    await workspace.call(ana, 'changeGoal', { partnershipId, goalId, title: 'Retur turun', version: 1 });
    await workspace.call(ana, 'changeGoal', { partnershipId, goalId, title: 'Retur separuh', version: 2 });
    await workspace.call(budi, 'changeGoal', { partnershipId, goalId, benefit: 'market', version: 3 });
    const { changes } = await read(budi);
    expect(changes.map(({ entry, previous }) => [entry.data, previous])).toMatchObject([
      [{ title: 'Retur separuh', version: 3 }, { title: 'Retur turun' }],
    ]);
  });
});

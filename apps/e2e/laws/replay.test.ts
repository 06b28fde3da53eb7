import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentId, GoalId, TaskId } from '@mufakat/domain';
import { openWorkspace, type Workspace } from '../../server/test/workspace.js';
import { actsAt, everyName, foundTable, newSubjects, type Table } from './acts.js';
import { askAs, freshScreen, StaleScreen } from './stale-screen.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

/** Who looks: whose firm did it, or the firm across the table. */
describe.each(['ana', 'budi'] as const)('the screen of %s', (name) => {
  let table: Table;
  let screen: StaleScreen;
  let asleep: StaleScreen;
  let putBack: () => void;
  const made = newSubjects();
  const subjects = { goals: [] as GoalId[], tasks: [] as TaskId[], texts: [] as DocumentId[] };

  beforeAll(async () => {
    table = await foundTable(workspace);
    putBack = askAs(workspace, table[name]);
    screen = new StaleScreen(workspace, table[name]);
    asleep = new StaleScreen(workspace, table[name]);
    await screen.open(subjects);
    await asleep.open(subjects, 'the beginning');
  });
  afterAll(() => {
    screen.close();
    asleep.close();
    putBack();
  });

  it('which is stale shows what a fresh one fetches after every kind of entry', async () => {
    for (const { says, does } of actsAt(workspace, table, made)) {
      workspace.clock.advance(60_000);
      await does();
      await screen.caughtUp();
      expect({ after: says, ...screen.now() }).toEqual({ after: says, ...(await freshScreen(table[name], subjects)) });
      if (says === 'goal.created') [subjects.goals, subjects.texts] = [[made.goalId], [made.documentId]];
      if (says === 'task.created') subjects.tasks = [made.taskId];
      await screen.open(subjects);
    }
  });

  it('shows the same when it hears the whole journal from the beginning', async () => {
    await asleep.open(subjects, 'the beginning');
    await asleep.caughtUp();
    expect(asleep.now()).toEqual(await freshScreen(table[name], subjects));
  });

  it('has heard every kind of entry the contract knows', async () => {
    const journals = [await workspace.journal(table.ana.shared), await workspace.journal(table.ana.own)];
    const heard = new Set(journals.flat().map((entry) => entry.name));
    // Only a clock brings this one about.
    heard.add('goal.sign-off-lapsed');
    expect(everyName.filter((each) => !heard.has(each))).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentId, GoalId, TaskId } from '@mufakat/domain';
import { actsAt, foundTable, newSubjects, type Act, type Table } from '../laws/acts.js';
import { askAs, freshScreen, StaleScreen } from '../laws/stale-screen.js';
import { Cluster } from './cluster.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
}, 90_000);
afterAll(() => cluster.stop());

describe('a screen that stands on another process', () => {
  let table: Table;
  let screen: StaleScreen;
  let putBack: () => void;
  let acts: Act[];
  const made = newSubjects();
  const subjects = { goals: [] as GoalId[], tasks: [] as TaskId[], texts: [] as DocumentId[] };

  beforeAll(async () => {
    const [here, there] = cluster.at;
    table = await foundTable(here!);
    acts = actsAt(here!, table, made);
    putBack = askAs(there!, table.budi);
    screen = new StaleScreen(there!, table.budi);
    await screen.open(subjects);
  }, 60_000);
  afterAll(() => {
    screen.close();
    putBack();
  });

  /** Plays the next acts, each time holding what the screen shows against what it would fetch. */
  async function play(count: number): Promise<void> {
    for (const { says, does } of acts.splice(0, count)) {
      await does();
      await screen.caughtUp();
      expect({ after: says, ...screen.now() }).toEqual({ after: says, ...(await freshScreen(table.budi, subjects)) });
      if (says === 'goal.created') [subjects.goals, subjects.texts] = [[made.goalId], [made.documentId]];
      if (says === 'task.created') subjects.tasks = [made.taskId];
      await screen.open(subjects);
    }
  }

  it('shows after every act what a fresh one fetches', () => play(12));

  it('does so while Redis is dead, and after another one took its place', async () => {
    cluster.killRedis();
    await play(6);
    await cluster.replaceRedis();
    await play(6);
  });

  it('does so after the line on which processes hear of commits broke', async () => {
    await cluster.breakNotices();
    await play(acts.length);
    expect(acts).toEqual([]);
  });
});

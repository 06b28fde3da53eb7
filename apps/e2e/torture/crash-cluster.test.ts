import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { DurableCluster } from './durable-cluster.js';
import { outlive } from './endless-kills.js';

/** How long Redis stays away at most, in milliseconds: long enough that words are written and shown without it. */
const longestAbsence = 700;

describe('words that were called saved, at two processes on PostgreSQL and Redis', () => {
  let cluster: DurableCluster;
  beforeAll(async () => {
    cluster = await DurableCluster.start();
  }, 90_000);
  afterAll(() => cluster.stop());

  it('outlive kills of a server', async () => {
    const kill = (roll: (sides: number) => number) => cluster.killServer(roll(2));
    await outlive(cluster.world, { of: 'server', everyday: 7, kill });
  }, 3_600_000);

  it('outlive kills of PostgreSQL, which the servers survive', async () => {
    await outlive(cluster.world, {
      ...{ of: 'PostgreSQL', everyday: 4, agreesWithin: 30_000 },
      kill: () => cluster.killPostgres(),
    });
  }, 3_600_000);

  it('outlive kills of Redis, and both processes show the same within five seconds', async () => {
    await outlive(cluster.world, {
      ...{ of: 'Redis', everyday: 9, agreesWithin: 5_000 },
      kill: (roll) => cluster.killRedis(roll(longestAbsence)),
    });
  }, 3_600_000);
});

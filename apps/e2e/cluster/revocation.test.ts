import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorkspace, type Workspace } from '../../server/test/workspace.js';
import { causes, missing } from './causes.js';
import { Cluster } from './cluster.js';
import { revoke, type Stage } from './revocation.js';

type Column = { within: number; stage(): Stage };

let cluster: Cluster;
let workspace: Workspace;
beforeAll(async () => {
  [cluster, workspace] = await Promise.all([Cluster.start(), openWorkspace()]);
}, 90_000);
afterAll(() => Promise.all([cluster.stop(), workspace.close()]));

const inCluster = (openAt: 0 | 1): Stage => ({ actAt: cluster.at[0]!, openAt: cluster.at[openAt]! });

/** In this order, because Redis stays dead. */
const columns: Record<string, Column> = {
  'in a process with the database in it': { within: 1_000, stage: () => ({ actAt: workspace, openAt: workspace }) },
  'in one process': { within: 1_000, stage: () => inCluster(0) },
  'in another process': { within: 2_000, stage: () => inCluster(1) },
  'in another process whose line of news has just broken': {
    within: 2_000,
    stage: () => ({ ...inCluster(1), before: () => cluster.breakNotices() }),
  },
  'in another process while Redis is dead': {
    within: 2_000,
    stage: () => {
      cluster.killRedis();
      return inCluster(1);
    },
  },
};

describe.each(Object.entries(columns))('whoever has something open %s', (_, { stage, within }) => {
  let place: Stage;
  beforeAll(() => {
    place = stage();
  });

  it.each(causes)('loses it at once when $name', async (cause) => {
    const sample = await revoke(cause, place);
    expect(Math.max(sample.live, sample.document ?? 0)).toBeLessThan(within);
    expect(sample.codes).toHaveLength(cause.codes.length);
    for (const [n, code] of sample.codes.entries()) expect(cause.codes[n]).toContain(code);
    expect(sample).toMatchObject({ followsAgain: cause.followsAgain, isKept: cause.isKept });
  });
});

for (const name of missing) it.todo(`whoever has something open loses it at once when ${name}: there is no route yet`);

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RunningServer } from '../browser/server.js';
import { agreeingIn, good } from '../../server/test/agreeing.js';
import { Cluster, freshKeyFile } from './cluster.js';

let cluster: Cluster;
beforeAll(async () => {
  cluster = await Cluster.start();
}, 90_000);
afterAll(() => cluster.stop());

describe('processes on one database', () => {
  it('sign with one key, whichever of them is asked', async () => {
    const [here, there] = cluster.at;
    if (!here || !there) throw new Error('there are two');
    const { ana, budi } = await here.threePeople();
    const acts = agreeingIn(here);
    const goal = good(await acts.propose(ana, await acts.completeDraft([ana, budi])));
    good(await acts.sign(ana, goal));
    good(await agreeingIn(there).sign(budi, goal));
    const receipts = good(await there.call(ana, 'listReceipts', { partnershipId: ana.partnershipId }));
    expect(receipts).toHaveLength(2);
    expect(new Set(receipts.map(({ publicKey }) => publicKey)).size).toBe(1);
  });

  it('refuse to start beside one that signs with another key, in one sentence', async () => {
    const { PORT: _, DATA_DIR: __, ...shared } = cluster.servers[0]?.env ?? {};
    const env = { ...shared, SIGNING_KEY_FILE: await freshKeyFile() };
    await expect(RunningServer.start(env)).rejects.toThrow(
      /ended with 1[\s\S]*signs with another key than this one \([0-9a-f]{16}\); give all of them the same SIGNING_KEY_FILE/,
    );
  });
});

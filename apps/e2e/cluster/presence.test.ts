import { afterAll, afterEach, beforeAll, describe, it } from '@jest/globals';
import type { Presence } from '@mufakat/domain';
import type { Sitting } from '../../server/test/workspace.js';
import { Cluster, until } from './cluster.js';
import { LiveLine } from './live-line.js';

let cluster: Cluster;
const lines: LiveLine[] = [];
beforeAll(async () => {
  cluster = await Cluster.start();
}, 90_000);
afterEach(() => {
  for (const line of lines.splice(0)) line.end();
});
afterAll(() => cluster.stop());

/** Somebody looks at the partnership through one of the processes. */
async function look(process: 0 | 1, who: Sitting): Promise<{ line: LiveLine; sees: (...whom: Sitting[]) => boolean }> {
  const line = await LiveLine.follow(cluster.at[process]!, who, who.shared);
  lines.push(line);
  line.look(who.partnershipId, 'goals');
  const idsOf = (people: readonly Pick<Presence, 'seatId'>[]) => people.map(({ seatId }) => seatId).toSorted();
  return { line, sees: (...whom) => JSON.stringify(idsOf(line.people)) === JSON.stringify(idsOf(whom)) };
}

describe('who is here', () => {
  it('is the same for everybody, whichever process they came through, until they go', async () => {
    const { ana, budi } = await cluster.at[0]!.threePeople();
    const [anas, budis] = [await look(0, ana), await look(1, budi)];
    await until(() => anas.sees(ana, budi) && budis.sees(ana, budi));

    const again = await look(1, ana);
    anas.line.end();
    await until(() => again.sees(ana, budi) && budis.sees(ana, budi));
    again.line.end();
    await until(() => budis.sees(budi));
  });

  it('is only who is in the own process after Redis has been dead for a while, and everybody when it is back', async () => {
    const { ana, budi } = await cluster.at[0]!.threePeople();
    const [anas, budis] = [await look(0, ana), await look(1, budi)];
    await until(() => anas.sees(ana, budi) && budis.sees(ana, budi));
    cluster.killRedis();
    await until(() => anas.sees(ana) && budis.sees(budi), 30_000);
    await cluster.replaceRedis();
    await until(() => anas.sees(ana, budi) && budis.sees(ana, budi), 30_000);
  }, 90_000);

  it('forgets the people of a process that died, within 30 s', async () => {
    const { ana, budi } = await cluster.at[0]!.threePeople();
    const [anas, budis] = [await look(0, ana), await look(1, budi)];
    await until(() => anas.sees(ana, budi) && budis.sees(ana, budi));
    await cluster.servers[1]!.kill();
    await until(() => anas.sees(ana), 30_000);
  }, 60_000);
});

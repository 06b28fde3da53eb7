import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Running, Sitting } from '../../server/test/workspace.js';
import { askAs, freshScreen, StaleScreen } from '../laws/stale-screen.js';
import { Cluster, until } from './cluster.js';
import { Proxy } from './proxy.js';
import { DocumentScreen } from './screen.js';
import { beginText, type SharedText } from './seated.js';

let proxy: Proxy;
let cluster: Cluster;
let site: Running;
beforeAll(async () => {
  proxy = await Proxy.open();
  cluster = await Cluster.start({ env: { PUBLIC_URL: proxy.url } });
  proxy.to(cluster.servers.map(({ url }) => url));
  site = cluster.askedAt(proxy.url);
}, 90_000);
afterAll(async () => {
  await cluster.stop();
  await proxy.close();
});

/** Does a thing again and again until told to stop. */
function keepDoing(act: (n: number) => Promise<void> | void, pause: number) {
  let isDone = false;
  const doing = (async () => {
    for (let n = 0; !isDone; n += 1) {
      await act(n);
      await new Promise((next) => setTimeout(next, pause));
    }
  })();
  return async () => {
    isDone = true;
    await doing;
  };
}

/** Makes a task, and asks again under the same id when the line was cut. */
async function makeTask(as: Sitting, id: TaskId): Promise<void> {
  const nothing = { note: '', goalId: null, origin: null, dueOn: null, assigneeId: null };
  const task = { id, partnershipId: as.partnershipId, title: 'Kirim rangka', partnerId: as.partnerId, rank: 'a0' };
  for (;;) {
    const answer = await site.call(as, 'createTask', { ...task, ...nothing, isPrivate: false }).catch(() => null);
    if (answer?.status === 200) return;
    if (answer && answer.status < 500) throw new Error(`it was answered ${answer.status}`);
    await new Promise((next) => setTimeout(next, 50));
  }
}

describe('a server of two processes that are restarted one after the other', () => {
  let shared: SharedText;
  let screens: DocumentScreen[];
  let journal: StaleScreen;
  let putBack: () => void;
  const tasks: TaskId[] = [];
  const tokens: string[] = [];

  beforeAll(async () => {
    shared = await beginText(site);
    const writers = [shared.ana, shared.budi, shared.ana, shared.budi];
    screens = writers.map((who) => new DocumentScreen(proxy.url, who, shared.documentId, true));
    putBack = askAs(site, shared.budi);
    journal = new StaleScreen(site, shared.budi);
    await journal.open({ goals: [], tasks: [], texts: [] });
    await Promise.all(screens.map((screen) => screen.synced()));

    const stopTyping = keepDoing((n) => {
      tokens.push(`[kata-${n}]`);
      screens[n % screens.length]!.write(`[kata-${n}]`);
    }, 25);
    const stopActing = keepDoing(async () => {
      const id = newId() as TaskId;
      await makeTask(shared.ana, id);
      tasks.push(id);
    }, 100);
    for (const server of cluster.servers) {
      await server.end();
      await server.run();
      await until(() => screens.every(({ provider }) => provider.synced));
    }
    await stopTyping();
    await stopActing();
  }, 120_000);
  afterAll(() => {
    for (const screen of screens) screen.destroy();
    journal.close();
    putBack();
  });

  it('tells every document why it goes, and has all of them back within 5 s', () => {
    const closings = screens.flatMap(({ closed }) => closed);
    expect(closings.length).toBeGreaterThanOrEqual(screens.length);
    expect(new Set(closings)).toEqual(new Set([1012]));
    expect(Math.max(...screens.map(({ longestAbsence }) => longestAbsence))).toBeLessThan(5_000);
  });

  it('keeps every word once, on every screen and for whoever comes later', async () => {
    const late = new DocumentScreen(proxy.url, shared.ana, shared.documentId);
    await late.synced();
    for (const { text } of [...screens, late]) {
      const found = text.match(/\[kata-\d+\]/g) ?? [];
      expect(found.toSorted()).toEqual(tokens.toSorted());
    }
    late.destroy();
  });

  it('keeps every act once, and shows it on the screen that stayed open', async () => {
    await journal.caughtUp();
    expect(journal.now()).toEqual(await freshScreen(shared.budi, { goals: [], tasks: [], texts: [] }));
    const { body } = await site.call(shared.budi, 'listTasks', { partnershipId: shared.ana.partnershipId });
    expect(body.map(({ id }) => id).toSorted()).toEqual(tasks.toSorted());
  });
});

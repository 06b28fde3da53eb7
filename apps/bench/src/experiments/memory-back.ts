import { wait, type Bench } from '../bench.ts';
import { runMany, runStream } from '../load/job.ts';
import { Samples } from '../report/samples.ts';
import type { Section } from '../report/section.ts';
import { compare, type Metric } from '../report/table.ts';
import type { Contender, Running } from '../servers/contender.ts';
import { Inspector } from '../servers/inspector.ts';
import { freePort } from '../servers/server-process.ts';

interface Given {
  before: number;
  after: number;
}
interface Watching {
  contender: Contender;
  running: Running;
  inspector: Inspector;
  before: number;
}

const cell = 'all';
const MB = 1024 ** 2;
const metrics: Metric<Given>[] = [
  { name: 'in use before the first reader, MB', pick: ({ before }) => before / MB },
  { name: 'in use after the last one left, MB', pick: ({ after }) => after / MB },
  { name: 'grown, %', pick: ({ before, after }) => (100 * (after - before)) / before },
];

/** What a server still holds when everybody has gone home. */
export async function memoryBack(bench: Bench): Promise<Section> {
  const { ours, hocuspocus, yWebsocket, yCrossws, relay } = bench.contenders;
  const all = bench.isQuick ? [ours] : [ours, hocuspocus, yWebsocket, yCrossws, relay];
  const seconds = bench.isQuick ? 5 : 60;
  const watched: Watching[] = [];
  for (const contender of all) watched.push(await work(bench, contender));
  await wait(seconds * 1000);
  const samples = new Samples<Given>();
  for (const { contender, running, inspector, before } of watched) {
    samples.add(cell, contender.name, { before, after: await inspector.memoryInUse() });
    inspector.close();
    await running.process.stop();
  }
  const [given] = samples.of(cell, 'ours');
  return {
    name: 'memory-back',
    title: 'Memory given back',
    how: `${documentsOf(bench)} documents with two clients, then 50 clients x 500 edits/s in one; ${seconds} s after the last one left, heap and external memory after a forced collection (by the inspector, from outside).${bench.isQuick ? ' A quick run does not wait for the 30 s after which ours frees a room.' : ''}`,
    tables: [compare('Memory', samples, { cells: [cell], contenders: all.map(({ name }) => name), metrics })],
    aims: [
      {
        says: 'memory given back: grown since the start',
        limit: 10,
        unit: '%',
        value: given && !bench.isQuick ? (100 * (given.after - given.before)) / given.before : null,
      },
    ],
    raw: samples.all(),
  };
}

function documentsOf(bench: Bench): number {
  return bench.isQuick ? 20 : 300;
}

async function work(bench: Bench, contender: Contender): Promise<Watching> {
  const port = await freePort();
  const running = await contender.start({ nodeOptions: [`--inspect=127.0.0.1:${port}`] });
  const documents = await running.places(documentsOf(bench), 2);
  const [targets = []] = await running.places(1, 50);
  const inspector = await Inspector.connect(port);
  const before = await inspector.memoryInUse();
  const common = {
    dialect: contender.dialect,
    isRelay: contender.isRelay,
    server: { name: contender.name, pid: running.process.pid },
    auxiliary: running.auxiliary,
  };
  await runMany({ ...common, documents, pauseSeconds: 1, typingSeconds: 3, idleSeconds: 0.1 });
  await runStream({
    ...common,
    targets,
    writers: 10,
    editsPerSecond: 500,
    editsPerUpdate: 1,
    warmSeconds: 0.5,
    measuredSeconds: 4,
  });
  bench.say(`  ${contender.name}: everybody has left`);
  return { contender, running, inspector, before };
}

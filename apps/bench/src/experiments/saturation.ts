import { rotated, type Bench } from '../bench.ts';
import { runStream } from '../load/job.ts';
import type { StreamResult } from '../load/stream.ts';
import { median, Samples } from '../report/samples.ts';
import type { Section } from '../report/section.ts';
import { compare, ratio, type Metric } from '../report/table.ts';
import type { Contender } from '../servers/contender.ts';

const clients = 50;
/** Ours takes 120 frames a second of one socket (`framesPerSecond`), so nobody is asked for more than this. */
const framesPerWriter = 100;
const fewestWriters = 10;
const tooLate = 100;
const mostEditsPerSecond = 100_000;
const cell = `${clients} clients`;

const metrics: Metric<StreamResult>[] = [
  { name: 'edits delivered per second', pick: ({ delivered }) => delivered },
  { name: 'p99 at that step, ms', pick: ({ p99 }) => p99 },
  { name: 'server CPU, %', pick: ({ serverCpu }) => serverCpu },
  { name: 'load process CPU, %', pick: ({ loadCpu }) => loadCpu },
];

/** How much can be delivered before it comes late. */
export async function saturation(bench: Bench): Promise<Section> {
  const { ours, hocuspocus, yWebsocket, yCrossws, relay } = bench.contenders;
  const all = bench.isQuick ? [ours, hocuspocus, relay] : [ours, hocuspocus, yWebsocket, yCrossws, relay];
  const samples = new Samples<StreamResult>();
  for (let round = 0; round < (bench.isQuick ? 1 : 2); round += 1) {
    for (const contender of rotated(all, round)) {
      const last = await climb(bench, contender);
      if (last) samples.add(cell, contender.name, last);
    }
    bench.say(`  round ${round + 1}: done`);
  }
  const delivered = (name: string) => median(samples.numbers(cell, name, (result) => result.delivered));
  return {
    name: 'saturation',
    title: 'Saturation: the last step before p99 reaches 100 ms',
    how: `${clients} clients of one document. The pace grows by a quarter (a quick run: doubles) from 1,000 edits/s. ${fewestWriters} clients write, then as many as it takes for ${framesPerWriter} frames a second each, and beyond 5,000 edits/s each update carries several edits; the same for all.`,
    tables: [compare('Last good step', samples, { cells: [cell], contenders: all.map(({ name }) => name), metrics })],
    aims: [
      {
        says: 'saturation to Hocuspocus',
        limit: 1.2,
        atLeast: true,
        unit: 'x',
        value: ratio(delivered('ours'), delivered('Hocuspocus')),
      },
    ],
    raw: samples.all(),
  };
}

async function climb(bench: Bench, contender: Contender): Promise<StreamResult | null> {
  let last: StreamResult | null = null;
  for (let pace = 1000; pace < mostEditsPerSecond; pace *= bench.isQuick ? 2 : 1.25) {
    const result = await step(bench, contender, Math.round(pace));
    if (result.missing > 0 || result.closed > 0 || (result.p99 ?? tooLate) >= tooLate) return last;
    last = result;
  }
  return last;
}

async function step(bench: Bench, contender: Contender, pace: number): Promise<StreamResult> {
  const running = await bench.running(contender);
  const [targets = []] = await running.places(1, clients);
  const writers = Math.min(clients, Math.max(fewestWriters, Math.ceil(pace / framesPerWriter)));
  return runStream({
    targets,
    dialect: contender.dialect,
    isRelay: contender.isRelay,
    writers,
    editsPerSecond: pace,
    editsPerUpdate: Math.ceil(pace / (writers * framesPerWriter)),
    warmSeconds: 0.5,
    measuredSeconds: bench.isQuick ? 1 : 2,
    server: { name: contender.name, pid: running.process.pid },
    auxiliary: running.auxiliary,
  });
}

import { rotated, wait, type Bench } from '../bench.ts';
import { runMany } from '../load/job.ts';
import type { ManyResult } from '../load/many.ts';
import { median, Samples } from '../report/samples.ts';
import type { Aim, Section } from '../report/section.ts';
import { compare, ratio, type Metric } from '../report/table.ts';
import type { Contender } from '../servers/contender.ts';

const metrics: Metric<ManyResult>[] = [
  { name: 'all synced after, ms', pick: ({ storm }) => storm },
  { name: 'turned away and came again', pick: ({ turnedAway }) => turnedAway },
  { name: 'server CPU of that, ms', pick: ({ stormCpu }) => stormCpu },
  { name: 'kB per open document', pick: ({ memoryPerDocument }) => memoryPerDocument / 1024 },
  { name: 'memory after typing, MB', pick: ({ rss }) => rss / 1024 ** 2 },
  { name: 'CPU per edit, µs', pick: ({ cpuPerEdit }) => cpuPerEdit },
  { name: 'PostgreSQL per edit, µs', pick: ({ auxiliaryCpuPerEdit }) => auxiliaryCpuPerEdit },
  { name: 'p50, ms', pick: ({ p50 }) => p50 },
  { name: 'p99, ms', pick: ({ p99 }) => p99 },
  { name: 'idle CPU, %', pick: ({ idleCpu }) => idleCpu },
];

/** A morning in which everybody opens something: connecting, memory, slow typing, nothing at all. */
export async function manyDocuments(bench: Bench): Promise<Section> {
  const { ours, hocuspocus, yWebsocket, yCrossws, relay } = bench.contenders;
  const all = bench.isQuick ? [ours, hocuspocus, relay] : [ours, hocuspocus, yWebsocket, yCrossws, relay];
  const sizes = bench.isQuick ? [100] : [500, 2000];
  const samples = new Samples<ManyResult>();
  for (let round = 0; round < (bench.isQuick ? 1 : 2); round += 1) {
    for (const size of sizes) {
      for (const contender of rotated(all, round)) {
        samples.add(`${size}`, contender.name, await measure(bench, contender, size));
      }
      bench.say(`  round ${round + 1}, ${size} documents: done`);
    }
  }
  return {
    name: 'many-documents',
    title: 'Many documents with two clients each',
    how: 'A server started anew; 100 sockets are opened at a time until all are synced; then nothing; then one edit per document every 5 s. Memory is resident memory beyond that of the empty server.',
    tables: [
      compare('By number of documents', samples, {
        cells: sizes.map(String),
        contenders: all.map(({ name }) => name),
        metrics,
      }),
    ],
    aims: aims(samples, `${sizes.at(-1)}`),
    raw: samples.all(),
  };
}

function aims(samples: Samples<ManyResult>, largest: string): Aim[] {
  const against = (rival: string, pick: Metric<ManyResult>['pick']) =>
    ratio(median(samples.numbers(largest, 'ours', pick)), median(samples.numbers(largest, rival, pick)));
  return [
    {
      says: `${largest} documents: memory per document to the relay`,
      limit: 1.1,
      unit: 'x',
      value: against('relay', (result) => result.memoryPerDocument),
    },
    {
      says: `${largest} documents: connect storm to Hocuspocus`,
      limit: 0.7,
      unit: 'x',
      value: against('Hocuspocus', (result) => result.storm),
    },
  ];
}

/** The documents of ours are made once; every measurement begins with a server that has just started. */
async function measure(bench: Bench, contender: Contender, size: number): Promise<ManyResult> {
  const made = await bench.running(contender);
  const documents = await made.places(size, 2);
  await made.process.stop();
  const running = await bench.running(contender);
  await wait(500);
  return runMany({
    documents,
    dialect: contender.dialect,
    isRelay: contender.isRelay,
    pauseSeconds: 5,
    typingSeconds: bench.isQuick ? 2 : 10,
    idleSeconds: bench.isQuick ? 1 : 5,
    server: { name: contender.name, pid: running.process.pid },
    auxiliary: running.auxiliary,
  });
}

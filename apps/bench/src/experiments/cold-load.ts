import { rotated, wait, type Bench } from '../bench.ts';
import { LoadClient } from '../load/client.ts';
import { cpuOf, memoryOf } from '../load/process-cost.ts';
import { read, wholeAfter } from '../load/reading.ts';
import type { Target } from '../load/web-socket.ts';
import { makeTrace, wholeTrace, type Trace } from '../load/trace.ts';
import { median, Samples } from '../report/samples.ts';
import type { Section } from '../report/section.ts';
import { compare, ratio, type Metric } from '../report/table.ts';
import type { Contender } from '../servers/contender.ts';

interface Loaded {
  ingestCpuPerEdit: number;
  firstWhole: number | null;
  firstBytes: number;
  secondWhole: number | null;
  cpu: number;
  grown: number;
}

const editsPerFrame = 512;
const framesPerSecond = 100;
const cell = 'trace';

const metrics: Metric<Loaded>[] = [
  { name: 'CPU per edit when written, µs', pick: ({ ingestCpuPerEdit }) => ingestCpuPerEdit },
  { name: 'first client whole after, ms', pick: ({ firstWhole }) => firstWhole },
  { name: 'bytes to it', pick: ({ firstBytes }) => firstBytes },
  { name: 'second client whole after, ms', pick: ({ secondWhole }) => secondWhole },
  { name: 'server CPU of both, ms', pick: ({ cpu }) => cpu },
  { name: 'memory grown, MB', pick: ({ grown }) => grown / 1024 ** 2 },
];

/** Opening a document with a long past on a server that has just started. */
export async function coldLoad(bench: Bench): Promise<Section> {
  const { ours, hocuspocus, yWebsocket } = bench.contenders;
  const all = [ours, hocuspocus, yWebsocket];
  const trace = makeTrace(bench.isQuick ? 20_000 : wholeTrace, editsPerFrame);
  const samples = new Samples<Loaded>();
  for (let round = 0; round < (bench.isQuick ? 1 : 2); round += 1) {
    for (const contender of rotated(all, round)) {
      samples.add(cell, contender.name, await measure(bench, contender, trace));
    }
    bench.say(`  round ${round + 1}: done`);
  }
  const whole = (name: string) => median(samples.numbers(cell, name, (result) => result.firstWhole));
  return {
    name: 'cold-load',
    title: 'Cold load of a long editing trace',
    how: `${trace.edits.toLocaleString('en')} one-key edits (typed and taken back, ${trace.text.length.toLocaleString('en')} signs left), ${editsPerFrame} in a frame; then quiet, kill -9, a new start, and two newcomers. A dash: the text never became whole.`,
    tables: [compare('After a kill', samples, { cells: [cell], contenders: all.map(({ name }) => name), metrics })],
    aims: [
      {
        says: 'cold load to Hocuspocus',
        limit: 0.12,
        unit: 'x',
        value: ratio(whole('ours'), whole('Hocuspocus')),
      },
    ],
    raw: samples.all(),
  };
}

async function measure(bench: Bench, contender: Contender, trace: Trace): Promise<Loaded> {
  const before = await bench.running(contender);
  const [[writer, first, second] = []] = await before.places(1, 3);
  if (!writer || !first || !second) throw new Error('there are no places');
  const cpuBefore = cpuOf(before.process.pid);
  const client = await ingest(contender, writer, trace);
  // Hocuspocus stores at the latest after ten seconds; everybody is given as long.
  await wait(bench.isQuick ? 4_000 : 12_000);
  if (client.closedWith !== null) throw new Error(`${contender.name} closed the writer with ${client.closedWith}`);
  const ingestCpuPerEdit = (cpuOf(before.process.pid) - cpuBefore) / trace.edits;
  await before.process.kill();

  const { process } = await bench.running(contender);
  await wait(500);
  const [cpu, memory] = [cpuOf(process.pid), memoryOf(process.pid)];
  const firstReading = await read(first, contender.dialect);
  const secondReading = await read(second, contender.dialect);
  return {
    ingestCpuPerEdit,
    firstWhole: wholeAfter(firstReading, trace.text),
    firstBytes: firstReading.bytes,
    secondWhole: wholeAfter(secondReading, trace.text),
    cpu: (cpuOf(process.pid) - cpu) / 1000,
    grown: memoryOf(process.pid) - memory,
  };
}

/** The writer stays, so that nothing is stored only because everybody has left. */
async function ingest(contender: Contender, target: Target, trace: Trace): Promise<LoadClient> {
  const client = await LoadClient.open(target, { dialect: contender.dialect });
  await client.synced;
  for (const update of trace.updates) {
    client.send(client.frame(update));
    await wait(1000 / framesPerSecond);
  }
  return client;
}

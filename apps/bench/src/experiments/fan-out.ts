import { rotated, type Bench } from '../bench.ts';
import { runStream } from '../load/job.ts';
import type { StreamResult } from '../load/stream.ts';
import { median, Samples } from '../report/samples.ts';
import type { Aim, Section } from '../report/section.ts';
import { compare, ratio, type Metric } from '../report/table.ts';
import type { Contender } from '../servers/contender.ts';

type Cell = { clients: number; editsPerSecond: number };

const writers = 10;
const rounds = 3;
const cells = [10, 50, 200].flatMap((clients) => [200, 1000].map((editsPerSecond) => ({ clients, editsPerSecond })));
const nameOf = ({ clients, editsPerSecond }: Cell) => `${clients} x ${editsPerSecond}`;
/** Where ours also runs on its embedded database, and what a quick run is content with. */
const few = ['10 x 200', '50 x 1000'];

const metrics: Metric<StreamResult>[] = [
  { name: 'p50, ms', pick: ({ p50 }) => p50 },
  { name: 'p99, ms', pick: ({ p99 }) => p99 },
  { name: 'CPU per delivery, µs', pick: ({ cpuPerDelivery }) => cpuPerDelivery },
  { name: 'PostgreSQL per delivery, µs', pick: ({ auxiliaryCpuPerDelivery }) => auxiliaryCpuPerDelivery },
  { name: 'load process CPU, %', pick: ({ loadCpu }) => loadCpu },
];
const saving: Metric<StreamResult>[] = [
  { name: 'edit to word of it, p50, ms', pick: ({ savedP50 }) => savedP50 },
  { name: 'edit to word of it, p95, ms', pick: ({ savedP95 }) => savedP95 },
];

/** How long an edit takes to everybody, and what a delivery costs. */
export async function fanOut(bench: Bench): Promise<Section> {
  const { ours, embedded, hocuspocus, yWebsocket, yCrossws, relay } = bench.contenders;
  const all = [ours, embedded, hocuspocus, ...(bench.isQuick ? [] : [yWebsocket, yCrossws]), relay];
  const chosen = cells.filter((cell) => !bench.isQuick || few.includes(nameOf(cell)));
  const samples = new Samples<StreamResult>();
  for (let round = 0; round < (bench.isQuick ? 1 : rounds); round += 1) {
    for (const cell of chosen) {
      for (const contender of rotated(all, round)) {
        if (contender === embedded && !few.includes(nameOf(cell))) continue;
        samples.add(nameOf(cell), contender.name, await measure(bench, contender, cell));
      }
      bench.say(`  round ${round + 1}, ${nameOf(cell)}: done`);
    }
  }
  const names = chosen.map(nameOf);
  const contenders = all.map(({ name }) => name);
  const who = { cells: names, contenders };
  return {
    name: 'fan-out',
    title: 'Fan-out: one document',
    how: `Clients x edits per second, ${writers} of them write. Latency is from sending an edit to each receipt by another client; CPU is the server process alone, PostgreSQL (with all its processes) is named apart.`,
    tables: [
      compare('Delivery', samples, { ...who, metrics }),
      compare('From an edit to "saved" (ours, after the commit) or to "applied" (Hocuspocus, in memory)', samples, {
        cells: names,
        contenders: [ours, embedded, hocuspocus].map(({ name }) => name),
        metrics: saving,
      }),
    ],
    aims: aims(samples, names),
    raw: samples.all(),
  };
}

async function measure(bench: Bench, contender: Contender, { clients, editsPerSecond }: Cell): Promise<StreamResult> {
  const running = await bench.running(contender);
  const [targets = []] = await running.places(1, clients);
  const result = await runStream({
    targets,
    dialect: contender.dialect,
    isRelay: contender.isRelay,
    writers,
    editsPerSecond,
    editsPerUpdate: 1,
    warmSeconds: 1,
    measuredSeconds: bench.isQuick ? 2 : 4,
    server: { name: contender.name, pid: running.process.pid },
    auxiliary: running.auxiliary,
  });
  if (result.closed > 0) bench.say(`  ${contender.name} closed ${result.closed} of its clients`);
  return result;
}

function aims(samples: Samples<StreamResult>, names: readonly string[]): Aim[] {
  const against = (cell: string, rival: string, pick: Metric<StreamResult>['pick']) =>
    ratio(median(samples.numbers(cell, 'ours', pick)), median(samples.numbers(cell, rival, pick)));
  const cpu: Metric<StreamResult>['pick'] = ({ cpuPerDelivery }) => cpuPerDelivery;
  const aim = (cell: string, says: string, of: Pick<Aim, 'limit' | 'unit' | 'value'>): Aim[] =>
    names.includes(cell) ? [{ says: `${cell}: ${says}`, ...of }] : [];
  const saved = (contender: string, pick: Metric<StreamResult>['pick']) =>
    median(samples.numbers('50 x 1000', contender, pick));
  const relayCpu = (cell: string, limit: number) =>
    aim(cell, 'CPU per delivery to the relay', { limit, unit: 'x', value: against(cell, 'relay', cpu) });
  return [
    ...aim('50 x 1000', 'edit to saved, p50', { limit: 10, unit: 'ms', value: saved('ours', (r) => r.savedP50) }),
    ...aim('50 x 1000', 'edit to saved, p95', { limit: 25, unit: 'ms', value: saved('ours', (r) => r.savedP95) }),
    ...aim('50 x 1000', 'edit to saved, p95, embedded', {
      limit: 100,
      unit: 'ms',
      value: saved('ours, embedded', (r) => r.savedP95),
    }),
    ...relayCpu('10 x 1000', 1.5),
    ...relayCpu('50 x 1000', 1),
    ...relayCpu('200 x 1000', 0.65),
    ...aim('10 x 200', 'CPU per delivery to Hocuspocus', {
      limit: 0.9,
      unit: 'x',
      value: against('10 x 200', 'Hocuspocus', cpu),
    }),
    ...names.flatMap((cell) => [
      ...aim(cell, 'p50 to Hocuspocus', { limit: 1, unit: 'x', value: against(cell, 'Hocuspocus', (r) => r.p50) }),
      ...aim(cell, 'p99 to Hocuspocus', { limit: 1.3, unit: 'x', value: against(cell, 'Hocuspocus', (r) => r.p99) }),
    ]),
  ];
}

/** The broker beside others. `--quick` is coarse and short, `--only <name>` one experiment, `--write` keeps the page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Bench, type Contenders } from './bench.ts';
import { coldLoad } from './experiments/cold-load.ts';
import { durability } from './experiments/durability.ts';
import { fanOut } from './experiments/fan-out.ts';
import { hostile } from './experiments/hostile.ts';
import { manyDocuments } from './experiments/many-documents.ts';
import { memoryBack } from './experiments/memory-back.ts';
import { saturation } from './experiments/saturation.ts';
import { slowReader } from './experiments/slow-reader.ts';
import { twoProcesses } from './experiments/two-processes.ts';
import { page } from './report/document.ts';
import { machine } from './report/machine.ts';
import type { Section } from './report/section.ts';
import { Database } from './servers/database.ts';
import { ours } from './servers/ours.ts';
import { hocuspocus, relay, yCrossws, yWebsocket } from './servers/peers.ts';

const experiments: Record<string, (bench: Bench) => Promise<Section>> = {
  'fan-out': fanOut,
  'many-documents': manyDocuments,
  saturation,
  'cold-load': coldLoad,
  durability,
  'slow-reader': slowReader,
  'memory-back': memoryBack,
  hostile,
  'two-processes': twoProcesses,
};

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: Object.keys(experiments) },
    write: { type: 'boolean', default: false },
  },
});
const unknown = options.only.find((name) => !experiments[name]);
if (unknown) stop(`There is no experiment ${unknown}; there are ${Object.keys(experiments).join(', ')}.`);

const database = await Database.start();
if (!database) stop('The bench needs PostgreSQL on this machine: install its package, it starts its own server.');
const contenders: Contenders = {
  ours: ours(database),
  embedded: ours(null),
  hocuspocus: hocuspocus(database),
  yWebsocket,
  yCrossws,
  relay,
};
const bench = new Bench(contenders, database, options.quick);
const facts = machine(database.version);
const sections: Section[] = [];
const begun = performance.now();

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void end().then(() => process.exit(130)));
try {
  for (const name of options.only) sections.push(await make(name));
} finally {
  await end();
}
keep();

async function make(name: string): Promise<Section> {
  const started = performance.now();
  bench.say(`${name} …`);
  const section = await (experiments[name] as (bench: Bench) => Promise<Section>)(bench);
  await bench.stopAll();
  bench.say(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return section;
}

async function end(): Promise<void> {
  await bench.stopAll();
  database?.stop();
}

function keep(): void {
  const text = page(facts, sections, Object.values(contenders));
  const folder = new URL('../results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${facts.date.slice(0, 19).replaceAll(':', '-')}.json`, folder);
  writeFileSync(file, JSON.stringify({ machine: facts, isQuick: options.quick, sections }, null, 1));
  if (options.write) writeFileSync(new URL('../../../docs/performance.md', import.meta.url), text);
  console.log(`\n${text}\n${((performance.now() - begun) / 60_000).toFixed(1)} minutes; results in ${file.pathname}`);
}

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

import { parseArgs } from 'node:util';
import { type Cause, causes } from '../cluster/causes.js';
import { Cluster } from '../cluster/cluster.js';
import { revoke, type Stage } from '../cluster/revocation.js';

const { values } = parseArgs({ options: { samples: { type: 'string', default: '1000' } } });
const wanted = Number(values.samples);
/** Strokes under way at once: enough to keep the servers busy, few enough to measure them and not the machine. */
const atOnce = 3;

type Column = { name: string; limit: number; stage: Stage; samples: number[]; wrong: string[] };

const cluster = await Cluster.start();
const [here, there] = cluster.at;
if (!here || !there) throw new Error('two processes are needed');
const column = (name: string, limit: number, openAt: typeof here): Column => ({
  ...{ name, limit, samples: [], wrong: [] },
  stage: { actAt: here, openAt },
});
const columns = [column('one process', 1_000, here), column('two processes', 2_000, there)];
const withoutRedis = column('two processes, Redis dead', 2_000, there);

try {
  const each = Math.ceil(wanted / 3);
  for (const [n, current] of [...columns, withoutRedis].entries()) {
    if (current === withoutRedis) cluster.killRedis();
    await fill(current, n === 2 ? wanted - 2 * each : each);
    report(current);
  }
} finally {
  await cluster.stop();
}
const failed = [...columns, withoutRedis].some(
  ({ samples, limit, wrong }) => wrong.length > 0 || most(samples) > limit,
);
process.exit(failed ? 1 : 0);

async function fill(into: Column, count: number): Promise<void> {
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < count) {
      const cause = causes[begun % causes.length];
      begun += 1;
      if (cause) await sample(into, cause);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

async function sample(into: Column, cause: Cause): Promise<void> {
  try {
    const { live, document, codes, followsAgain, isKept } = await revoke(cause, into.stage);
    into.samples.push(live, ...(document === null ? [] : [document]));
    const areCodesRight =
      codes.length === cause.codes.length && codes.every((code, n) => cause.codes[n]?.includes(code));
    if (!areCodesRight || followsAgain !== cause.followsAgain || isKept !== cause.isKept)
      into.wrong.push(`${cause.name}: closed with ${codes.join(', ')}, kept ${isKept}, follows ${followsAgain}`);
  } catch (error) {
    into.wrong.push(`${cause.name}: ${String(error)}`);
  }
}

function report({ name, samples, limit, wrong }: Column): void {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`;
  const figures = `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} (limit ${limit} ms)`;
  console.log(`${name}: ${samples.length} lines ended, ${figures}, ${wrong.length} wrong`);
  for (const line of wrong.slice(0, 10)) console.log(`  ${line}`);
}

function most(samples: readonly number[]): number {
  return samples.reduce((highest, each) => Math.max(highest, each), 0);
}

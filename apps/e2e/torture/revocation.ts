import { parseArgs } from 'node:util';
import { type Cause, causes } from '../cluster/causes.js';
import { Cluster } from '../cluster/cluster.js';
import { revoke, type Stage } from '../cluster/revocation.js';
import { print, proofLine, spread } from '../../../scripts/proof-line.mjs';

const { values } = parseArgs({ options: { samples: { type: 'string', default: '1000' } } });
const wanted = Number(values.samples);
/** Strokes under way at once: enough to keep the servers busy, few enough to measure them and not the machine. */
const atOnce = 3;

type Column = {
  name: string;
  limit: number;
  stage: Stage;
  began: number;
  strokes: number;
  samples: number[];
  wrong: string[];
};

const cluster = await Cluster.start();
const [here, there] = cluster.at;
if (!here || !there) throw new Error('two processes are needed');
const column = (name: string, limit: number, openAt: typeof here): Column => ({
  ...{ name, limit, began: 0, strokes: 0, samples: [], wrong: [] },
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
  into.began = performance.now();
  let begun = 0;
  const worker = async (): Promise<void> => {
    while (begun < count) {
      const cause = causes[begun % causes.length];
      begun += 1;
      if (cause) await sample(into, cause);
      into.strokes += 1;
      if (into.strokes % 50 === 0) print(`  ${into.name}: ${into.strokes} of ${count} strokes`);
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

function report({ name, limit, began, strokes, samples, wrong }: Column): void {
  const counts = `${strokes} strokes, ${samples.length} lines ended`;
  const result = `${spread(samples)} (limit ${limit} ms), ${wrong.length} wrong`;
  print(proofLine({ proof: `revocation: ${name}`, counts, began, result }));
  for (const line of wrong.slice(0, 10)) print(`  ${line}`);
}

function most(samples: readonly number[]): number {
  return samples.reduce((highest, each) => Math.max(highest, each), 0);
}

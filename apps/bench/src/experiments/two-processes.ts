import { readFileSync } from 'node:fs';
import { wait, type Bench } from '../bench.ts';
import { LoadClient } from '../load/client.ts';
import { eachStamp, stampOf, Writer } from '../load/edits.ts';
import { runStream } from '../load/job.ts';
import type { Target } from '../load/web-socket.ts';
import type { Section } from '../report/section.ts';
import { notMeasured, ratio, short } from '../report/table.ts';
import type { Running } from '../servers/contender.ts';
import { ours } from '../servers/ours.ts';
import { Redis } from '../servers/redis.ts';

const builtSettings = new URL('../../../server/dist/src/env.js', import.meta.url);
const writers = 10;
const readers = 10;
const editsPerSecond = 200;
const nothing = { name: 'two-processes', title: 'Two processes', how: '', tables: [], aims: [], raw: null };

/** What a second process costs on an edit's way, and what is left when Redis is killed. */
export async function twoProcesses(bench: Bench): Promise<Section> {
  if (!readFileSync(builtSettings, 'utf8').includes('REDIS_URL')) {
    return { ...nothing, skipped: 'Not made: this server does not know REDIS_URL.' };
  }
  const redis = await Redis.start();
  if (!redis) return { ...nothing, skipped: 'Not made: this machine has no redis-server.' };
  const contender = ours(bench.database, { REDIS_URL: redis.url });
  const a = await contender.start();
  await a.places(1, writers + readers);
  const b = await contender.start({ beside: a });
  try {
    const one = await carry(bench, a, a);
    const two = await carry(bench, a, b);
    const after = await killRedis(redis, a, b);
    return section(one, two, after);
  } finally {
    redis.kill();
    await Promise.all([a.process.stop(), b.process.stop()]);
  }
}

type Times = Awaited<ReturnType<typeof carry>>;
type Aftermath = Awaited<ReturnType<typeof killRedis>>;

function section(one: Times, two: Times, { sent, lost, longest }: Aftermath): Section {
  const ms = (value: number | null) => (value === null ? notMeasured : short(value));
  return {
    ...nothing,
    how: `${writers} writers on A (${editsPerSecond} edits/s), ${readers} readers on A or on B. Then Redis is killed while they write. The wait is from sending an edit to its receipt on B.`,
    tables: [
      {
        title: 'From A to its readers',
        head: ['', 'readers on A', 'readers on B'],
        rows: [
          ['p50, ms', ms(one.p50), ms(two.p50)],
          ['p99, ms', ms(one.p99), ms(two.p99)],
        ],
      },
      {
        title: 'Redis killed',
        head: ['edits', 'never came to B', 'longest wait, ms'],
        rows: [[String(sent), String(lost), short(longest)]],
      },
    ],
    aims: [
      { says: 'two processes: p50 to one', limit: 3, unit: 'x', value: ratio(two.p50, one.p50) },
      { says: 'Redis killed: edits lost', limit: 0, unit: '', value: lost },
      { says: 'Redis killed: longest wait', limit: 5_000, unit: 'ms', value: longest },
    ],
    raw: { one, two, killed: { sent, lost, longest } },
  };
}

function on({ port }: Running, target: Target): Target {
  return { ...target, port, headers: { ...target.headers, origin: `http://localhost:${port}` } };
}

async function carry(bench: Bench, a: Running, b: Running) {
  const [targets = []] = await a.places(1, writers + readers);
  return runStream({
    targets: targets.map((target, index) => on(index < writers ? a : b, target)),
    dialect: 'y-websocket',
    isRelay: false,
    writers,
    listenFrom: writers,
    editsPerSecond,
    editsPerUpdate: 1,
    warmSeconds: 1,
    measuredSeconds: bench.isQuick ? 2 : 5,
    server: { name: 'A', pid: a.process.pid },
    auxiliary: [{ name: 'B', pid: b.process.pid }, ...a.auxiliary],
  });
}

/** One writes on A, one reads on B, and Redis goes away for good. */
async function killRedis(redis: Redis, a: Running, b: Running) {
  const [[writing, reading] = []] = await a.places(1, 2);
  if (!writing || !reading) throw new Error('there are no places');
  const author = await LoadClient.open(on(a, writing), { dialect: 'y-websocket' });
  const reader = await LoadClient.open(on(b, reading), { dialect: 'y-websocket' });
  await Promise.all([author.synced, reader.synced]);
  const sentAt: number[] = [];
  const waits = new Map<number, number>();
  reader.onText = (message) =>
    eachStamp(message, (edit) => {
      if (!waits.has(edit)) waits.set(edit, performance.now() - (sentAt[edit] ?? 0));
    });
  const writer = new Writer();
  author.send(author.frame(writer.start()));
  for (let edit = 0; edit < 200; edit += 1) {
    if (edit === 80) redis.kill();
    sentAt.push(performance.now());
    author.send(author.frame(writer.type([stampOf(edit)])));
    await wait(25);
  }
  const end = performance.now() + 15_000;
  while (waits.size < sentAt.length && performance.now() < end) await wait(50);
  for (const client of [author, reader]) client.close();
  return { sent: sentAt.length, lost: sentAt.length - waits.size, longest: Math.max(...waits.values()) };
}

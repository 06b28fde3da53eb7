import { wait, type Bench } from '../bench.ts';
import { LoadClient } from '../load/client.ts';
import { eachStamp, stampOf, Writer } from '../load/edits.ts';
import { read, textOf } from '../load/reading.ts';
import { Samples } from '../report/samples.ts';
import type { Section } from '../report/section.ts';
import { compare, type Metric } from '../report/table.ts';
import type { Contender } from '../servers/contender.ts';

interface Killed {
  sent: number;
  seen: number;
  acknowledged: number;
  seenAndLost: number;
  acknowledgedAndLost: number;
}

const writers = 5;
const editsPerSecond = 20;
const framesBeforeEdits = 2;

const metrics: Metric<Killed>[] = [
  { name: 'edits others had seen', pick: ({ seen }) => seen },
  { name: 'of these lost', pick: ({ seenAndLost }) => seenAndLost },
  { name: 'edits acknowledged to their author', pick: ({ acknowledged }) => acknowledged },
  { name: 'of these lost', pick: ({ acknowledgedAndLost }) => acknowledgedAndLost },
];

/** What is left after the process is killed while five people type. */
export async function durability(bench: Bench): Promise<Section> {
  const { ours, embedded, hocuspocus, yWebsocket } = bench.contenders;
  const all = bench.isQuick ? [ours, hocuspocus] : [ours, embedded, hocuspocus, yWebsocket];
  const samples = new Samples<Killed>();
  for (const seconds of bench.isQuick ? [3] : [5, 8, 11]) {
    for (const contender of all) {
      samples.add(`killed after ${seconds} s`, contender.name, await kill(bench, contender, seconds));
    }
    bench.say(`  killed after ${seconds} s: done`);
  }
  const cells = [...new Set(samples.all().map(({ cell }) => cell))];
  const lost = [ours, embedded].flatMap(({ name }) =>
    cells.flatMap((cell) => samples.numbers(cell, name, (result) => result.acknowledgedAndLost)),
  );
  return {
    name: 'durability',
    title: 'Durability: kill -9 under load',
    how: `${writers} writers x ${editsPerSecond} edits/s and one reader; then kill -9, a new start on the same storage, and one newcomer. "Acknowledged" is "saved" for ours and the positive SyncStatus of Hocuspocus; y-websocket tells nothing. The relay and y-crossws keep nothing.`,
    tables: [
      compare('By the moment of the kill', samples, { cells, contenders: all.map(({ name }) => name), metrics }),
    ],
    aims: [
      {
        says: `acknowledged edits lost in ${lost.length} kills (the 300 of the proofs are made by pnpm torture)`,
        limit: 0,
        unit: '',
        value: lost.reduce((sum, value) => sum + value, 0),
      },
    ],
    raw: samples.all(),
  };
}

async function kill(bench: Bench, contender: Contender, seconds: number): Promise<Killed> {
  const running = await bench.running(contender);
  const [[readerTarget, newcomer, ...targets] = []] = await running.places(1, writers + 2);
  if (!readerTarget || !newcomer) throw new Error('there are no places');
  const { dialect } = contender;
  const reader = await LoadClient.open(readerTarget, { dialect });
  const seen = new Set<number>();
  reader.onText = (message) => eachStamp(message, (edit) => seen.add(edit));
  const typists = await Promise.all(
    targets.map(async (target) => new Typist(await LoadClient.open(target, { dialect }))),
  );
  await Promise.all(typists.map((typist) => typist.begin()));
  const end = performance.now() + seconds * 1000;
  for (let edit = 0; performance.now() < end; edit += 1) {
    typists[edit % writers]?.type(edit);
    await wait(1000 / (writers * editsPerSecond));
  }
  await running.process.kill();
  const acknowledged = typists.flatMap((typist) => typist.acknowledged);
  const sent = typists.reduce((sum, typist) => sum + typist.sent.length, 0);

  await bench.running(contender);
  const found = new Set<number>();
  eachStamp(Buffer.from(textOf(await read(newcomer, dialect))), (edit) => found.add(edit));
  const isLost = (edit: number) => !found.has(edit);
  return {
    sent,
    seen: seen.size,
    acknowledged: acknowledged.length,
    seenAndLost: [...seen].filter(isLost).length,
    acknowledgedAndLost: acknowledged.filter(isLost).length,
  };
}

/** A writer who remembers what was sent and how much of it was acknowledged. */
class Typist {
  readonly sent: number[] = [];
  private frames = 0;
  private readonly writer = new Writer();
  private readonly client: LoadClient;

  constructor(client: LoadClient) {
    this.client = client;
    client.onSaved = (frames) => (this.frames = frames);
  }

  get acknowledged(): number[] {
    return this.sent.slice(0, Math.max(0, this.frames - framesBeforeEdits));
  }

  async begin(): Promise<void> {
    await this.client.synced;
    this.client.send(this.client.frame(this.writer.start()));
  }

  type(edit: number): void {
    this.client.send(this.client.frame(this.writer.type([stampOf(edit)])));
    this.sent.push(edit);
  }
}

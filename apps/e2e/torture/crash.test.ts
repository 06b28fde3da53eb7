import { afterAll, describe, expect, it } from '@jest/globals';
import type { DocumentId, GoalId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { dice, type Dice } from '../../../packages/broker/src/hostile-frames.js';
import { RunningServer } from '../browser/server.js';
import { setTable, type Table } from '../browser/table.js';
import type { ThrowAwayPostgres } from '../../../scripts/postgres.mjs';
import { makeDatabase, startPostgres } from './durable-postgres.js';
import { judge, TokenWriter, type Token } from './token-writer.js';

const kills = Number(process.env['KILLS'] ?? 0);
const seed = Number(process.env['SEED'] ?? 1);
const writersAtOnce = 6;

type World = { server: RunningServer; table: Table; documentId: DocumentId };

async function openWorld(env: Record<string, string> = {}): Promise<World> {
  const server = await RunningServer.start(env);
  const table = await setTable(server);
  const documentId = newId() as DocumentId;
  await table.hadi.caller.call('createGoal', {
    ...{ partnershipId: table.partnershipId, id: newId() as GoalId, documentId, title: 'Tahan banting' },
    ...{ benefit: null, startsOn: null, endsOn: null, rank: 'a0', locale: 'id' },
  });
  return { server, table, documentId };
}

/** Writes without a break while `kill` strikes again and again; answers what was written and what is there at the end. */
async function endure(world: World, times: number, roll: Dice, kill: () => Promise<void>) {
  const { server, table, documentId } = world;
  const cookies = [table.hadi.caller.cookie, table.siti.caller.cookie];
  // Runs may share a document; their words must not be each other's.
  const run = newId().slice(-6);
  let count = 0;
  const enter = () => {
    count += 1;
    return new TokenWriter(`${run}.${count}`, { url: server.url, cookie: cookies[count % 2] ?? '' }, documentId);
  };
  const writers = Array.from({ length: writersAtOnce }, enter);
  const gone: Token[] = [];
  const replace = (index: number) => {
    const [writer] = writers.splice(index, 1, enter());
    gone.push(...(writer?.tokens ?? []));
    writer?.stop();
  };
  const isWell = (writer: TokenWriter, index: number) => {
    if (writer.mustStartAnew) replace(index);
    return writer.isSynced;
  };
  const typing = setInterval(() => writers.forEach((writer) => writer.isSynced && writer.write()), 10);
  for (let time = 0; time < times; time += 1) {
    await until(() => writers.every(isWell));
    await pause(50 + roll(400));
    await kill();
    // Some devices are lost together with the server, and what was not saved with them.
    replace(roll(writers.length));
  }
  clearInterval(typing);
  await until(() => writers.every((writer, index) => isWell(writer, index) && writer.isSaved));
  const reader = enter();
  await until(() => reader.isSynced);
  const words = reader.words();
  const tokens = [...gone, ...writers.flatMap((each) => each.tokens)];
  for (const each of [...writers, reader]) each.stop();
  return { tokens, words };
}

function expectKept({ tokens, words }: { tokens: Token[]; words: string[] }, times: number): void {
  expect(judge(tokens, words)).toEqual({ lost: [], doubled: [] });
  const acknowledged = tokens.filter(({ isAcknowledged }) => isAcknowledged).length;
  expect(acknowledged).toBeGreaterThan(times * writersAtOnce);
  if (process.env['KILLS'])
    console.log(
      `${times} kills from seed ${seed}: ${tokens.length} words, ${acknowledged} called saved, 0 lost, 0 doubled`,
    );
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('it did not happen within a minute');
    await pause(10);
  }
}

describe('words that were called saved', () => {
  const opened: { stop(): Promise<void> | void }[] = [];
  afterAll(async () => {
    for (const each of opened.reverse()) await each.stop();
  });

  it('outlive kills of a server on the embedded database', async () => {
    const times = kills || 10;
    const world = await openWorld();
    opened.push(world.server);
    const killServer = async () => {
      await world.server.kill();
      await world.server.run();
    };
    expectKept(await endure(world, times, dice(seed), killServer), times);
  }, 3_600_000);

  describe('on PostgreSQL', () => {
    let postgres: ThrowAwayPostgres;
    let world: World;

    it('outlive kills of the server', async () => {
      const times = kills || 20;
      postgres = await startPostgres();
      opened.push(postgres);
      world = await openWorld({ DATABASE_URL: await makeDatabase(postgres) });
      opened.push(world.server);
      const killServer = async () => {
        await world.server.kill();
        await world.server.run();
      };
      expectKept(await endure(world, times, dice(seed + 1), killServer), times);
    }, 3_600_000);

    it('outlive kills of PostgreSQL, which the server survives', async () => {
      const times = kills || 5;
      expectKept(await endure(world, times, dice(seed + 2), () => postgres.killAndRestart()), times);
    }, 3_600_000);
  });
});

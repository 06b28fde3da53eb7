import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgres, type ThrowAwayPostgres } from '../../../scripts/postgres.mjs';
import { startRedis, type ThrowAwayRedis } from '../../../scripts/redis.mjs';
import { freshKeyFile } from '../cluster/cluster.js';
import { RunningServer } from '../browser/server.js';
import { setTable } from '../browser/table.js';
import { openWorld, type World } from './endure.js';

/** Two processes on a PostgreSQL which keeps what it commits and a Redis, all of one test alone, to be killed. */
export class DurableCluster {
  private constructor(
    readonly world: World,
    private readonly postgres: ThrowAwayPostgres,
    private redis: ThrowAwayRedis,
  ) {}

  static async start(): Promise<DurableCluster> {
    const [postgres, redis] = await Promise.all([startPostgres({ isDurable: true }), startRedis()]);
    try {
      if (!postgres || !redis) throw new Error('This needs PostgreSQL and Redis (Debian: postgresql, redis-server).');
      const shared = { REDIS_URL: redis.url, SIGNING_KEY_FILE: await freshKeyFile() };
      const env = { DATABASE_URL: await makeDatabase(postgres), ...shared };
      const first = await RunningServer.start(env);
      const table = await setTable(first);
      const places = [first, await RunningServer.start(env)];
      return new DurableCluster(await openWorld(places, table), postgres, redis);
    } catch (error) {
      postgres?.stop();
      redis?.stop();
      throw error;
    }
  }

  async killServer(index: number): Promise<void> {
    const server = this.world.places[index];
    await server?.kill();
    await server?.run();
  }

  killPostgres(): Promise<void> {
    return this.postgres.killAndRestart();
  }

  /** Another Redis, which knows nothing, comes to its place after a while. */
  async killRedis(after: number): Promise<void> {
    await this.redis.kill();
    await pause(after);
    const redis = await startRedis(this.redis.port);
    if (!redis) throw new Error('Redis did not come back');
    this.redis = redis;
  }

  async stop(): Promise<void> {
    await Promise.all(this.world.places.map((place) => place.stop()));
    this.redis.stop();
    this.postgres.stop();
  }
}

async function makeDatabase({ url }: ThrowAwayPostgres): Promise<string> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create database torture');
  await client.end();
  const address = new URL(url);
  address.pathname = '/torture';
  return address.href;
}

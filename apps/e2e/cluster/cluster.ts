import { randomUUID } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { startRedis, type ThrowAwayRedis } from '../../../scripts/redis.mjs';
import { arrangeWith, type Sql } from '../../server/test/arrange.js';
import { askAt } from '../../server/test/ask-at.js';
import type { Running } from '../../server/test/workspace.js';
import { RunningServer } from '../browser/server.js';

/** Several processes of the built server on one PostgreSQL and one Redis, all of their own. */
export class Cluster {
  /** What a test asks of each process. */
  readonly at: readonly Running[];

  private constructor(
    readonly servers: readonly RunningServer[],
    private readonly database: Pool,
    private redis: ThrowAwayRedis,
    private readonly drop: () => Promise<void>,
  ) {
    this.at = servers.map((server) => this.askedAt(server.url));
  }

  /** `env` adds settings, such as the public address of a proxy in front. */
  static async start(options: { processes?: number; env?: Record<string, string> } = {}): Promise<Cluster> {
    const redis = await startRedis();
    if (!redis) throw new Error('redis-server is not installed');
    const { url, drop } = await makeDatabase();
    const env = { DATABASE_URL: url, REDIS_URL: redis.url, SIGNING_KEY_FILE: await freshKeyFile(), ...options.env };
    const servers: RunningServer[] = [];
    // One after the other, so that the first makes the schema.
    for (let n = 0; n < (options.processes ?? 2); n += 1) servers.push(await RunningServer.start(env));
    const database = new Pool({ connectionString: url, max: 4 });
    return new Cluster(servers, database, redis, drop);
  }

  readonly sql: Sql = async <T>(text: string, parameters: unknown[] = []) => {
    const { rows } = await this.database.query(text, parameters);
    return rows as T[];
  };

  /** Ends Redis without a word. */
  killRedis(): void {
    this.redis.stop();
  }

  /** Another Redis, which knows nothing, at the old address. */
  async replaceRedis(): Promise<void> {
    this.redis.stop();
    const redis = await startRedis(this.redis.port);
    if (!redis) throw new Error('Redis did not come back');
    this.redis = redis;
  }

  /** Ends the connections on which the processes hear of changes, as a restart of the network would. */
  async breakNotices(): Promise<void> {
    await this.sql(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'mufakat notices'`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop()));
    this.redis.stop();
    await this.database.end();
    await this.drop();
  }

  /** What a test asks through this address. */
  askedAt(url: string): Running {
    return {
      url,
      ...askAt(url),
      ...arrangeWith(this.sql, () => new Date()),
      sql: this.sql,
      settled: () => this.settled(),
    };
  }

  /** Waits until the reactions to everything committed so far are done. */
  private settled(): Promise<void> {
    return until(async () => {
      const open = await this.sql(`select 1 from space where told < sequence and kind <> 'server'`);
      return open.length === 0;
    });
  }
}

/** Where processes that belong together keep the one key they sign with. */
export async function freshKeyFile(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'mufakat-key-')), 'signing-key.pem');
}

/** Waits for something that other processes bring about. */
export async function until(isTrue: () => boolean | Promise<boolean>, patience = 10_000, what = 'it'): Promise<void> {
  const end = Date.now() + patience;
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`${what} did not happen within ${patience / 1000} s`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function makeDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL on which tests may create databases.');
  const name = `mufakat_cluster_${randomUUID().replaceAll('-', '')}`;
  const ask = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await ask(`create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(`drop database if exists ${name} with (force)`) };
}

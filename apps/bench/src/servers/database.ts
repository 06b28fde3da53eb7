import { Client } from 'pg';
import { startPostgres, type ThrowAwayPostgres } from '../../../../scripts/postgres.mjs';
import type { Watched } from '../load/process-cost.ts';

/** The PostgreSQL of one run, as careful with its writes as one in use. */
export class Database {
  private made = 0;

  private readonly started: ThrowAwayPostgres;
  readonly version: string;

  private constructor(started: ThrowAwayPostgres, version: string) {
    this.started = started;
    this.version = version;
  }

  static async start(): Promise<Database | null> {
    const started = await startPostgres({ isDurable: true });
    if (!started) return null;
    const client = new Client(started.url);
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    await client.end();
    return new Database(started, rows[0]?.server_version ?? '');
  }

  /** PostgreSQL with all its processes. */
  get watched(): Watched {
    return { name: 'PostgreSQL', pid: this.started.pid() };
  }

  /** Makes an empty database and tells its address. */
  async make(): Promise<string> {
    const name = `bench_${(this.made += 1)}`;
    const client = new Client(this.started.url);
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return this.started.url.replace(/\/postgres$/, `/${name}`);
  }

  stop(): void {
    this.started.stop();
  }
}

import { Client } from 'pg';
import { channelOf, Notices, topics } from './notices.js';

const firstPause = 100;
const longestPause = 2_000;
/** A line that died without a word is noticed within two of these. */
const probeEvery = 3_000;

/** Keeps the locks of claimed names apart from other advisory locks of the database. */
const claimClass = 7364504;

/** Listens on one connection of its own, and makes a new one for as long as it takes when that breaks. */
export class PostgresNotices extends Notices {
  private client: Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private pause = firstPause;
  private isClosed = false;
  private claimed: string | undefined;

  private constructor(private readonly url: string) {
    super();
  }

  static async open(url: string): Promise<PostgresNotices> {
    const notices = new PostgresNotices(url);
    await notices.connect();
    return notices;
  }

  get isUp(): boolean {
    return this.client !== undefined;
  }

  async claim(name: string): Promise<boolean> {
    if (!this.client) throw new Error('the line is down');
    this.claimed = name;
    await hold(this.client, name);
    return isAlone(this.client, name);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      application_name: 'mufakat notices',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ channel, payload }) => {
      const topic = topics.find((each) => channelOf(each) === channel);
      if (topic) this.heard(topic, payload ?? '');
    });
    await client.connect();
    await client.query(topics.map((topic) => `listen ${channelOf(topic)}`).join('; '));
    if (this.claimed !== undefined) await hold(client, this.claimed);
    if (this.isClosed) return client.end();
    this.client = client;
    this.pause = firstPause;
    this.later(probeEvery, () => this.probe(client));
  }

  /** A connection may look alive to this machine long after the other end is gone. */
  private async probe(client: Client): Promise<void> {
    const late = setTimeout(() => this.lose(client), probeEvery);
    const isAlive = await client.query('select 1').then(
      () => true,
      () => false,
    );
    clearTimeout(late);
    if (client !== this.client) return;
    if (isAlive) this.later(probeEvery, () => this.probe(client));
    else this.lose(client);
  }

  private lose(client: Client): void {
    if (client !== this.client) return;
    this.client = undefined;
    void client.end().catch(() => undefined);
    this.later(this.pause, () => this.reconnect());
  }

  private async reconnect(): Promise<void> {
    try {
      await this.connect();
      this.returned();
    } catch {
      this.pause = Math.min(this.pause * 2, longestPause);
      this.later(this.pause, () => this.reconnect());
    }
  }

  private later(wait: number, act: () => Promise<void>): void {
    clearTimeout(this.timer);
    if (!this.isClosed) this.timer = setTimeout(() => void act(), wait).unref();
  }
}

/** The lock goes with its connection, so a process that died claims nothing. */
async function hold(client: Client, name: string): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, hashtext($2))', [claimClass, name]);
}

async function isAlone(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_locks
     where locktype = 'advisory' and classid = $1 and objid <> (hashtext($2)::bigint & 4294967295)::oid
       and database = (select oid from pg_database where datname = current_database())`,
    [claimClass, name],
  );
  return rows.length === 0;
}

import { Client } from 'pg';
import { startPostgres as start, type ThrowAwayPostgres } from '../../../scripts/postgres.mjs';

/** A PostgreSQL of this test alone, which keeps what it commits. */
export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const postgres = await start({ isDurable: true });
  if (!postgres) throw new Error('This test needs PostgreSQL: install it (Debian: postgresql).');
  return postgres;
}

/** An empty database in it; answers its address. */
export async function makeDatabase({ url }: ThrowAwayPostgres): Promise<string> {
  const name = `torture_${Date.now()}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

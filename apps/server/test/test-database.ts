import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../src/platform/database/application-role.js';
import type { DocumentDatabase } from '../src/platform/database/document-database.js';
import type { Notices } from '../src/platform/database/notices.js';
import { migrate } from '../src/platform/database/migrate.js';
import { openDatabase, openFolder, type OpenDatabase, type Schema } from '../src/platform/database/open-database.js';

/** A migrated, empty database of its own for one test file. */
export interface TestDatabase {
  readonly kind: OpenDatabase['kind'];
  /** Connected, and under the application's role like the running server. */
  readonly dataSource: DataSource;
  readonly documents: DocumentDatabase;
  readonly notices: Notices;
  /** Asks as the owner of the schema, whom no grant and no fence holds back. */
  asOwner<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** Opens a fresh copy of the migrated template, on the database the run is for (`TEST_DATABASE`). */
export function openTestDatabase(schema: Schema): Promise<TestDatabase> {
  return process.env['TEST_DATABASE'] === 'postgres' ? copyOnPostgres(schema) : copyEmbedded(schema);
}

const cache = fileURLToPath(new URL('../../../.cache/test-database/', import.meta.url));

async function copyEmbedded(schema: Schema): Promise<TestDatabase> {
  const template = join(cache, fingerprint(schema));
  if (!existsSync(template)) await makeEmbeddedTemplate(template, schema);
  const home = await mkdtemp(join(tmpdir(), 'mufakat-test-'));
  await cp(template, join(home, 'database'), { recursive: true });
  const database = await openFolder(join(home, 'database'));
  const dataSource = await database.application(schema);
  const notices = await database.notices();
  return {
    kind: 'embedded',
    dataSource,
    documents: database.documents(dataSource),
    notices,
    async asOwner(sql, parameters) {
      const runner = dataSource.createQueryRunner();
      try {
        return await besideTheRole(runner, sql, parameters);
      } finally {
        await runner.release();
      }
    },
    async close() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await database.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** The embedded database has one session for all, so the owner borrows it. */
async function besideTheRole(runner: QueryRunner, sql: string, parameters?: unknown[]) {
  await runner.query('reset role');
  try {
    return await runner.query(sql, parameters);
  } finally {
    await runner.query(`set role ${applicationRole}`);
  }
}

/** Several test files may make it at once; the first finished one stays. */
async function makeEmbeddedTemplate(template: string, schema: Schema): Promise<void> {
  await mkdir(cache, { recursive: true });
  const unfinished = await mkdtemp(join(cache, 'unfinished-'));
  const database = await openFolder(join(unfinished, 'database'));
  await migrate(database, schema);
  await database.close();
  await rename(join(unfinished, 'database'), template).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(unfinished, { recursive: true, force: true });
}

async function copyOnPostgres(schema: Schema): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL on which tests may create databases.');
  const template = `mufakat_template_${fingerprint(schema)}`;
  const name = `mufakat_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(7364502)');
    await makePostgresTemplate(client, server, template, schema);
    await client.query(`create database ${name} template ${template}`);
  });
  const url = databaseOn(server, name);
  const database = await openDatabase({ databaseUrl: url, dataDir: tmpdir() });
  const dataSource = await database.application(schema);
  const documents = database.documents(dataSource);
  const notices = await database.notices();
  return {
    kind: 'postgres',
    dataSource,
    documents,
    notices,
    asOwner: (sql, parameters) => onServer(url, async (client) => (await client.query(sql, parameters)).rows),
    async close() {
      await notices.close();
      if (dataSource.isInitialized) await dataSource.destroy();
      await documents.close();
      await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function makePostgresTemplate(client: Client, server: string, template: string, schema: Schema): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return;
  const unfinished = `${template}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished} template template0 encoding 'UTF8'`);
  await migrate(await openDatabase({ databaseUrl: databaseOn(server, unfinished), dataDir: tmpdir() }), schema);
  await client.query(`alter database ${unfinished} rename to ${template}`);
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseOn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Another migration, or another line in one, is another template. */
function fingerprint({ migrations }: Schema): string {
  const hash = createHash('sha256');
  for (const migration of migrations) hash.update(sourceOf(migration));
  return hash.digest('hex').slice(0, 16);
}

function sourceOf(migration: new () => MigrationInterface): string {
  return migration.toString();
}

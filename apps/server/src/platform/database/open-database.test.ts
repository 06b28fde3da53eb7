import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { paintedToySchema, toySchema } from '../../../test/toy-schema.js';
import { schema } from '../../schema.js';
import { migrate } from './migrate.js';
import { openDatabase, openFolder } from './open-database.js';
import { postgresRefusal } from './postgres.js';

describe('an open database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(toySchema);
  });
  afterAll(() => database?.close());

  const insert = (name: string) => ['insert into toy_box (id, name) values ($1, $2)', [randomUUID(), name]] as const;
  const names = async () =>
    (await database.dataSource.query<{ name: string }[]>('select name from toy_box')).map(({ name }) => name);

  it('lets the application work only under its own role', async () => {
    const [who] = await database.dataSource.query('select current_user as name');
    expect(who).toEqual({ name: 'mufakat_app' });
    await expect(database.dataSource.query('delete from toy_box')).rejects.toThrow(/permission denied/);
    await expect(database.asOwner('delete from toy_box')).resolves.toBeDefined();
    expect(await database.dataSource.query('select current_user as name')).toEqual([{ name: 'mufakat_app' }]);
  });

  it('keeps thirty transactions at once apart, and forgets the ones that fail', async () => {
    const work = Array.from({ length: 30 }, (_, n) =>
      database.dataSource.transaction(async (db) => {
        await db.query(...insert(`box ${n}`));
        if (n % 3 === 0) throw new Error('changed its mind');
      }),
    );
    const ends = await Promise.allSettled(work);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    expect((await names()).filter((name) => name.startsWith('box'))).toHaveLength(20);
  });

  it('starts every connection outside the transaction a lost one left open', async () => {
    const runner = database.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    await runner.query(...insert('never committed'));
    await (runner as unknown as { releasePostgresConnection(error: Error): Promise<void> }).releasePostgresConnection(
      new Error('lost'),
    );
    await database.dataSource.query(...insert('committed after'));
    expect(await database.dataSource.query('select current_user as name')).toEqual([{ name: 'mufakat_app' }]);
    expect(await names()).toContain('committed after');
    expect(await names()).not.toContain('never committed');
  });
});

describe('the schema of a database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mufakat-schema-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is refused by a program older than the one that made it', async () => {
    const database = await openFolder(join(folder, 'database'));
    await migrate(database, paintedToySchema);
    await migrate(database, paintedToySchema);
    await expect(migrate(database, toySchema)).rejects.toThrow(/newer version of this program \(PaintToys/);
    await database.close();
  }, 90_000);
});

describe('a PostgreSQL', () => {
  it('is refused when it is old or forgets commits', () => {
    expect(postgresRefusal({ versionNumber: 140_011, fsync: 'on' })).toMatch(/version 14/);
    expect(postgresRefusal({ versionNumber: 170_002, fsync: 'off' })).toMatch(/fsync=on/);
    expect(postgresRefusal({ versionNumber: 150_000, fsync: 'on' })).toBeUndefined();
  });

  if (process.env['TEST_DATABASE'] === 'postgres')
    it('is prepared by a user without great rights, as docs/deploy.md tells, and says what a right is missing', async () => {
      const user = `plain_${randomUUID().slice(0, 8)}`;
      const test = await openTestDatabase(schema);
      await test.asOwner(`create role ${user} login password 'geheim'`);
      await test.asOwner(`create database ${user} owner ${user}`);
      const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
      [url.username, url.password, url.pathname] = [user, 'geheim', user];
      const database = await openDatabase({ databaseUrl: url.href, dataDir: tmpdir() });

      await migrate(database, schema);
      await expect(database.application(schema)).rejects.toThrow(`must run: grant mufakat_app to ${user}.`);
      await test.asOwner(`grant mufakat_app to ${user}`);
      const application = await database.application(schema);
      expect(await application.query('select current_user as name')).toEqual([{ name: 'mufakat_app' }]);

      await application.destroy();
      await test.asOwner(`drop database ${user} with (force)`);
      await test.asOwner(`drop role ${user}`);
      await test.close();
    });

  it('that does not answer is named in one sentence, without its password', async () => {
    const port = await freePort();
    const opening = openDatabase({
      databaseUrl: `postgres://ani:very-secret@127.0.0.1:${port}/kampus`,
      dataDir: tmpdir(),
    });
    await expect(opening).rejects.toThrow(`PostgreSQL at 127.0.0.1:${port} cannot be reached (ECONNREFUSED)`);
    await expect(opening).rejects.not.toThrow(/very-secret/);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createWriteStream, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { openTestDatabase, type TestDatabase } from '../../../test/test-database.js';
import { paintedToySchema, toySchema } from '../../../test/toy-schema.js';
import { askForBackup, backUp, makeBackupFile, serveBackups } from './backup-file.js';
import { openFolder, type OpenDatabase, type Schema } from './open-database.js';
import { restoreBackup } from './restore.js';

const all = `select t.*, b.name, b.newest from toy t join toy_box b on b.id = t.box_id order by t.id`;

describe('a backup', () => {
  let source: TestDatabase;
  let folder: string;
  let opened: OpenDatabase | undefined;
  const file = () => join(folder, 'backup');

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mufakat-backup-'));
    await (await openFolder(join(folder, 'blank'))).close();
    source = await openTestDatabase(toySchema);
    const [one, two] = [randomUUID(), randomUUID()];
    await source.asOwner('insert into toy_box (id, name) values ($1, $2), ($3, $4)', [
      one,
      'Kotak "satu"',
      two,
      'line\nbreak \\ é 木',
    ]);
    await source.asOwner(
      `insert into toy (box_id, title, bytes, tags, more, price, at, due_on)
       select $1, case when n % 2 = 0 then 'toy ' || n end, decode('00ff', 'hex'), array['a,b', 'c"d'], '{"x": [1.50, null]}', 0.1 + n,
              '2026-11-24T09:00:00.123456+07', '2026-11-24' from generate_series(1, 250) as n`,
      [one],
    );
    await source.asOwner('update toy_box set newest = 7 where id = $1', [one]);
    await backUp(source.dataSource, createWriteStream(file()));
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
  });
  afterAll(async () => {
    await source?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is written by the running server for whoever may open its folder, and only if it answers', async () => {
    const asked = join(folder, 'asked');
    await expect(makeBackupFile(asked, (out) => askForBackup(folder, out))).rejects.toThrow('does not answer');
    const server = await serveBackups(folder, source.dataSource);
    expect(await makeBackupFile(asked, (out) => askForBackup(folder, out))).toBe(252);
    server.close();
    expect(statSync(asked).mode & 0o777).toBe(0o600);
    expect(await source.dataSource.query('select current_user as name')).toEqual([{ name: 'mufakat_app' }]);
  });

  async function emptyDatabase(): Promise<OpenDatabase> {
    const copy = join(folder, randomUUID());
    await cp(join(folder, 'blank'), copy, { recursive: true });
    opened = await openFolder(copy);
    return opened;
  }

  async function ask(database: OpenDatabase, schema: Schema, sql: string): Promise<unknown[]> {
    const owner = await database.owner(schema);
    return owner.query<unknown[]>(sql).finally(() => owner.destroy());
  }

  it('brings back every value, on the embedded database, whichever it came from', async () => {
    const database = await emptyDatabase();
    expect(await restoreBackup(file(), database, toySchema)).toEqual({
      madeAt: expect.stringMatching(/Z$/),
      tables: 2,
      rows: 252,
    });
    expect(await ask(database, toySchema, all)).toEqual(await source.asOwner(all));
    const [next] = await ask(
      database,
      toySchema,
      `insert into toy (box_id) select id from toy_box limit 1 returning id::int`,
    );
    expect(next).toEqual({ id: 251 });
    const keys = await ask(
      database,
      toySchema,
      `select from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    );
    expect(keys).toHaveLength(2);
  });

  it('of an older version goes through the later migrations', async () => {
    const database = await emptyDatabase();
    await restoreBackup(file(), database, paintedToySchema);
    expect(await ask(database, paintedToySchema, 'select distinct colour from toy')).toEqual([{ colour: 'plain' }]);
  });

  it('is never poured over data', async () => {
    const database = await emptyDatabase();
    await restoreBackup(file(), database, toySchema);
    await expect(restoreBackup(file(), database, toySchema)).rejects.toThrow('only restored into an empty one');
  });

  it.each([
    ['changed', (text: string) => text.replace('toy 100', 'toy 666'), 'its seal does not match'],
    ['with a row taken out', (text: string) => text.replace(/^\["100".*\n/m, ''), 'its seal does not match'],
    ['cut off', (text: string) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1), 'cut off before its end'],
    ['of something else', () => '{"head":{"format":"other"}}\n', 'is not a backup'],
    [
      'of a newer version',
      (text: string) => text.replace('CreateToys1700000000000', 'Later1800000000000'),
      'made by a newer version',
    ],
    [
      'with a table of its own',
      (text: string) => text.replace('"toy_box","columns"', '"else","columns"'),
      'tables of the backup',
    ],
  ])('%s is refused, and nothing is kept', async (_, change, sentence) => {
    const spoilt = join(folder, 'spoilt');
    writeFileSync(spoilt, gzipSync(change(gunzipSync(readFileSync(file())).toString())));
    const database = await emptyDatabase();
    await expect(restoreBackup(spoilt, database, toySchema)).rejects.toThrow(sentence);
    const [left] = await ask(
      database,
      toySchema,
      `select count(*)::int as tables from pg_tables where tablename = 'toy'`,
    );
    if ((left as { tables: number }).tables > 0) expect(await ask(database, toySchema, 'select from toy')).toEqual([]);
  });

  it('that is not there or no archive is named in a sentence', async () => {
    const database = await emptyDatabase();
    await expect(restoreBackup(join(folder, 'nowhere'), database, toySchema)).rejects.toThrow('There is no file');
    writeFileSync(join(folder, 'text'), 'hello');
    await expect(restoreBackup(join(folder, 'text'), database, toySchema)).rejects.toThrow('damaged');
  });
});

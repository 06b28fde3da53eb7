import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { DataSource, QueryRunner } from 'typeorm';
import { StartRefusal } from '../start-refusal.js';
import {
  backupFormat,
  Sealing,
  type BackupHead,
  type BackupLine,
  type BackupRow,
  type BackupSeal,
  type BackupTable,
} from './backup-format.js';
import { plainText, quoted, tablesOf } from './backup.js';
import { migrate, migrationsOf } from './migrate.js';
import type { OpenDatabase, Schema } from './open-database.js';

/** Rows are sent together up to this many characters, so that a few long documents do not fill the memory. */
const batch = 1_000_000;

/** What a restore brought back. */
export interface Restored {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Fills an empty database from a backup: first the schema the backup was made with, then the rows, then the steps
 * this program knows beyond it. Nothing is kept unless the seal matches what was read.
 */
export async function restoreBackup(file: string, database: OpenDatabase, schema: Schema): Promise<Restored> {
  const lines = linesOf(file);
  const head = headOf((await lines.next()).value);
  await migrateTo(head, database, schema);
  const restored = await fillOrNothing(head, lines, await database.owner(schema));
  await migrate(database, schema);
  return restored;
}

/** Reads a backup to its end and answers its seal, if that is right. */
export async function readSeal(file: string): Promise<BackupSeal> {
  const lines = linesOf(file);
  const head = headOf((await lines.next()).value);
  return load(head, lines, async () => {});
}

async function fillOrNothing(head: BackupHead, lines: AsyncGenerator<string>, owner: DataSource): Promise<Restored> {
  const runner = owner.createQueryRunner();
  try {
    await runner.startTransaction();
    const restored = await fill(runner, head, lines);
    await runner.commitTransaction();
    return restored;
  } catch (error) {
    await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
    await owner.destroy();
  }
}

async function migrateTo(head: BackupHead, database: OpenDatabase, schema: Schema): Promise<void> {
  const known = schema.migrations.map(({ name }) => name);
  const unknown = head.migrations.find((name) => !known.includes(name));
  if (unknown)
    throw new StartRefusal(`The backup was made by a newer version of this program (${unknown}); use that version.`);
  const owner = await database.owner(schema);
  const isEmpty = (await migrationsOf(owner)).length === 0 && (await tablesOf(owner)).length === 0;
  await owner.destroy();
  if (!isEmpty) throw new StartRefusal('The database already holds data; a backup is only restored into an empty one.');
  await migrate(database, {
    ...schema,
    migrations: schema.migrations.filter(({ name }) => head.migrations.includes(name)),
  });
}

/** Loads without foreign keys and triggers, and puts the keys back, which checks every row against them. */
async function fill(runner: QueryRunner, head: BackupHead, lines: AsyncGenerator<string>): Promise<Restored> {
  await runner.query(plainText);
  await checkShape(runner, head);
  const keys = await takeKeysOff(runner);
  const names = head.tables.map(({ name }) => quoted(name));
  for (const name of names) await runner.query(`alter table ${name} disable trigger user`);
  if (names.length > 0) await runner.query(`truncate ${names.join(', ')}`);

  const seal = await load(head, lines, (table, rows) => insert(runner, table, rows));

  for (const { table, name, definition } of keys)
    await runner.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  for (const name of names) await runner.query(`alter table ${name} enable trigger user`);
  await windCounters(runner);
  const counts = Object.values(seal.tables).map(({ rows }) => rows);
  return { madeAt: head.madeAt, tables: counts.length, rows: counts.reduce((sum, rows) => sum + rows, 0) };
}

type Keep = (table: BackupTable, rows: readonly BackupRow[]) => Promise<void>;

async function load(head: BackupHead, lines: AsyncGenerator<string>, keep: Keep): Promise<BackupSeal> {
  const sealing = new Sealing();
  const tables = new Map(head.tables.map((table) => [table.name, table]));
  let table: BackupTable | undefined;
  let rows: BackupRow[] = [];
  let size = 0;
  const flush = async () => {
    if (table && rows.length > 0) await keep(table, rows);
    rows = [];
    size = 0;
  };
  for await (const text of lines) {
    const line = parsed(text);
    if (Array.isArray(line) && table) {
      sealing.add(table.name, text);
      rows.push(line as BackupRow);
      size += text.length;
      if (size >= batch) await flush();
    } else if ('table' in line) {
      await flush();
      table = tables.get(line.table);
    } else if ('seal' in line) {
      await flush();
      if (JSON.stringify(sealing.seal(head)) === JSON.stringify(line.seal)) return line.seal;
      throw damaged();
    } else throw damaged();
  }
  throw new StartRefusal('The backup is cut off before its end; nothing was restored.');
}

async function insert(runner: QueryRunner, { name, columns }: BackupTable, rows: readonly BackupRow[]): Promise<void> {
  const into = columns.map((column) => quoted(column.name)).join(', ');
  const values = columns.map((column, index) => `(row ->> ${index})::${column.type}`).join(', ');
  await runner.query(
    `insert into ${quoted(name)} (${into}) overriding system value select ${values} from jsonb_array_elements($1::jsonb) as row`,
    [JSON.stringify(rows)],
  );
}

/** A backup carries table and column names into SQL, so they must be exactly those of the migrated schema. */
async function checkShape(runner: QueryRunner, head: BackupHead): Promise<void> {
  if (JSON.stringify(await tablesOf(runner)) !== JSON.stringify(head.tables))
    throw new StartRefusal('The tables of the backup are not those its migrations make; nothing was restored.');
}

type Key = { table: string; name: string; definition: string };

async function takeKeysOff(runner: QueryRunner): Promise<Key[]> {
  const keys = (await runner.query(`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`)) as Key[];
  for (const { table, name } of keys) await runner.query(`alter table ${table} drop constraint ${quoted(name)}`);
  return keys;
}

/** Counting columns go on after the highest number that came back. */
async function windCounters(runner: QueryRunner): Promise<void> {
  const counters = (await runner.query(`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
      and pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null`)) as Record<
    'table' | 'column' | 'sequence',
    string
  >[];
  for (const { table, column, sequence } of counters)
    await runner.query(
      `select setval($1, coalesce(max(${quoted(column)}), 1), max(${quoted(column)}) is not null) from ${quoted(table)}`,
      [sequence],
    );
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.on('error', (error) => unzipped.destroy(error));
  try {
    yield* createInterface({ input: unzipped, crlfDelay: Infinity });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') throw new StartRefusal(`There is no file ${file}.`);
    throw code.startsWith('Z_') ? damaged() : error;
  }
}

function headOf(text: string | undefined | void): BackupHead {
  const line = text ? parsed(text) : undefined;
  if (line && 'head' in line && line.head.format === backupFormat) return line.head;
  throw new StartRefusal(`This file is not a backup of the form ${backupFormat}.`);
}

function parsed(text: string): BackupLine {
  try {
    const line: unknown = JSON.parse(text);
    if (typeof line === 'object' && line !== null) return line as BackupLine;
  } catch {
    // Said below, together with the other ways of being damaged.
  }
  throw damaged();
}

function damaged(): StartRefusal {
  return new StartRefusal(
    'The backup was damaged or changed: its seal does not match its content; nothing was restored.',
  );
}

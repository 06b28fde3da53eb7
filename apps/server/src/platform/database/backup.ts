import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { QueryRunner } from 'typeorm';
import {
  backupFormat,
  Sealing,
  type BackupHead,
  type BackupRow,
  type BackupSeal,
  type BackupTable,
} from './backup-format.js';
import { migrationsOf, type Asks } from './migrate.js';

const page = 100;

/** Makes every engine write the same text for the same value. */
export const plainText = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 3; set local bytea_output = 'hex'; set local mufakat.spaces = '*'`;

/** Writes all tables as they stand at one moment, while others go on writing. The runner's role must see everything. */
export async function writeBackup(runner: QueryRunner, out: NodeJS.WritableStream, at: Date): Promise<BackupSeal> {
  const zip = createGzip();
  zip.pipe(out);
  const written = finished(out);
  written.catch(() => zip.destroy());
  const write = async (line: string) => {
    if (!zip.write(`${line}\n`)) await Promise.race([once(zip, 'drain'), written]);
  };
  await runner.startTransaction('REPEATABLE READ');
  try {
    await runner.query(plainText);
    const head: BackupHead = {
      format: backupFormat,
      madeAt: at.toISOString(),
      migrations: await migrationsOf(runner),
      tables: await tablesOf(runner),
    };
    await write(JSON.stringify({ head }));
    const sealing = new Sealing();
    for (const table of head.tables) await writeTable(runner, table, { sealing, write });
    const seal = sealing.seal(head);
    await write(JSON.stringify({ seal }));
    return seal;
  } finally {
    zip.end();
    await runner.rollbackTransaction();
    await written;
  }
}

type Sink = { sealing: Sealing; write(line: string): Promise<void> };

async function writeTable(
  runner: QueryRunner,
  { name, columns }: BackupTable,
  { sealing, write }: Sink,
): Promise<void> {
  await write(JSON.stringify({ table: name }));
  const values = columns.map((column) => `${quoted(column.name)}::text`).join(', ');
  await runner.query(
    `declare backup_rows cursor for select json_build_array(${values})::text as row from ${quoted(name)}`,
  );
  for (;;) {
    const rows = (await runner.query(`fetch ${page} from backup_rows`)) as { row: string }[];
    for (const { row } of rows) {
      const line = JSON.stringify(JSON.parse(row) as BackupRow);
      sealing.add(name, line);
      await write(line);
    }
    if (rows.length < page) break;
  }
  await runner.query('close backup_rows');
}

/** Every table of ours but the list of migrations, with the columns that hold something of their own. */
export async function tablesOf(runner: Asks): Promise<BackupTable[]> {
  return (await runner.query(`
    select c.relname as name,
           json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
    group by c.relname order by c.relname`)) as BackupTable[];
}

/** A name as SQL takes it literally. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

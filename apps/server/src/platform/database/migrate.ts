import type { DataSource } from 'typeorm';
import { StartRefusal } from '../start-refusal.js';
import type { OpenDatabase, Schema } from './open-database.js';

/** Any number works, as long as every version of the program takes the same one. */
const migrationLock = 7_364_501;

const insufficientPrivilege = '42501';

/** Brings the database to the schema this program knows; refuses one that a newer program has already changed. */
export async function migrate(database: OpenDatabase, schema: Schema): Promise<void> {
  const owner = await database.owner(schema);
  try {
    if (database.kind === 'embedded') await run(owner);
    else await alone(owner, () => run(owner));
  } finally {
    await owner.destroy();
  }
}

/** Whatever answers SQL: a data source, a runner, a manager. */
export interface Asks {
  query(sql: string, parameters?: unknown[]): Promise<unknown>;
}

/** The migrations a database has had, oldest first; none when it is new. */
export async function migrationsOf(owner: Asks): Promise<string[]> {
  const found = (await owner.query(`select to_regclass('public.migrations') is not null as there`)) as {
    there: boolean;
  }[];
  if (!found[0]?.there) return [];
  const rows = (await owner.query('select name from migrations order by id')) as { name: string }[];
  return rows.map(({ name }) => name);
}

async function run(owner: DataSource): Promise<void> {
  const known = new Set(owner.migrations.map((migration) => migration.name ?? migration.constructor.name));
  const unknown = (await migrationsOf(owner)).filter((name) => !known.has(name));
  if (unknown.length > 0)
    throw new StartRefusal(
      `The database was changed by a newer version of this program (${unknown.at(-1)}); start that version, or restore an older backup.`,
    );
  await owner.runMigrations({ transaction: 'each' }).catch((error: Error & { code?: string }) => {
    if (error.code !== insufficientPrivilege) throw error;
    throw new StartRefusal(
      `The user of DATABASE_URL may not prepare the database (${error.message}); docs/deploy.md says what it needs.`,
    );
  });
}

/** Several servers may start at once; the others wait until the first has migrated. */
async function alone(owner: DataSource, work: () => Promise<void>): Promise<void> {
  const holder = owner.createQueryRunner();
  try {
    await holder.query('select pg_advisory_lock($1)', [migrationLock]);
    await work();
    await holder.query('select pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await holder.release();
  }
}

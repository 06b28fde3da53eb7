import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../env.js';
import { verifyProofs } from '../features/proof/index.js';
import { openDatabase, openFolder, type OpenDatabase } from '../platform/database/open-database.js';
import { restoreBackup } from '../platform/database/restore.js';
import { runOrExplain, StartRefusal } from '../platform/start-refusal.js';
import { schema } from '../schema.js';

const tell = (line: string): void => console.log(line);

await runOrExplain(async () => {
  const { file, onlyVerify } = request();
  if (onlyVerify) return verify(file);
  const database = await openDatabase({ ...readEnv(process.env), tell });
  try {
    await restoreInto(database, file);
    tell('Restored.');
  } finally {
    await database.close();
  }
});

/** Restores into a database that is thrown away, so that a backup is known to be good before it is needed. */
async function verify(file: string): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'mufakat-verify-'));
  try {
    const database = await openFolder(join(scratch, 'database'), tell);
    await restoreInto(database, file).finally(() => database.close());
    tell('The backup is whole; your data was not touched.');
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function restoreInto(database: OpenDatabase, file: string): Promise<void> {
  const { madeAt, tables, rows } = await restoreBackup(file, database, schema);
  tell(`Backup of ${madeAt}: ${rows} rows in ${tables} tables, seal in order.`);
  const owner = await database.owner(schema);
  try {
    const { entries, faults } = await owner.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return verifyProofs(db);
    });
    const [first] = faults;
    if (first)
      throw new StartRefusal(
        `The journal of the backup does not verify: ${faults.length} faults, the first in space ${first.spaceId} at entry ${first.sequence} (${first.fault}).`,
      );
    tell(
      `Journal: ${entries} entries, every chain in order, and every frozen version and receipt as the chain has it.`,
    );
  } finally {
    await owner.destroy();
  }
}

function request(): { file: string; onlyVerify: boolean } {
  const usage = new StartRefusal('Usage: npm run restore -- <file> [--verify]');
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { verify: { type: 'boolean' } } });
    const [file, ...more] = positionals;
    if (file && more.length === 0) return { file, onlyVerify: values.verify ?? false };
  } catch {
    throw usage;
  }
  throw usage;
}

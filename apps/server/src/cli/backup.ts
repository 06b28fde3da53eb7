import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../env.js';
import { askForBackup, backUp, makeBackupFile } from '../platform/database/backup-file.js';
import { FolderInUse } from '../platform/database/embedded-lock.js';
import { openDatabase } from '../platform/database/open-database.js';
import { runOrExplain, StartRefusal } from '../platform/start-refusal.js';
import { schema } from '../schema.js';

await runOrExplain(async () => {
  const env = readEnv(process.env);
  const file = destination(env.dataDir);
  const rows = await makeBackupFile(file, async (out) => {
    const database = await openDatabase(env).catch((error: unknown) => {
      if (error instanceof FolderInUse) return undefined;
      throw error;
    });
    if (!database) return askForBackup(env.dataDir, out);
    const owner = await database.owner(schema);
    await backUp(owner, out).finally(() => owner.destroy());
    await database.close();
  });
  console.log(`Backed up ${rows} rows into ${file}. Keep it as safe as the data itself: it is not encrypted.`);
});

function destination(dataDir: string): string {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' } } });
    const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '');
    return values.to ?? join(dataDir, 'backups', `mufakat-${moment}Z.ndjson.gz`);
  } catch {
    throw new StartRefusal('Usage: npm run backup [-- --to <file>]');
  }
}

import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedFolder } from '../platform/database/embedded.js';
import { lockFolder } from '../platform/database/embedded-lock.js';
import { StartRefusal } from '../platform/start-refusal.js';

const making = 'This folder holds the demo. It is being made.\n';
const made = 'This folder holds the demo. It may be deleted.\n';
const sign = (dataDir: string) => join(dataDir, 'demo.txt');

/**
 * Gets the demo's folder ready before its database is opened, and answers whether the demo must be made. A folder
 * that does not carry the demo's sign is never touched; a demo left half made, or asked for anew, is cleared away.
 */
export async function prepareDemoFolder(dataDir: string, options: { reset: boolean }): Promise<boolean> {
  const state = await readFile(sign(dataDir), 'utf8').catch(() => null);
  if (state === null && existsSync(embeddedFolder(dataDir))) {
    throw new StartRefusal(
      `The folder ${dataDir} holds real data, which the demo never touches; set another DATA_DIR.`,
    );
  }
  if (state === made && !options.reset) return false;
  await clear(dataDir);
  await writeFile(sign(dataDir), making, { mode: 0o600 });
  return true;
}

/** Says that the demo is whole: the next start leaves it as it is. */
export async function signDemoMade(dataDir: string): Promise<void> {
  await writeFile(sign(dataDir), made, { mode: 0o600 });
}

/** Under the database's own lock, so that a demo that is running is never pulled away. */
async function clear(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(dataDir);
  try {
    const names = await readdir(dataDir);
    const others = names.filter((name) => name !== 'database.lock' && join(dataDir, name) !== sign(dataDir));
    for (const name of others) await rm(join(dataDir, name), { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

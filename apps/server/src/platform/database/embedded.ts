import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { StartRefusal } from '../start-refusal.js';
import type { Sync } from './synced-files.js';

/** Small buffers: the file system's own cache does the rest, and a phone-sized office machine keeps its memory. */
const settings = ['-c', 'shared_buffers=16MB'];

/** PGlite syncs nothing; a database with people's words in it does. */
const unsynced = '-F';
/** Not `fdatasync`, which the WebAssembly program never hears of. */
const synced = ['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'];

/** The folder of the embedded database inside the data folder. */
export function embeddedFolder(dataDir: string): string {
  return join(dataDir, 'database');
}

/** An open embedded database, spoken to through `pg` connections. */
export interface Embedded {
  newConnection(): object;
  listen(channel: string, hear: (text: string) => void): Promise<unknown>;
  close(): Promise<void>;
}

/** Opens the database in the folder, making it first if there is none. The caller holds the folder's lock. */
export async function openEmbedded(
  folder: string,
  tell: (line: string) => void = () => {},
  sync?: Sync,
): Promise<Embedded> {
  if (!existsSync(folder)) {
    tell('Making the embedded database (once) …');
    await makeEmbedded(folder);
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const { btree_gist } = await import('@electric-sql/pglite/contrib/btree_gist');
  const { SyncedFiles } = await import('./synced-files.js');
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  try {
    const db = await PGlite.create({
      fs: new SyncedFiles(folder, sync),
      extensions: { btree_gist },
      startParams: [...PGlite.defaultStartParams.filter((each) => each !== unsynced), ...settings, ...synced],
    });
    return {
      newConnection: () => createPgConfig(db).connection,
      listen: (channel, hear) => db.listen(channel, hear),
      close: () => db.close(),
    };
  } catch (error) {
    throw new StartRefusal(`The embedded database in ${folder} does not open; restore a backup into a new DATA_DIR.`, {
      cause: error,
    });
  }
}

/**
 * Makes the files in a short process of its own, because the making leaves hundreds of megabytes behind,
 * and under another name first, so that a folder half made is never taken for a database.
 */
async function makeEmbedded(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  const program = `
    const { PGlite } = require(process.argv[1]);
    PGlite.create({ dataDir: process.argv[2], startParams: [...PGlite.defaultStartParams, ...${JSON.stringify(settings)}] })
      .then((db) => db.close())
      .then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });`;
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const child = spawn(process.execPath, ['-e', program, entry, unfinished], { stdio: ['ignore', 'ignore', 'pipe'] });
  const end = () => child.kill();
  process.once('exit', end);
  let trouble = '';
  child.stderr.on('data', (text) => (trouble += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  process.off('exit', end);
  if (code !== 0) throw new StartRefusal(`The embedded database could not be made in ${folder}: ${lastLine(trouble)}`);
  for (const each of await readdir(unfinished, { recursive: true })) await keep(join(unfinished, each));
  await rename(unfinished, folder);
  await keep(folder);
  await keep(dirname(folder));
}

/** Tells the disk to keep a file, or what a folder holds. */
async function keep(path: string): Promise<void> {
  const file = await open(path, 'r');
  await file.sync().finally(() => file.close());
}

/**
 * A `pg` client for the embedded database, which has one session for all. Each client gets a connection object of its
 * own (a dropped one answers the next query with nothing), and begins outside any transaction, as the role it is for.
 */
export function embeddedClient(db: Embedded, role: string | undefined): typeof Client {
  return class EmbeddedClient extends Client {
    constructor(options: object) {
      super({ ...options, connection: db.newConnection() } as never);
    }

    override connect(): Promise<this>;
    override connect(callback: (error: Error | null, client?: this) => void): void;
    override connect(callback?: (error: Error | null, client?: this) => void): Promise<this> | void {
      const connected = super
        .connect()
        .then(() => this.query(`rollback; reset role; ${role ? `set role ${role}` : ''}`))
        .then(() => this);
      if (!callback) return connected;
      connected.then(
        () => callback(null, this),
        (error: Error) => callback(error),
      );
    }
  } as unknown as typeof Client;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

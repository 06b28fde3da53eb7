import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DataSource } from 'typeorm';
import { StartRefusal } from '../start-refusal.js';
import { applicationRole } from './application-role.js';
import { writeBackup } from './backup.js';
import { readSeal } from './restore.js';

/** Writes a backup as a file only its owner may read, and reads it again before it gets its name. */
export async function makeBackupFile(
  file: string,
  source: (out: NodeJS.WritableStream) => Promise<unknown>,
): Promise<number> {
  const unfinished = `${file}.unfinished`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await rm(unfinished, { force: true });
  const through = new Transform({ transform: (chunk, _encoding, done) => done(null, chunk) });
  const kept = pipeline(through, createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }));
  const written = source(through).catch((error: unknown) => {
    through.destroy();
    throw error;
  });
  try {
    const ends = await Promise.allSettled([written, kept]);
    const reasons = ends.filter((end) => end.status === 'rejected').map((end): unknown => end.reason);
    // When one side fails the other fails with it; the sentence is worth more than the echo.
    if (reasons.length > 0) throw reasons.find((reason) => reason instanceof StartRefusal) ?? reasons.at(-1);
    const seal = await readSeal(unfinished);
    await rename(unfinished, file);
    return Object.values(seal.tables).reduce((sum, { rows }) => sum + rows, 0);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** A backup through a data source, whatever role it works under; its user must be allowed to see everything. */
export async function backUp(database: DataSource, out: NodeJS.WritableStream): Promise<void> {
  const runner = database.createQueryRunner();
  try {
    const [was] = (await runner.query('select current_user::text as name')) as { name: string }[];
    await runner.query('set role none');
    try {
      await writeBackup(runner, out, new Date());
    } finally {
      if (was?.name === applicationRole) await runner.query(`set role ${applicationRole}`);
    }
  } finally {
    await runner.release();
  }
}

/** A socket's path must fit into 104 bytes on every system; of a folder that lies deeper, backups wait for the server's end. */
export function servesBackups(dataDir: string): boolean {
  return Buffer.byteLength(socketOf(dataDir)) < 104;
}

/**
 * Lets `npm run backup` ask a running server: the embedded database belongs to one process, so that one must write it.
 * Only users who may open the data folder reach the socket. Requests wait while the backup is written.
 */
export async function serveBackups(dataDir: string, database: DataSource): Promise<Server> {
  const path = socketOf(dataDir);
  await rm(path, { force: true });
  const server = createServer((peer) => {
    peer.on('error', () => peer.destroy());
    backUp(database, peer).catch(() => peer.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, () => resolve(server));
  });
}

/** Takes the backup that the server running on the folder writes. */
export async function askForBackup(dataDir: string, out: NodeJS.WritableStream): Promise<void> {
  const noAnswer = new StartRefusal(
    `The data folder ${dataDir} is in use by a server that does not answer; stop it, then back up again.`,
  );
  if (!servesBackups(dataDir)) throw noAnswer;
  await pipeline(connect(socketOf(dataDir)), out).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' || error.code === 'ECONNREFUSED' ? noAnswer : error;
  });
}

function socketOf(dataDir: string): string {
  return join(dataDir, 'backup.sock');
}

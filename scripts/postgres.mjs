/** A throw-away PostgreSQL for one test run, from the machine's own binaries. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts it and tells its URL, its process, and how to kill and end it; undefined when this machine has none.
 * A durable one waits for the disk at every commit, as one in use does.
 */
export async function startPostgres({ isDurable = false } = {}) {
  const bin = findBinaries();
  const user = accountFor();
  if (!bin || !user) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const run = (program, ...args) => as(user, join(bin, program), args);
  const stop = () => {
    run('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
    rmSync(folder, { recursive: true, force: true });
  };

  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=200 -c synchronous_commit=${isDurable ? 'on' : 'off'}`;
  const starting = ['start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings];
  /** Kills it without a word and starts it on the same files, as soon as what is left of it has gone. */
  const killAndRestart = async () => {
    process.kill(pidIn(data), 'SIGKILL');
    for (let tries = 0; tries < 100; tries += 1) {
      // Whoever kills goes on writing meanwhile, so nothing may wait in this process.
      const [status] = await once(spawn(join(bin, 'pg_ctl'), starting, { cwd: '/', stdio: 'ignore', ...user }), 'exit');
      if (status === 0) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error('PostgreSQL did not come back.');
  };
  const started =
    run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync') &&
    run('pg_ctl', ...starting);
  if (started)
    return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, pid: () => pidIn(data), killAndRestart, stop };
  stop();
  return undefined;
}

/** Ends every PostgreSQL that was started with this folder for temporary files, by whom ever, however that one ended. */
export function stopPostgresIn(folder) {
  const [bin, user] = [findBinaries(), accountFor()];
  for (const name of bin && user && existsSync(folder) ? readdirSync(folder) : []) {
    const data = join(folder, name, 'data');
    if (existsSync(join(data, 'postmaster.pid')))
      as(user, join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate']);
  }
}

function pidIn(data) {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
}

function findBinaries() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** PostgreSQL refuses to run as root, so root borrows the account its package made. */
function accountFor() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout || NaN);
  const [uid, gid] = [id('-u'), id('-g')];
  return Number.isNaN(uid) ? undefined : { uid, gid };
}

function as({ uid, gid }, program, args) {
  const { status } = spawnSync(program, args, { cwd: '/', stdio: 'ignore', uid, gid });
  return status === 0;
}

/** A port of this machine that nobody holds. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

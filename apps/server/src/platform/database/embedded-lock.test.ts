import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from './embedded-lock.js';

const repository = fileURLToPath(new URL('../../../../../', import.meta.url));
const children: ChildProcess[] = [];

/** Another process that takes the folder and says so; it holds it until it is killed. */
async function otherProcess(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const program = `import { lockFolder } from './apps/server/src/platform/database/embedded-lock.ts';
    lockFolder(process.argv[1]).then(() => console.log('held'), (error) => console.log(error.message));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, folder], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const said = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (text) => resolve(String(text).trim())),
  );
  return { child, said };
}

describe('the lock of the data folder', () => {
  let folder: string;
  const file = () => join(folder, 'database.lock');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mufakat-lock-'));
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused while this process holds it, and free after it is released', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow(`is in use by process ${process.pid}`);
    lock.release();
    expect(existsSync(file())).toBe(false);
    (await lockFolder(folder)).release();
  });

  it('is refused while another process runs, and taken over once that one was killed', async () => {
    const { child, said } = await otherProcess(folder);
    expect(said).toBe('held');
    await expect(lockFolder(folder)).rejects.toThrow(`is in use by process ${child.pid}`);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    (await lockFolder(folder)).release();
  });

  it('is taken by one of many that find a dead holder', async () => {
    const { child } = await otherProcess(folder);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    const takers = await Promise.all([otherProcess(folder), otherProcess(folder), otherProcess(folder)]);
    expect(takers.filter(({ said }) => said === 'held')).toHaveLength(1);
  });

  it('does not mistake a later process with the same number for the holder', async () => {
    await leave({ pid: process.pid, began: '1' });
    (await lockFolder(folder)).release();
  });

  it('waits for a sign of life from a holder in another container', async () => {
    await leave({ home: 'another container' });
    const alive = setInterval(() => utimesSync(file(), new Date(), new Date()), 50);
    await expect(lockFolder(folder, { silence: 400 })).rejects.toThrow('is in use');
    clearInterval(alive);
    (await lockFolder(folder, { silence: 400 })).release();
  });

  it('stops the holder that lost it', async () => {
    const lost = new Promise<void>((resolve) => {
      void lockFolder(folder, { heartbeat: 20, onLost: resolve }).then(() => leave({ token: 'somebody else' }));
    });
    await lost;
  });

  /** Writes the lock file of a holder like this process, changed as told. */
  async function leave(change: object): Promise<void> {
    if (!existsSync(file())) {
      const lock = await lockFolder(folder);
      const holder = JSON.parse(readFileSync(file(), 'utf8')) as object;
      lock.release();
      return writeFileSync(file(), JSON.stringify({ ...holder, ...change }));
    }
    writeFileSync(file(), JSON.stringify({ ...JSON.parse(readFileSync(file(), 'utf8')), ...change }));
  }
});

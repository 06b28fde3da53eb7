/** A throw-away Redis for one test run, from the machine's own program. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './postgres.mjs';

/** Starts it, on this port if one is given, and tells how to reach and to end it; undefined when this machine has none. */
export async function startRedis(wanted) {
  const program = findRedis();
  if (!program) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-redis-'));
  const port = wanted ?? (await freePort());
  const settings = ['--port', port, '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no'];
  const child = spawn(program, settings.map(String), { stdio: ['ignore', 'pipe', 'ignore'] });
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  /** Kills it without a word, and answers when its port is free. */
  const kill = async () => {
    const gone = once(child, 'exit');
    stop();
    await gone;
  };
  const isReady = await new Promise((resolve) => {
    child.stdout.on('data', (text) => text.includes('Ready to accept connections') && resolve(true));
    child.once('exit', () => resolve(false)).once('error', () => resolve(false));
  });
  if (isReady) return { url: `redis://127.0.0.1:${port}`, port, kill, stop };
  stop();
  return undefined;
}

/** The program, by its name on the path. */
export function findRedis() {
  return spawnSync('which', ['redis-server'], { encoding: 'utf8' }).stdout?.trim() || undefined;
}

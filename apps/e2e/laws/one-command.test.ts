import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../browser/server.js';

jest.setTimeout(120_000);
const repository = fileURLToPath(new URL('../../../', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mufakat-npm-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** `npm start`, as somebody types it, until it says this; then npm alone is told to end. Answers how that went. */
async function startAndEnd(said: string, signal: NodeJS.Signals): Promise<{ code: number | null; left: string[] }> {
  const { DATABASE_URL: _, ...env } = process.env;
  const npm = spawn('npm', ['start'], {
    cwd: repository,
    env: { ...env, NODE_ENV: '', NODE_OPTIONS: '', PORT: String(await freePort()), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, by which whatever is left of it is found.
    detached: true,
  });
  const ended = new Promise<number | null>((done) => npm.once('close', done));
  let told = '';
  for (const stream of [npm.stdout, npm.stderr])
    stream.on('data', (chunk) => {
      const before = told;
      told += String(chunk);
      if (!before.includes(said) && told.includes(said)) npm.kill(signal);
    });
  const code = await ended;
  expect(told).toContain(said);
  // What was told to end may take a moment.
  const group = npm.pid ?? 0;
  for (let looks = 0; looks < 20 && livingIn(group).length > 0; looks += 1) await wait(100);
  return { code, left: livingIn(group) };
}

/** What still runs in a group of processes; one that has ended and waits for the system to notice does not. */
function livingIn(group: number): string[] {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.flatMap((pid) => {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const [state, , groupOf] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const runs = Number(groupOf) === group && state !== 'Z';
      return runs ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')] : [];
    } catch {
      return [];
    }
  });
}

describe('npm start', () => {
  it.each([
    ['while the database is made', 'Making the embedded database', 'SIGTERM'],
    ['once it is ready', 'Mufakat is ready', 'SIGTERM'],
    ['once it is ready, by Ctrl-C', 'Mufakat is ready', 'SIGINT'],
  ] as const)('told to end %s ends with 0 and leaves nothing running', async (_, said, signal) => {
    expect(await startAndEnd(said, signal)).toEqual({ code: 0, left: [] });
  });
});

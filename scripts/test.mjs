/** `npm test`: everything that can run here, the server on both databases, and one summed line at the end. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { bin, buildServer, buildWeb, checkNode, install, root, say, stopRunning } from './prepare.mjs';
import { findRedis } from './redis.mjs';

const minutes = 60_000;
const patterns = process.argv.slice(2);
const strict = process.env.CI === 'true';
const scratch = mkdtempSync(join(tmpdir(), 'mufakat-tests-'));
const total = { passed: 0, failed: 0, missing: [] };
let postgres;
let current;

checkNode();
process.on('SIGINT', () => end(130)).on('SIGTERM', () => end(143));
for (const step of [install, buildServer, buildWeb, runEverything]) {
  await step().catch((error) => {
    console.error(error.message);
    total.failed += 1;
  });
}
summarise();

async function runEverything() {
  const chromium = findChromium();
  if (!process.env.TEST_DATABASE_URL) postgres = await startPostgres();
  const databaseUrl = process.env.TEST_DATABASE_URL ?? postgres?.url;
  const env = { ...(chromium && { CHROMIUM_PATH: chromium }), ...(databaseUrl && { TEST_DATABASE_URL: databaseUrl }) };
  if (!chromium) total.missing.push('Browser stories: no Chromium found (set CHROMIUM_PATH).');
  if (!databaseUrl)
    total.missing.push('Server on PostgreSQL: none found (set TEST_DATABASE_URL, or install postgresql).');

  const redis = findRedis();
  if (!redis) total.missing.push('Several processes: no redis-server found (install redis-server).');

  await jest('packages and pages', ['domain', 'collab', 'proof', 'broker', 'provider', 'web'], env);
  const alone = leavingOut(!redis && '/platform/cluster/');
  await jest('server on the embedded database', ['server'], { ...env, TEST_DATABASE: 'embedded' }, alone);
  if (databaseUrl) await jest('server on PostgreSQL', ['server'], { ...env, TEST_DATABASE: 'postgres' }, alone);
  // Processes that share a database and a Redis of their own; killing Redis is part of the proof, so each file starts one.
  const several = ['/e2e/cluster/', '/torture/crash-cluster'].filter(() => !(redis && databaseUrl));
  const without = leavingOut(!chromium && '/stories/', ...several);
  await jest('laws and stories', ['e2e'], { ...env, TEST_DATABASE: 'embedded' }, without);
}

/** What this machine has no program for. */
function leavingOut(...folders) {
  const missing = folders.filter(Boolean);
  return missing.length > 0 ? ['--testPathIgnorePatterns', '/node_modules/', '/dist/', '/dist-types/', ...missing] : [];
}

/** One run of Jest; its numbers are added up. A run that hangs is ended and counts as a failure. */
async function jest(name, projects, env, more = []) {
  say(`\n— ${name}`);
  const report = join(scratch, `${name.replaceAll(' ', '-')}.json`);
  const args = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', bin('jest', 'jest')];
  const options = ['--passWithNoTests', '--maxWorkers=2', '--forceExit', '--json', `--outputFile=${report}`, ...more];
  const timedOut = await spawned([...args, '--selectProjects', ...projects, ...options, '--', ...patterns], env);
  if (timedOut) say(`${name}: ended after ${timedOut / minutes} minutes.`);
  count(name, report);
}

function spawned(args, env) {
  const limit = 15 * minutes;
  return new Promise((resolve) => {
    // The report goes to the file; standard output would repeat it.
    current = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const timer = setTimeout(() => {
      current.kill('SIGKILL');
      resolve(limit);
    }, limit);
    current.on('close', () => {
      clearTimeout(timer);
      resolve(0);
    });
  });
}

function count(name, report) {
  if (!existsSync(report)) {
    total.failed += 1;
    return say(`${name}: did not finish.`);
  }
  const result = JSON.parse(readFileSync(report, 'utf8'));
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  if (result.numPendingTests > 0) total.missing.push(`${name}: ${result.numPendingTests} tests were skipped.`);
}

function summarise() {
  say('');
  for (const line of total.missing) say(`Not run: ${line}`);
  if (strict) total.failed += total.missing.length;
  tidy();
  say(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
}

async function end(code) {
  current?.kill('SIGKILL');
  await stopRunning();
  tidy();
  process.exit(code);
}

function tidy() {
  postgres?.stop();
  rmSync(scratch, { recursive: true, force: true });
}

function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const lookup = (command) => spawnSync('which', [command], { encoding: 'utf8' }).stdout?.trim();
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(lookup).find(Boolean);
}

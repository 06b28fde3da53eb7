/** What has to be there before anything runs: a new enough Node, the packages, the built code. Plain Node, no packages. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const oldestNode = [20, 19];
/** Installs what it needs itself. */
const ownInstall = new Set(['apps/bench']);
const packages = ['packages/domain', 'packages/collab', 'packages/proof', 'packages/broker', 'packages/provider'];
const running = new Set();
let isStopping = false;

/** Ends the process with one sentence when Node is too old for the packages. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  console.error(
    `Mufakat needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}. Install it from https://nodejs.org.`,
  );
  process.exit(1);
}

/** Installs from the lockfile with the pinned pnpm, unless that was done with these very files. */
export async function install() {
  const wanted = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests()]);
  await once('node_modules/.mufakat-installed', wanted, async () => {
    say('Installing packages (once) …');
    const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    // Development packages build the product, so an inherited NODE_ENV must not leave them out.
    const env = { NODE_ENV: '', npm_config_update_notifier: 'false' };
    await run('npx', ['-y', packageManager, 'install', '--frozen-lockfile'], env);
  });
}

/** Compiles the packages and the server, unless their sources are those of the last time. */
export async function buildServer() {
  const wanted = fingerprint(['tsconfig.base.json', 'pnpm-lock.yaml', ...packages, 'apps/server'].flatMap(sources));
  await once('apps/server/dist/.mufakat-built', wanted, async () => {
    say('Building the server …');
    await run('node', [bin('typescript', 'tsc'), '-b', ...packages, 'apps/server']);
  });
}

/** Bundles the pages, unless their sources are those of the last time. */
export async function buildWeb() {
  const wanted = fingerprint(
    [
      'tsconfig.base.json',
      'pnpm-lock.yaml',
      'packages/domain',
      'packages/collab',
      'packages/proof',
      'packages/provider',
      'apps/web',
    ].flatMap(sources),
  );
  await once('apps/web/dist/.mufakat-built', wanted, async () => {
    say('Building the pages …');
    await run(
      'node',
      [bin('vite', 'vite', 'apps/web'), 'build', '--manifest', '--logLevel', 'error'],
      { NODE_ENV: 'production' },
      'apps/web',
    );
  });
}

/** Runs a program to its end and fails with its name; what it prints is shown. Ended with all it started by `stopRunning`. */
export function run(command, args, env = {}, folder = '.') {
  return new Promise((resolve, reject) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      cwd: join(root, folder),
      env: { ...process.env, ...env },
      stdio: 'inherit',
      detached: true,
    });
    running.add(child);
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      if (isStopping) return;
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args.slice(0, 3)].join(' ')} ended with code ${code}.`));
    });
  });
}

/** Ctrl-C or SIGTERM while preparing: ends what runs, then this process. */
export function stopOnSignal(code = 0) {
  const stop = (signal) => {
    // Whoever came after us, such as the server, ends the process in its own way.
    if (process.listenerCount(signal) === 1) void stopRunning().then(() => process.exit(code));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

/** Ends what runs, each program with everything it started: npx leaves pnpm behind when only npx is told. */
export function stopRunning() {
  isStopping = true;
  return Promise.all(
    [...running].map((child) => {
      const closed = new Promise((resolve) => child.once('close', resolve));
      process.kill(-child.pid, 'SIGTERM');
      return closed;
    }),
  );
}

/** The script behind a package's command, so that no shell stands between. */
export function bin(name, command, from = '.') {
  const folder = join(root, from, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

export function say(line) {
  console.log(line);
}

async function once(stamp, wanted, work) {
  const file = join(root, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) return;
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

function fingerprint(files) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function manifests() {
  return ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .map((name) => `${folder}/${name}`)
      .filter((path) => !ownInstall.has(path))
      .map((path) => `${path}/package.json`)
      .filter((file) => existsSync(join(root, file))),
  );
}

const made = new Set(['node_modules', 'dist', 'dist-types', 'data', 'coverage']);

/** The files of a folder that people write, as paths from the root; a file stands for itself. */
function sources(path) {
  const entry = join(root, path);
  if (!existsSync(entry)) return [];
  if (!statSync(entry).isDirectory()) return [path];
  return readdirSync(entry, { withFileTypes: true })
    .filter(({ name }) => !made.has(name) && !name.endsWith('.tsbuildinfo') && !name.startsWith('.'))
    .flatMap((child) => (child.isDirectory() ? sources(`${path}/${child.name}`) : [`${path}/${child.name}`]));
}

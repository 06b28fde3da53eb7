/** `pnpm bench`: the broker beside others, measured. `--quick`, `--only <name>`, `--write`; see apps/bench/README.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer, checkNode, install, root, run, say, stopOnSignal } from './prepare.mjs';

const folder = 'apps/bench';

checkNode();
if (process.platform !== 'linux') {
  console.error('The bench reads what processes cost from /proc, so it runs on Linux only.');
  process.exit(1);
}
stopOnSignal(1);
try {
  await install();
  await buildServer();
  await installBench();
  const node = join(root, folder, 'node_modules/node/bin/node');
  await run(node, ['src/main.ts', ...process.argv.slice(2)], {}, folder);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

/** Installs its packages and its Node from its own lockfile, unless that was done with this very file. */
async function installBench() {
  const lockfile = readFileSync(join(root, folder, 'package-lock.json'), 'utf8');
  const stamp = join(root, folder, 'node_modules/.mufakat-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfile) return;
  say('Installing what the bench compares with (once) …');
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], { NODE_ENV: '' }, folder);
  writeFileSync(stamp, lockfile);
}

/** `pnpm dev`: compiles as you type, restarts the server, and serves the pages with hot reload on port 4600. */
import { spawn } from 'node:child_process';
import { bin, buildServer, checkNode, install, root, stopOnSignal } from './prepare.mjs';

checkNode();
stopOnSignal();
await install();
await buildServer();

const pages = '4600';
// Browsers write from the pages' origin, so that is the one the server trusts.
process.env.PUBLIC_URL ??= `http://localhost:${pages}`;
const node = (args, folder = '.') => spawn(process.execPath, args, { cwd: `${root}/${folder}`, stdio: 'inherit' });
const parts = [
  node([bin('typescript', 'tsc'), '-b', '-w', '--preserveWatchOutput', 'apps/server']),
  node(['--watch', '--watch-preserve-output', 'apps/server/dist/src/main.js']),
  node([bin('vite', 'vite', 'apps/web'), '--port', pages, '--strictPort'], 'apps/web'),
];

const stop = () => parts.forEach((part) => part.kill('SIGTERM'));
process.on('SIGINT', stop).on('SIGTERM', stop);

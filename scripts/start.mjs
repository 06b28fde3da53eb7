/**
 * `npm start`: everything from a fresh clone to a page that answers. `--demo` starts the sample partnership.
 * Written so that an old Node can read it, and say that it is too old.
 */
import { buildServer, buildWeb, checkNode, install, stopOnSignal } from './prepare.mjs';

checkNode();
stopOnSignal();
prepare().then(serve, (error) => {
  console.error(error.message);
  process.exit(1);
});

async function prepare() {
  await install();
  await buildServer();
  await buildWeb();
}

/** In this same process: were npm killed, a child would be left behind, holding the data. */
function serve() {
  if (process.argv.includes('--demo')) process.env.DEMO = '1';
  if (process.argv.includes('--reset')) process.env.DEMO_RESET = '1';
  if (!process.env.NODE_ENV) process.env.NODE_ENV = 'production';
  process.umask(0o077);
  return import('../apps/server/dist/src/main.js');
}

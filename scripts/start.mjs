/** `npm start`: everything from a fresh clone to a page that answers. `--demo` starts the sample partnership. */
import { buildServer, buildWeb, checkNode, install, stopOnSignal } from './prepare.mjs';

checkNode();
const preparing = stopOnSignal();
try {
  await install();
  await buildServer();
  await buildWeb();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
preparing();

if (process.argv.includes('--demo')) process.env.DEMO = '1';
if (process.argv.includes('--reset')) process.env.DEMO_RESET = '1';
process.env.NODE_ENV ??= 'production';
process.umask(0o077);
// In this same process: were npm killed, a child would be left behind, holding the data.
await import('../apps/server/dist/src/main.js');

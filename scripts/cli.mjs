/** `npm run backup`, `restore`, `admin`, `verify`: a command of the server, built first if need be. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildServer, checkNode, install, root, stopOnSignal } from './prepare.mjs';

checkNode();
stopOnSignal(130);
const [name] = process.argv.splice(2, 1);
try {
  await install();
  await buildServer();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const command = join(root, 'apps/server/dist/src/cli', `${name}.js`);
if (!/^[a-z]+$/.test(name ?? '') || !existsSync(command)) {
  console.error(`There is no command "${name ?? ''}".`);
  process.exit(1);
}
process.env.NODE_ENV ??= 'production';
process.umask(0o077);
await import(pathToFileURL(command).href);

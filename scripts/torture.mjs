/**
 * `pnpm torture <subject> [--samples 1000]`: the long proofs, by hand. A subject is a program or a test in
 * apps/e2e/torture; it finds PostgreSQL in TEST_DATABASE_URL, prints its figures, and fails when one is missed.
 * A test is given its settings as environment: `--kills 300` is KILLS=300.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { bin, buildServer, checkNode, install, root, run } from './prepare.mjs';

const [subject = '', ...rest] = process.argv.slice(2);
const folder = 'apps/e2e/torture';
const program = `${folder}/${subject}.ts`;
const test = `${folder}/${subject}.test.ts`;
const isThere = (file) => /^[a-z-]+$/.test(subject) && existsSync(join(root, file));

checkNode();
if (!isThere(program) && !isThere(test)) {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith('.test.ts') || file === 'revocation.ts');
  console.error(`pnpm torture ${files.map((file) => file.replace(/(\.test)?\.ts$/, '')).join(' | ')}`);
  process.exit(1);
}

let postgres;
try {
  await install();
  await buildServer();
  if (!process.env.TEST_DATABASE_URL) postgres = await startPostgres();
  const url = process.env.TEST_DATABASE_URL ?? postgres?.url;
  const env = { NODE_ENV: 'test', ...(url && { TEST_DATABASE_URL: url }) };
  if (isThere(test)) await runTest(env);
  else await run('node', [bin('tsx', 'tsx'), '--tsconfig', 'apps/e2e/tsconfig.json', program, ...rest], env);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  postgres?.stop();
}

function runTest(env) {
  const settings = rest.join(' ').matchAll(/--([a-z]+)[ =](\S+)/g);
  const given = Object.fromEntries([...settings].map(([, name, value]) => [name.toUpperCase(), value]));
  const modules = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const args = [...modules, bin('jest', 'jest'), '--selectProjects', 'e2e', '--forceExit', '--runTestsByPath', test];
  return run('node', args, { TEST_DATABASE: 'embedded', ...env, ...given });
}

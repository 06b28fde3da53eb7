/**
 * `pnpm torture <proof> [--seed 1] [--kills 100]`: the long proofs, by hand; without a number each does what
 * docs/proofs/README.md says. A test is given its settings as environment: `--kills 100` is KILLS=100. Each prints how
 * far it is and a row for the table there, fails when something is not as it must be, and leaves nothing running.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, stopPostgresIn } from './postgres.mjs';
import { bin, buildServer, checkNode, install, run, stopOnSignal, stopRunning } from './prepare.mjs';

const minute = 60_000;
const folder = 'apps/e2e/torture';
/** `most`: minutes after which it hangs and is ended. */
const proofs = {
  crash: {
    ...{ project: 'e2e', files: [`${folder}/crash.test.ts`, `${folder}/crash-cluster.test.ts`] },
    ...{ settings: { KILLS: 100 }, most: 60 },
  },
  convergence: {
    ...{ project: 'e2e', files: [`${folder}/convergence.test.ts`] },
    ...{ settings: { SEEDS: 2_000 }, most: 60 },
  },
  fuzz: {
    ...{ project: 'broker', files: ['packages/broker/src/fuzz.test.ts'] },
    ...{ settings: { FRAMES: 1_000_000 }, most: 60 },
  },
  revocation: { program: `${folder}/revocation.ts`, most: 30 },
  checkers: { project: 'e2e', files: [`${folder}/checkers.test.ts`], settings: {}, most: 10 },
};

const [name = '', ...rest] = process.argv.slice(2);
const proof = Object.hasOwn(proofs, name) ? proofs[name] : undefined;
checkNode();
if (!proof) {
  console.error(`pnpm torture ${Object.keys(proofs).join(' | ')}`);
  process.exit(1);
}

stopOnSignal(130);
/** Everything that is started keeps its files here, so that all of it is found at the end, however that comes. */
const scratch = mkdtempSync(join(tmpdir(), 'mufakat-torture-'));
chmodSync(scratch, 0o755);
process.env.TMPDIR = scratch;
process.on('exit', () => {
  stopPostgresIn(scratch);
  rmSync(scratch, { recursive: true, force: true });
});
const tooLong = setTimeout(() => {
  console.error(`${name} was ended after ${proof.most} minutes.`);
  void stopRunning().then(() => process.exit(1));
}, proof.most * minute);
try {
  await install();
  await buildServer();
  if (proof.program) await runProgram(proof);
  else await runTests(proof);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  clearTimeout(tooLong);
}

async function runProgram({ program }) {
  const url = process.env.TEST_DATABASE_URL ?? (await startPostgres())?.url;
  if (!url) throw new Error('This needs PostgreSQL: set TEST_DATABASE_URL, or install it (Debian: postgresql).');
  const args = [bin('tsx', 'tsx'), '--tsconfig', 'apps/e2e/tsconfig.json', program, ...rest];
  await run('node', args, { NODE_ENV: 'test', TEST_DATABASE_URL: url });
}

async function runTests({ project, files, settings }) {
  const given = [...rest.join(' ').matchAll(/--([a-z]+)[ =](\S+)/g)].map(([, key, value]) => [
    key.toUpperCase(),
    value,
  ]);
  const env = { NODE_ENV: 'test', TEST_DATABASE: 'embedded', ...settings, ...Object.fromEntries(given) };
  const modules = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--selectProjects', project, '--runInBand', '--forceExit', '--silent', '--verbose=false'];
  await run('node', [...modules, bin('jest', 'jest'), ...options, '--runTestsByPath', ...files], env);
}

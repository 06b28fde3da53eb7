import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Fault, faults } from './faults.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const settings = ['--config', 'tooling/faulty-jest.config.mjs', '--forceExit', '--json'];
const patience = 120_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mufakat-faults-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the one test, with the fault in the product or without, and answers what became of it. */
async function run({ noticedBy: { project, path, test, env }, ...fault }: Fault, isThere: boolean): Promise<Report> {
  const file = join(folder, 'report.json');
  await rm(file, { force: true });
  const chosen = ['--selectProjects', project, '--runTestsByPath', path, '--testNamePattern', escaped(test)];
  const modules = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [...modules, jest, ...settings, '--outputFile', file, ...chosen], {
    cwd: root,
    env: { ...process.env, ...env, FAULT: isThere ? JSON.stringify(fault) : '' },
    stdio: 'ignore',
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  await once(child, 'exit');
  const report = JSON.parse(await readFile(file, 'utf8')) as JestReport;
  const { testResults, numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: unable } = report;
  return { passed, failed, unable, said: testResults.map(({ message }) => message).join('\n') };
}

type JestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { message: string }[];
};
type Report = { passed: number; failed: number; unable: number; said: string };

const escaped = (name: string) => `${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;

describe.each(faults)('a product that $name', (fault) => {
  it(
    `turns red the test "${fault.noticedBy.test}", which is green otherwise`,
    async () => {
      expect(await run(fault, false)).toMatchObject({ passed: 1, failed: 0, unable: 0 });
      const red = await run(fault, true);
      if (red.failed === 0) throw new Error(red.said || 'the test stayed green');
      expect([red.passed, red.said]).toEqual([0, expect.stringContaining('expect(received)')]);
    },
    patience * 2,
  );
});

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ManyJob, ManyResult } from './many.ts';
import type { StreamJob, StreamResult } from './stream.ts';

export type Job = ({ kind: 'stream' } & StreamJob) | ({ kind: 'many' } & ManyJob);
export type JobResult = StreamResult | ManyResult;

const main = fileURLToPath(new URL('main.ts', import.meta.url));

export function runStream(job: StreamJob): Promise<StreamResult> {
  return run({ kind: 'stream', ...job });
}

export function runMany(job: ManyJob): Promise<ManyResult> {
  return run({ kind: 'many', ...job });
}

function run<Result extends JobResult>(job: Job): Promise<Result> {
  const child = fork(main, { execArgv: ['--max-old-space-size=4096'] });
  return new Promise((resolve, reject) => {
    child.once('message', (answer: { result?: Result; problem?: string }) => {
      if (answer.result) resolve(answer.result);
      else reject(new Error(answer.problem));
    });
    child.once('exit', (code) => reject(new Error(`the load process ended with ${code}`)));
    child.send(job);
  });
}

/** A process of its own that makes load, so that its work is never counted as a server's. */
import { many } from './many.ts';
import { stream } from './stream.ts';
import type { Job, JobResult } from './job.ts';

process.once('message', (job: Job) => {
  work(job).then(
    (result) => process.send?.({ result }, () => process.disconnect()),
    (error: unknown) => process.send?.({ problem: String(error) }, () => process.exit(1)),
  );
});

function work(job: Job): Promise<JobResult> {
  return job.kind === 'stream' ? stream(job) : many(job);
}

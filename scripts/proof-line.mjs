/** What a long proof says of itself: its progress, and one row for the table in docs/proofs/README.md. */
import { execFileSync } from 'node:child_process';
import { writeSync } from 'node:fs';

/** Prints a line as it stands and at once; a test runner would add where it came from, or keep it until its end. */
export function print(line) {
  writeSync(1, `${line}\n`);
}

/** `began` is a time of `performance.now()`; `seeds` are the first and the last, with which it is repeated. */
export function proofLine({ proof, seeds, counts, began, result }) {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const range = seeds ? [...new Set(seeds)].join(' to ') : '–';
  return `| ${[proof, range, counts, `${minutes} min`, commit(), result].join(' | ')} |`;
}

/** The middle, the 95th of a hundred, and the highest, in milliseconds. */
export function spread(samples) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`;
}

function commit() {
  const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') ? ' and changes' : ''}`;
  } catch {
    return 'no commit';
  }
}

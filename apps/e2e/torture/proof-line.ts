import { execFileSync } from 'node:child_process';

/** What a long proof found. */
export type Finding = {
  proof: string;
  /** What it is repeated with: the first seed and the last. */
  seeds?: readonly [first: number, last: number];
  counts: string;
  /** When it began, by the clock of `performance`. */
  began: number;
  result: string;
};

/** One row of the table in docs/proofs/README.md. */
export function proofLine({ proof, seeds, counts, began, result }: Finding): string {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  const range = seeds ? (seeds[0] === seeds[1] ? `${seeds[0]}` : `${seeds[0]} to ${seeds[1]}`) : '–';
  return `| ${[proof, range, counts, `${minutes} min`, commit(), result].join(' | ')} |`;
}

/** Prints a line as it stands; a test runner would add where it came from. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The middle, the 95th of a hundred, and the highest, in milliseconds. */
export function spread(samples: readonly number[]): string {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  return `p50 ${at(0.5)}, p95 ${at(0.95)}, max ${at(1)} ms`;
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain') ? ' and changes' : ''}`;
  } catch {
    return 'no commit';
  }
}

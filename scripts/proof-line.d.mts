/** What a long proof found; it began at a time of `performance.now()`. */
export type Finding = {
  proof: string;
  seeds?: readonly [first: number, last: number];
  counts: string;
  began: number;
  result: string;
};
export function print(line: string): void;
export function proofLine(finding: Finding): string;
export function spread(samples: readonly number[]): string;

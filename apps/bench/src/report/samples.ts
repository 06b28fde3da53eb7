/** What was measured, by cell and contender, once per round. */
export class Samples<Result> {
  private readonly results = new Map<string, Result[]>();

  add(cell: string, contender: string, result: Result): void {
    const key = `${cell}\n${contender}`;
    this.results.set(key, [...(this.results.get(key) ?? []), result]);
  }

  of(cell: string, contender: string): readonly Result[] {
    return this.results.get(`${cell}\n${contender}`) ?? [];
  }

  numbers(cell: string, contender: string, pick: (result: Result) => number | null): number[] {
    return this.of(cell, contender)
      .map(pick)
      .filter((value) => value !== null);
  }

  /** Everything, for the file of results. */
  all(): { cell: string; contender: string; results: Result[] }[] {
    return [...this.results].map(([key, results]) => {
      const [cell = '', contender = ''] = key.split('\n');
      return { cell, contender, results };
    });
  }
}

export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1], sorted[middle]];
  if (high === undefined) return null;
  return sorted.length % 2 === 0 && low !== undefined ? (low + high) / 2 : high;
}

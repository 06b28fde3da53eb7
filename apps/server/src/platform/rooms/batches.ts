type Waiting<Item, Result> = {
  item: Item;
  resolve(result: Result): void;
  reject(problem: unknown): void;
};

/** How a batch is done. */
export interface Doing<Item, Result> {
  /** Answers for each item, in order, its result or why it alone failed. */
  do(items: readonly Item[]): Promise<readonly (Result | Error)[]>;
  /** Whether a failure is one item's fault, so that the others can be done without it. */
  isOfOneItem(problem: unknown): boolean;
  /** A busy process begins a batch at most this often, in milliseconds. Whoever comes alone never waits for it. */
  pace?: number;
  /** The most items of a batch. */
  most?: number;
}

/** Work that is cheaper together: one batch at a time, and what comes meanwhile makes the next one. */
export class Batches<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private isRunning = false;
  private begunAt = -Infinity;

  constructor(private readonly doing: Doing<Item, Result>) {}

  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (this.isRunning) return;
      this.isRunning = true;
      this.schedule();
    });
  }

  /** What is accepted in the same turn of the process goes along, and on a busy one what comes until it is time. */
  private schedule(): void {
    const rest = this.begunAt + (this.doing.pace ?? 0) - performance.now();
    if (rest > 0) setTimeout(() => void this.run(), rest);
    else setImmediate(() => void this.run());
  }

  private async run(): Promise<void> {
    this.begunAt = performance.now();
    await this.attempt(this.waiting.splice(0, this.doing.most ?? Infinity));
    if (this.waiting.length > 0) this.schedule();
    else this.isRunning = false;
  }

  private async attempt(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.doing.do(batch.map(({ item }) => item));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result instanceof Error) reject(result);
        else resolve(result as Result);
      }
    } catch (problem) {
      if (batch.length > 1 && this.doing.isOfOneItem(problem)) for (const each of batch) await this.attempt([each]);
      else for (const { reject } of batch) reject(problem);
    }
  }
}

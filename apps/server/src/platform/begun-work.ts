/** Work that runs while nobody waits for it. Whoever begins it waits in the end, while there still is a database. */
export class BegunWork {
  private readonly running = new Set<Promise<unknown>>();
  private isOver = false;

  /** Begins work that sees to its own failures; after the end nothing is begun any more. */
  begin(work: () => Promise<void>): void {
    if (!this.isOver) void this.watch(work());
  }

  /** The same promise, for which an end waits. */
  async watch<T>(work: Promise<T>): Promise<T> {
    this.running.add(work);
    try {
      return await work;
    } finally {
      this.running.delete(work);
    }
  }

  async end(): Promise<void> {
    this.isOver = true;
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }
}

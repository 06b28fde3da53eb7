import { setImmediate } from 'node:timers';
import type { Clock } from './clock.js';

/** A clock for tests: it stands still until told to pass. */
export class ManualClock implements Clock {
  private time = 0;
  private timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => void (this.timers = this.timers.filter((other) => other !== timer));
  }

  soon(run: () => void): void {
    setImmediate(run);
  }

  /** Lets time go by and runs what falls due, in order, with everything that follows from it. */
  async pass(milliseconds: number): Promise<void> {
    await settle();
    const until = this.time + milliseconds;
    for (let due = this.next(until); due; due = this.next(until)) {
      this.timers = this.timers.filter((other) => other !== due);
      this.time = due.at;
      due.run();
      await settle();
    }
    this.time = until;
    await settle();
  }

  private next(until: number) {
    return this.timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0];
  }
}

/** Lets every promise that is already decided take its course. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
}

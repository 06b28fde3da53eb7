import { setImmediate } from 'node:timers';

/** The broker's only source of time, so that tests hold it in their hand. */
export interface Clock {
  /** Milliseconds that never run backwards. */
  now(): number;
  /** Runs once after `milliseconds`; the answer cancels it. */
  after(milliseconds: number, run: () => void): () => void;
  /** Runs once when everything that has arrived by now is handled. */
  soon(run: () => void): void;
}

/** Time as the machine tells it; its timers keep no process alive. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
  soon: (run) => void setImmediate(run),
};

import { availableParallelism, loadavg } from 'node:os';

/** What a promise of the product allows in milliseconds, on a machine whose cores have other work waiting as well. */
export function within(milliseconds: number): number {
  const waiting = (loadavg()[0] ?? 0) / availableParallelism();
  return milliseconds * Math.max(1, waiting);
}

/** For what shall be there a second later. */
export const aSecond = (): { timeout: number } => ({ timeout: within(1000) });

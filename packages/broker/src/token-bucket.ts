import type { Clock } from './clock.js';

/** Allows a sustained rate with a burst: it fills with time and empties with use. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly clock: Clock,
    private readonly perSecond: number,
    private readonly most: number,
  ) {
    this.tokens = most;
    this.filledAt = clock.now();
  }

  /** Whether `amount` was there to take; nothing is taken when it was not. */
  take(amount: number): boolean {
    const now = this.clock.now();
    this.tokens = Math.min(this.most, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    if (this.tokens < amount) return false;
    this.tokens -= amount;
    return true;
  }
}

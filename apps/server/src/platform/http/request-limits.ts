import { Injectable } from '@nestjs/common';
import { DomainError } from '@mufakat/domain';
import { Clock } from '../outside/clock.js';

const minute = 60_000;
const perMinute = { person: 600, anonymous: 120 };

/** How often one caller may ask: a bucket that refills evenly. Guessing is limited elsewhere, in the database. */
@Injectable()
export class RequestLimits {
  private readonly buckets = new Map<string, { left: number; at: number }>();

  constructor(private readonly clock: Clock) {}

  /** Takes one from the caller's bucket; refuses when it is empty. */
  take(caller: string, isPerson: boolean): void {
    const size = isPerson ? perMinute.person : perMinute.anonymous;
    const now = this.clock.now().getTime();
    const bucket = this.buckets.get(caller) ?? { left: size, at: now };
    const left = Math.min(size, bucket.left + ((now - bucket.at) / minute) * size);
    if (left < 1) throw new DomainError('rate.limited');
    this.buckets.set(caller, { left: left - 1, at: now });
    if (this.buckets.size > 10_000) this.forgetFull(now);
  }

  private forgetFull(now: number): void {
    for (const [caller, { at }] of this.buckets) if (now - at > minute) this.buckets.delete(caller);
  }
}

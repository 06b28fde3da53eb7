import { Clock } from '../platform/outside/clock.js';

/** Goes where it is told while the demo is being made, then shows the real time. */
export class DemoClock extends Clock {
  private moment: Date | null = null;

  override now(): Date {
    return this.moment ? new Date(this.moment) : super.now();
  }

  set(moment: string): void {
    this.moment = new Date(moment);
  }

  /** From here on it is a clock like any other. */
  release(): void {
    this.moment = null;
  }
}

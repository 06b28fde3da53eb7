import { Injectable } from '@nestjs/common';

/** The only source of time. Tests and the demo put their own in its place. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}

/** The calendar day, "2026-11-24", that a moment falls on in a zone. */
export function dayIn(zone: string, moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    moment,
  );
}

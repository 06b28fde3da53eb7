import type { Meeting } from '@mufakat/domain';
import { today } from '@/lib/dates';

/** The moment so many minutes later. */
export const later = (moment: string, minutes: number): string =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString();

/** Whole minutes between two moments. */
export const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 60_000);

/** The time of a moment as a field wants it: "17:00". */
export function clockOf(moment: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(
    new Date(moment),
  );
}

/** The next full hour on the partnership's clock, as day and time. */
export function nextHour(zone: string, now: Date = new Date()): { day: string; time: string } {
  const next = new Date(Math.ceil((now.getTime() + 1) / 3_600_000) * 3_600_000);
  return { day: today(zone, next), time: clockOf(next.toISOString(), zone) };
}

/** The order in which meetings happen. */
export const byStart = (a: Meeting, b: Meeting) => a.startsAt.localeCompare(b.startsAt);

/** Whether a meeting still lies ahead: not over by its state, nor by the clock when nobody ended it. */
export function isAhead({ state, endsAt }: Pick<Meeting, 'state' | 'endsAt'>, now: Date = new Date()): boolean {
  return state === 'scheduled' && Date.parse(endsAt) > now.getTime();
}

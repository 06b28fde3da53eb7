import type { Words } from '@/words/id';

type Greeting = keyof Words['today']['greetings'];

/** How people greet at this hour, in the zone of the partnership: pagi, siang, sore, malam. */
export function greetingAt(zone: string, now: Date = new Date()): Greeting {
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(now),
  );
  if (hour >= 4 && hour < 11) return 'morning';
  if (hour >= 11 && hour < 15) return 'noon';
  return hour >= 15 && hour < 18 ? 'afternoon' : 'night';
}

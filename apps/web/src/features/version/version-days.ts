import type { TextVersion } from '@mufakat/domain';
import { today } from '@/lib/dates';

/** The versions of each day of the partnership's zone, newest day first. */
export function versionsByDay(versions: readonly TextVersion[], zone: string): [day: string, ofDay: TextVersion[]][] {
  const days = new Map<string, TextVersion[]>();
  for (const version of versions) {
    const day = today(zone, new Date(version.at));
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days];
}

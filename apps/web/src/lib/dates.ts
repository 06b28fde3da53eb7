import type { Language } from '@/words/language';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };
const made = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  made.set(key, found);
  return found;
}

/** How long a date is written: "24 Nov", "Sel, 24 Nov", "24 Nov 2026", "Selasa, 24 November 2026". */
export type DateLength = 'short' | 'weekday' | 'middle' | 'long';
const lengths: Record<DateLength, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  middle: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
};

/** A day without a time ("2026-11-24"); it is the same day everywhere. */
export function day(date: string, language: Language, length: DateLength = 'middle'): string {
  return format(language, { ...lengths[length], timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** The day of a moment, in a zone. */
export function dayOf(moment: string, language: Language, zone: string, length: DateLength = 'middle'): string {
  return format(language, { ...lengths[length], timeZone: zone }).format(new Date(moment));
}

/** The time of a moment, in a zone: "17.00" in Indonesian, "17:00" in English. */
export function time(moment: string, language: Language, zone: string): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(
    new Date(moment),
  );
}

/** Day and time together: "24 Nov 2026, 17.00". */
export function dayAndTime(moment: string, language: Language, zone: string): string {
  return `${dayOf(moment, language, zone)}, ${time(moment, language, zone)}`;
}

const indonesian: Record<string, string> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Ujung_Pandang': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** The short name of a zone, as people say it: WIB, WITA, WIT, otherwise what the platform says. */
export function zoneName(zone: string, language: Language): string {
  const known = indonesian[zone];
  if (known) return known;
  const parts = format(language, { timeZone: zone, timeZoneName: 'short' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** The day it is now in a zone, as "2026-11-24". */
export function today(zone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );
}

/** Indonesia has no summer time, so a zone is one offset. */
const offsets: Record<string, string> = {
  'Asia/Jakarta': '+07:00',
  'Asia/Makassar': '+08:00',
  'Asia/Jayapura': '+09:00',
};

/** The moment of a day and a time on the partnership's clock. */
export function momentOf(day: string, time: string, zone: string): string {
  return new Date(`${day}T${time}:00${offsets[zone] ?? '+07:00'}`).toISOString();
}

/** Whole days from one day to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A day seen from today: "hari ini", "besok", "kemarin", "dalam 3 hari"; farther than a week as a date. */
export function nearDay(date: string, language: Language, zone: string, now: Date = new Date()): string {
  const away = daysBetween(today(zone, now), date);
  if (Math.abs(away) > 6) return day(date, language, 'short');
  return new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' }).format(away, 'day');
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago or ahead a moment is: "1 jam yang lalu", "baru saja". */
export function ago(moment: string, language: Language, now: Date = new Date()): string {
  const seconds = (Date.parse(moment) - now.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  for (const [unit, size] of steps)
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  return language === 'en' ? 'just now' : 'baru saja';
}

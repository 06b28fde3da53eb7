import { addDays, dayIn } from '../platform/calendar.js';

/** The day on which the sample is written to be looked at. */
const writtenFor = '2026-11-24';
const zone = 'Asia/Jakarta';
const minute = 60_000;
const prose = new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** Moves the days of the sample so that the day it is written for becomes today. */
export class SampleCalendar {
  private readonly shift: number;

  constructor(readonly now: Date) {
    this.shift = Math.round((Date.parse(dayIn(zone, now)) - Date.parse(writtenFor)) / (24 * 60 * minute));
  }

  day(written: string): string {
    return addDays(written, this.shift);
  }

  /** A written day and hour ("09.30" in Jakarta) as a moment. */
  moment(written: string, hour: string): Date {
    return new Date(`${this.day(written)}T${hour.replace('.', ':')}:00+07:00`);
  }

  /** The next half hour that gives time to look around first, still today. */
  get soonToday(): Date {
    const half = 30 * minute;
    const soon = new Date(Math.ceil((this.now.getTime() + 20 * minute) / half) * half);
    const latest = this.moment(writtenFor, '22.30');
    return soon < latest ? soon : latest;
  }

  /** Puts days in words: "{2026-12-01}" becomes "1 Desember 2026". */
  write(text: string): string {
    return text.replace(/\{(\d{4}-\d\d-\d\d)\}/g, (_, written: string) =>
      prose.format(new Date(`${this.day(written)}T00:00:00Z`)),
    );
  }
}

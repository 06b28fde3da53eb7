import { describe, expect, it } from '@jest/globals';
import { ago, day, dayAndTime, daysBetween, nearDay, time, today, zoneName } from './dates';
import { number, parseNumber, percent, rupiah } from './numbers';

const moment = '2026-11-24T10:00:00Z';

describe('dates and numbers', () => {
  it('are written as people write them in Indonesia', () => {
    expect(day('2026-11-24', 'id')).toBe('24 Nov 2026');
    expect(day('2026-11-24', 'id', 'long')).toBe('Selasa, 24 November 2026');
    expect(time(moment, 'id', 'Asia/Jakarta')).toBe('17.00');
    expect(dayAndTime(moment, 'id', 'Asia/Jayapura')).toBe('24 Nov 2026, 19.00');
    expect(number('1250.5', 'id')).toBe('1.250,5');
    expect(percent(0.425, 'id', 1)).toBe('42,5%');
    expect(rupiah(60_000_000, 'id')).toBe('Rp 60.000.000');
  });

  it('are written in English for those who chose it', () => {
    expect(time(moment, 'en', 'Asia/Jakarta')).toBe('17:00');
    expect(number(1250.5, 'en')).toBe('1,250.5');
  });

  it('name the three zones as people say them', () => {
    expect(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'].map((zone) => zoneName(zone, 'id'))).toEqual([
      'WIB',
      'WITA',
      'WIT',
    ]);
  });

  it('know the day of a zone', () => {
    const late = new Date('2026-11-24T16:30:00Z');
    expect([today('Asia/Jakarta', late), today('Asia/Jayapura', late)]).toEqual(['2026-11-24', '2026-11-25']);
    expect(daysBetween('2026-11-24', '2026-12-01')).toBe(7);
    expect(nearDay('2026-11-25', 'id', 'Asia/Jakarta', late)).toBe('besok');
    expect(nearDay('2026-12-24', 'id', 'Asia/Jakarta', late)).toBe('24 Des');
  });

  it('say how long ago something was', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    expect(ago('2026-11-24T11:00:00Z', 'id', now)).toBe('1 jam yang lalu');
    expect(ago('2026-11-24T11:59:50Z', 'id', now)).toBe('baru saja');
  });

  it('read back what was typed in either way of writing', () => {
    expect(parseNumber('1.250,5', 'id')).toBe(1250.5);
    expect(parseNumber('1,250.5', 'en')).toBe(1250.5);
    expect(parseNumber('lima', 'id')).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { Day, freeText, requiredText } from './value.js';

const title = requiredText(20);

describe('text a person wrote', () => {
  it('keeps lines, tabs, emoji and every script', () => {
    const written = 'baris satu\n\tbaris dua 😀 مرحبا';
    expect(freeText(40).parse(written)).toBe(written);
  });

  it('loses what no screen shows', () => {
    expect(title.parse('a\u000Bb\u0007c\r\nd')).toBe('abc\nd');
    expect(title.parse('rapat \u202Ekilab\u202D')).toBe('rapat kilab');
  });

  it('must be visible where something must be written', () => {
    for (const nothing of ['', '   ', '\u200B', '\u0000', '\u2060 \uFEFF'])
      expect(title.safeParse(nothing).success).toBe(false);
    for (const something of ['1', '😀', '?', 'あ']) expect(title.parse(something)).toBe(something);
  });
});

describe('a day', () => {
  it('is a day of the calendar that every part of the product can hold', () => {
    expect(Day.parse('2028-02-29')).toBe('2028-02-29');
    for (const wrong of ['2026-02-29', '0000-01-01', '1066-10-14', '24 Nov'])
      expect(Day.safeParse(wrong).success).toBe(false);
  });
});

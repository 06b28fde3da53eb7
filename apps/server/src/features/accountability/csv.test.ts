import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

/** One cell as it stands in the file. */
const written = (text: string) => csvOf([[text]]).slice(1, -2);

describe('a table as CSV', () => {
  it('begins with a byte order mark and ends every row with CR LF', () => {
    expect(
      csvOf([
        ['a', 'b'],
        ['c', ''],
      ]),
    ).toBe('\uFEFFa,b\r\nc,\r\n');
  });

  it('quotes what holds a comma, a semicolon, a quote or a line break', () => {
    expect(['a,b', 'a;b', 'a"b', 'a\nb'].map(written)).toEqual(['"a,b"', '"a;b"', '"a""b"', '"a\nb"']);
  });

  it.each([
    '=1+1',
    '+62811',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠A1',
    '  =1',
    '=cmd|"/c calc"!A0',
  ])('never lets %j begin a formula', (text) => {
    expect(written(text).replace(/^"/, '')).toBe(
      `'${text}`.replaceAll('"', '""') + (written(text).endsWith('"') ? '"' : ''),
    );
  });

  it('guards what follows a semicolon, which begins a cell where the comma is the decimal sign', () => {
    expect(written('kayu;=HYPERLINK("x")')).toBe(`"kayu;'=HYPERLINK(""x"")"`);
    expect(written('kayu; rotan')).toBe('"kayu; rotan"');
  });

  it('leaves plain words, days and numbers as they are', () => {
    expect(['Kirim 3 = tiga', '2026-11-24', 'a-b', '12', "Ju'mat"].map(written)).toEqual([
      'Kirim 3 = tiga',
      '2026-11-24',
      'a-b',
      '12',
      `"Ju'mat"`,
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { alignment } from './alignment.js';

const letters = (words: string) => words.split('');
const kept = (before: string, after: string) =>
  alignment(letters(before), letters(after))
    .map(([at]) => before.charAt(at))
    .join('');

/** Whole numbers that look random and are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** The length of the longest common part, by the table everybody knows. */
function longest(before: string, after: string): number {
  let row = Array.from({ length: after.length + 1 }, () => 0);
  for (const one of before) {
    const above = row;
    row = [0];
    for (const [at, other] of letters(after).entries())
      row.push(one === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
  }
  return row.at(-1) ?? 0;
}

describe('the alignment of two lists', () => {
  it('keeps everything of equal lists and nothing of lists that share nothing', () => {
    expect(kept('jati', 'jati')).toBe('jati');
    expect(kept('jati', 'ukur'.replace('u', 'x'))).toBe('');
    expect(kept('', 'jati')).toBe('');
    expect(kept('jati', '')).toBe('');
  });

  it('finds the longest common part, in order, of any two lists', () => {
    const roll = dice(7);
    const word = () => Array.from({ length: roll(24) }, () => 'abcd'.charAt(roll(4))).join('');
    for (let turn = 0; turn < 500; turn += 1) {
      const [before, after] = [word(), word()];
      const matches = alignment(letters(before), letters(after));
      for (const [at, [one, other]] of matches.entries()) {
        expect(before.charAt(one)).toBe(after.charAt(other));
        const [lastOne, lastOther] = matches[at - 1] ?? [-1, -1];
        expect(one > lastOne && other > lastOther).toBe(true);
      }
      expect([before, after, matches.length]).toEqual([before, after, longest(before, after)]);
    }
  });

  it('gives up on the middle of lists that differ too much, and keeps their ends', () => {
    const many = (sign: string) => Array.from({ length: 6_000 }, (_, at) => `${sign}${at}`);
    const matches = alignment(['head', ...many('a'), 'tail'], ['head', ...many('b'), 'tail']);
    expect(matches).toEqual([
      [0, 0],
      [6_001, 6_001],
    ]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { closeCodes } from './close-codes.js';
import { limits } from './limits.js';

const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');
const here = new URL('.', import.meta.url);
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, here), 'utf8'))
  .join('\n');

const numbersIn = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map((found) => Number(found[1])));
const rows = spec.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

describe('SPEC.md', () => {
  it('numbers its rules without a gap, and every rule is quoted by a test', () => {
    const rules = [...numbersIn(spec, /^- \*\*R(\d+)\*\*/gm)];
    const quoted = numbersIn(tests, /\[R(\d+)\]/g);

    expect(rules).toEqual(rules.map((_rule, index) => index + 1));
    expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
    expect([...quoted].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('holds the close codes with the sentences of the code', () => {
    const table = rows.filter(([, code]) => /^\d{4}$/.test(code ?? '')).map((cells) => cells.slice(1, 4));

    expect(table).toEqual(Object.entries(closeCodes).map(([name, { code, say }]) => [String(code), name, say]));
  });

  it('holds every limit', () => {
    const named = new Set(rows.map(([, name]) => name));

    expect(Object.keys(limits).filter((name) => !named.has(name))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const spec = readFileSync(new URL('../SPEC.md', import.meta.url), 'utf8');
const here = new URL('.', import.meta.url);
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, here), 'utf8'))
  .join('\n');

const numbersIn = (text: string, pattern: RegExp) =>
  new Set([...text.matchAll(pattern)].map((found) => Number(found[1])));

describe('SPEC.md', () => {
  it('numbers its rules without a gap, and every rule is quoted by a test', () => {
    const rules = [...numbersIn(spec, /^- \*\*P(\d+)\*\*/gm)];
    const quoted = numbersIn(tests, /\[P(\d+)\]/g);

    expect(rules).toEqual(rules.map((_rule, index) => index + 1));
    expect(rules.filter((rule) => !quoted.has(rule))).toEqual([]);
    expect([...quoted].filter((rule) => !rules.includes(rule))).toEqual([]);
  });
});

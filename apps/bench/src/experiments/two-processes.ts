import { readFileSync } from 'node:fs';
import type { Bench } from '../bench.ts';
import type { Section } from '../report/section.ts';

const builtSettings = new URL('../../../server/dist/src/env.js', import.meta.url);

/** What a second process costs on an edit's way, and what is left when Redis is killed. */
export function twoProcesses(_bench: Bench): Promise<Section> {
  const knowsRedis = readFileSync(builtSettings, 'utf8').includes('REDIS_URL');
  return Promise.resolve({
    name: 'two-processes',
    title: 'Two processes',
    how: '',
    skipped: knowsRedis ? 'Not written yet.' : 'Not made: this server does not know REDIS_URL.',
    tables: [],
    aims: [],
    raw: null,
  });
}

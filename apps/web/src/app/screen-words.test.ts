import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parts } from '@/words/parts';

const source = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (file: string) => readFileSync(file, 'utf8');

/** A file and all it needs before it runs. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, asked = ''] of read(file).matchAll(/from '([@.][^']*)'/g)) {
    const path = asked.startsWith('@/') ? join(source, asked.slice(2)) : join(dirname(file), asked);
    const found = ['.ts', '.tsx'].map((ending) => path + ending).find((each) => existsSync(each));
    if (found && !found.includes('/words/')) closure(found, seen);
  }
  return seen;
}

/** The parts of the catalogue which a file speaks. `words` may be the whole of it in one function and a part in the next. */
function spoken(file: string): string[] {
  return read(file)
    .split(/\n(?=(?:export )?(?:async )?(?:function|const|class) )/)
    .flatMap((piece) => {
      const whole = /const words = useWords\(\);|\bwords\b[^;(]*\} = useLanguage\(\)|words: Words\b(?!\[)/.test(piece);
      const said = /(?:useWords\(\)|useLanguage\(\)\.words)\.(\w+)/g;
      const taken = [...piece.matchAll(/\{([^{}]*)\} = useWords\(\)/g)].flatMap(([, names = '']) => names.split(','));
      return [
        ...[...piece.matchAll(said), ...(whole ? piece.matchAll(/\bwords\.(\w+)/g) : [])].map(([, name]) => name ?? ''),
        ...taken.map((name) => name.split(':')[0]?.trim() ?? ''),
      ];
    })
    .filter((name) => name in parts.id);
}

const spokenBy = (file: string) => [...new Set([...closure(join(source, file))].flatMap(spoken))].toSorted();

describe('the words of a screen', () => {
  const router = read(join(source, 'app/router.tsx'));
  const screens = readdirSync(join(source, 'screens')).filter((name) => name.endsWith('.tsx'));

  it('are there before the frame is', () => {
    expect(spokenBy('app/frames.tsx')).toEqual(['frame']);
  });

  it.each(screens)('travel with %s, no more and no fewer', (name) => {
    const route = new RegExp(`screens/${name.replace('.tsx', '')}'\\), '\\w+', \\[([^\\]]*)\\]`).exec(router);
    const named = [...(route?.[1] ?? '').matchAll(/\w+/g)].map(([part]) => part);

    expect(named.toSorted()).toEqual(spokenBy(`screens/${name}`).filter((part) => part !== 'frame'));
  });
});

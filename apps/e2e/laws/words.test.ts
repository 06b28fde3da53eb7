import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../../web/src', import.meta.url));
const parts = readdirSync(join(source, 'words/id')).map((name) => name.replace('.ts', ''));
const read = (file: string) => readFileSync(file, 'utf8');

function fileOf(from: string, asked: string): string | undefined {
  const path = asked.startsWith('@/') ? join(source, asked.slice(2)) : join(dirname(from), asked);
  return ['.ts', '.tsx'].map((ending) => path + ending).find((each) => existsSync(each));
}

/** A file and all it needs before it runs. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, asked = ''] of read(file).matchAll(/from '((?:@\/|\.)[^']*)'/g)) {
    const found = fileOf(file, asked);
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
    .filter((name) => parts.includes(name));
}

const spokenBy = (file: string) =>
  [...new Set([...closure(file)].flatMap(spoken))].filter((part) => part !== 'frame' && part !== 'refusals').toSorted();

/** Each piece which is fetched later, where it is asked for, and the words it brings. */
const pieces = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/^words|\.test\./.test(name))
  .flatMap((name) => {
    const file = join(source, name);
    const asked = /((?:withWords|screen|Later)\(\s*)?\(\) => import\('((?:@\/|\.)[^']*)'\)(?:,\s*\[([^\]]*)\])?/g;
    return [...read(file).matchAll(asked)].map(([, brings, piece = '', named = '']) => ({
      piece: fileOf(file, piece) ?? piece,
      words: brings ? [...named.matchAll(/\w+/g)].map(([part]) => part) : [],
    }));
  });

describe('words', () => {
  it('of the frame are there before it is shown; it speaks no others', () => {
    expect(spokenBy(join(source, 'app/frames.tsx'))).toEqual([]);
  });

  it.each(pieces.map(({ piece, words }) => [relative(source, piece), words, piece] as const))(
    'travel with %s, no more and no fewer',
    (_name, words, piece) => {
      expect(words.toSorted()).toEqual(spokenBy(piece));
    },
  );

  it('travel with every screen', () => {
    const screens = readdirSync(join(source, 'screens')).filter((name) => name.endsWith('.tsx'));
    const fetched = pieces.map(({ piece }) => relative(join(source, 'screens'), piece));
    expect(screens.filter((name) => !fetched.includes(name))).toEqual([]);
  });
});

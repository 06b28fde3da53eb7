import type { Plugin } from 'vite';

const copies = '@supports (color:lab(0% 0 0)){';

/**
 * Writes each colour once. The minifier keeps a second copy in `lab()` for wide screens beside the plain one for old
 * phones; our colours lie within what every screen shows, so the copy weighs two kilobytes on each page and shows nothing new.
 */
export function plainColours(): Plugin {
  return {
    name: 'plain-colours',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = once(String(file.source));
      },
    },
  };
}

function once(css: string): string {
  const from = css.indexOf(copies);
  if (from < 0) return css;
  let depth = 1;
  let to = from + copies.length;
  while (depth > 0 && to < css.length) {
    if (css[to] === '{') depth += 1;
    if (css[to] === '}') depth -= 1;
    to += 1;
  }
  return css.slice(0, from) + once(css.slice(to));
}

/**
 * The weight of the pages: what Home and the goal page load before they are whole, gzipped, from Vite's manifest.
 * A figure once reached becomes the budget: lower the numbers, and raise them only together with what a page newly shows. `--libraries` tells who weighs what,
 * `--files` which files a page loads.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, say } from './prepare.mjs';

const kB = 1000;
const pages = {
  Home: { screen: 'src/screens/today-screen.tsx', limit: 171 * kB },
  'Goal page': { screen: 'src/screens/goal-screen.tsx', limit: 327 * kB },
};
const styleLimit = 13.9 * kB;

const web = join(root, 'apps/web');
const dist = join(web, 'dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const asked = askedInSource();
const failures = [];
const loads = {};

for (const [name, { screen, limit }] of Object.entries(pages)) {
  if (!manifest[screen]) failures.push(`${name}: ${screen} is not a chunk of its own, so its weight is unknown.`);
  const fetched = [screen, ...lazyOf(screen)];
  const loaded = closure([entry, ...fetched, ...['frame', ...fetched.flatMap(wordsOf)].map(inIndonesian)]);
  const scripts = [...inPage(), ...loaded.map((key) => manifest[key].file).filter((file) => file.endsWith('.js'))];
  if (process.argv.includes('--files')) for (const file of scripts) say(`    ${file}`);
  judge(`${name}, JavaScript`, scripts, limit);
  loads[name] = new Set(scripts);
  judge(
    `${name}, styles`,
    loaded.flatMap((key) => manifest[key].css ?? []),
    styleLimit,
  );
}
if (process.argv.includes('--libraries')) await tellLibraries();
for (const line of failures) console.error(line);
process.exit(failures.length > 0 ? 1 : 0);

/** Everything the browser fetches before these modules run. */
function closure(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key) || !manifest[key]) continue;
    seen.add(key);
    closure(manifest[key].imports ?? [], seen);
  }
  return [...seen];
}

/** What the screen's own chunks fetch as it shows, as deep as that goes; not what waits until the page is calm or somebody asks. */
function lazyOf(screen, seen = new Set(closure([entry]))) {
  const fresh = closure([screen]).filter((key) => !seen.has(key));
  for (const key of fresh) seen.add(key);
  const lazy = fresh.flatMap((key) => manifest[key].dynamicImports ?? []).filter((key) => !asked.get(key)?.waits);
  return lazy.flatMap((key) => [key, ...lazyOf(key, seen)]);
}

/** What stands in the page itself, beside the entry. */
function inPage() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  return [...page.matchAll(/<script src="\/([^"]+)"/g)].map(([, file]) => file);
}

function wordsOf(key) {
  return asked.get(key)?.words ?? [];
}

function inIndonesian(part) {
  return `src/words/id/${part}.ts`;
}

/** How the source asks for each piece that is fetched apart: whether it waits (`Later`), and the words it brings. */
function askedInSource() {
  const found = new Map();
  const way = /(new Later\(\s*)?\(\) => import\('((?:@\/|\.)[^']*)'\)(?:,\s*\[([^\]]*)\])?/g;
  for (const name of readdirSync(join(web, 'src'), { recursive: true }).filter((each) => /\.tsx?$/.test(each)))
    for (const [, waits, path, words = ''] of readFileSync(join(web, 'src', name), 'utf8').matchAll(way)) {
      const piece = path.startsWith('@/') ? join(web, 'src', path.slice(2)) : join(web, 'src', name, '..', path);
      const key = Object.keys(manifest).find((each) => each.replace(/\.tsx?$/, '') === relative(web, piece));
      if (key) found.set(key, { waits: Boolean(waits), words: [...words.matchAll(/\w+/g)].map(([part]) => part) });
    }
  return found;
}

function judge(what, files, limit) {
  const weight = [...new Set(files)].reduce((sum, file) => sum + gzipped(file), 0);
  say(`  ${what}: ${(weight / kB).toFixed(1)} of ${limit / kB} kB`);
  if (weight > limit)
    failures.push(`${what} weighs ${(weight / kB).toFixed(1)} kB, ${((weight - limit) / kB).toFixed(1)} kB too much.`);
}

function gzipped(file) {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

/** Bundles once more in memory and shares each chunk's gzipped bytes among the libraries in it, by their part of the code. */
async function tellLibraries() {
  const { build } = await import(join(web, 'node_modules/vite/dist/node/index.js'));
  const result = await build({
    root: web,
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  });
  const columns = [...Object.values(loads), { has: () => true }];
  const weights = new Map();
  for (const chunk of [result].flat().flatMap(({ output }) => output)) {
    if (chunk.type !== 'chunk') continue;
    const written = Object.values(chunk.modules).reduce((sum, { renderedLength }) => sum + renderedLength, 0);
    const ratio = gzipSync(chunk.code, { level: 9 }).length / written;
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      const row = weights.get(libraryOf(id)) ?? columns.map(() => 0);
      const weight = renderedLength * ratio;
      weights.set(
        libraryOf(id),
        row.map((sum, at) => (columns[at].has(chunk.fileName) ? sum + weight : sum)),
      );
    }
  }
  say(`| ${['Library', ...Object.keys(loads), 'All screens'].join(' | ')} |`);
  say(`| --- |${columns.map(() => ' ---: |').join('')}`);
  for (const [library, row] of [...weights].sort(([, one], [, other]) => other.at(-1) - one.at(-1)))
    if (row.at(-1) >= 0.5 * kB) say(`| ${[library, ...row.map((weight) => (weight / kB).toFixed(1))].join(' | ')} |`);
}

function libraryOf(id) {
  if (id.includes('/src/words/')) return 'apps/web, words';
  return (
    /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? /(apps|packages)\/[^/]+/.exec(id)?.[0] ?? 'the bundler'
  );
}

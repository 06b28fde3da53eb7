/**
 * The weight of the pages: what Home and the goal page load before they are whole, gzipped, from Vite's manifest.
 * A figure once reached becomes the budget: lower the numbers, never raise them. `--libraries` tells who weighs what.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root, say } from './prepare.mjs';

const kB = 1000;
/** What every page loads in the reader's language, beside the entry. */
const always = ['src/words/id/index.ts'];
/** Loaded only when somebody opens it; all else that a screen loads later counts as its own. */
const onDemand = /(dialog|sheet|palette|print|history)[^/]*$/;
const pages = {
  Home: { screen: 'src/screens/today-screen.tsx', limit: 185 * kB },
  'Goal page': { screen: 'src/screens/goal-screen.tsx', limit: 330 * kB },
};
const styleLimit = 20 * kB;

const dist = join(root, 'apps/web/dist');
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const failures = [];

for (const [name, { screen, limit }] of Object.entries(pages)) {
  if (!manifest[screen]) failures.push(`${name}: ${screen} is not a chunk of its own, so its weight is unknown.`);
  const loaded = closure([entry, ...always, screen, ...lazyOf(screen)]);
  judge(
    `${name}, JavaScript`,
    loaded.map((key) => manifest[key].file).filter((file) => file.endsWith('.js')),
    limit,
  );
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

/** What the screen's own chunks load as it shows, as deep as that goes. */
function lazyOf(screen, seen = new Set(closure([entry]))) {
  const fresh = closure([screen]).filter((key) => !seen.has(key));
  for (const key of fresh) seen.add(key);
  const lazy = fresh.flatMap((key) => manifest[key].dynamicImports ?? []).filter((key) => !onDemand.test(key));
  return lazy.flatMap((key) => [key, ...lazyOf(key, seen)]);
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
  const { build } = await import(join(root, 'apps/web/node_modules/vite/dist/node/index.js'));
  const result = await build({
    root: join(root, 'apps/web'),
    configFile: join(root, 'apps/web/vite.config.ts'),
    logLevel: 'error',
    build: { write: false },
  });
  const weights = new Map();
  for (const chunk of [result].flat().flatMap(({ output }) => output)) {
    if (chunk.type !== 'chunk') continue;
    const written = Object.values(chunk.modules).reduce((sum, { renderedLength }) => sum + renderedLength, 0);
    const ratio = gzipSync(chunk.code).length / written;
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
      const library =
        /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? /(apps|packages)\/[^/]+/.exec(id)?.[0] ?? 'other';
      weights.set(library, (weights.get(library) ?? 0) + renderedLength * ratio);
    }
  }
  for (const [library, weight] of [...weights].sort((a, b) => b[1] - a[1]))
    say(`  ${(weight / kB).toFixed(1).padStart(7)} kB  ${library}`);
}

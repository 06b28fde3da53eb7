/** `pnpm check`: types, lint, words, architecture, formatting and the weight of the pages. No tests. */
import { bin, buildWeb, checkNode, install, run, say, stopOnSignal } from './prepare.mjs';

const steps = {
  types: () => run('node', [bin('typescript', 'tsc'), '-b']),
  lint: () => run('node', [bin('oxlint', 'oxlint'), '--deny-warnings']),
  // That both languages say the same things is a matter of types; this finds sentences that stand in neither.
  words: () =>
    run('node', [bin('oxlint', 'oxlint'), '-c', 'tooling/words.oxlintrc.json', '--deny-warnings', 'apps/web/src']),
  architecture: () =>
    run('node', [bin('dependency-cruiser', 'depcruise'), '--config', '.dependency-cruiser.cjs', 'packages', 'apps']),
  formatting: () => run('node', [bin('prettier', 'prettier'), '--check', '--log-level', 'warn', '.']),
  weight: async () => {
    await buildWeb();
    await run('node', ['scripts/budget.mjs']);
  },
};

checkNode();
stopOnSignal(130);
await install();
const wanted = process.argv.slice(2);
const failed = [];
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const began = performance.now();
  const ok = await step().then(
    () => true,
    (error) => say(error.message),
  );
  say(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (!ok) failed.push(name);
}
if (failed.length > 0) say(`Not in order: ${failed.join(', ')}.`);
process.exit(failed.length > 0 ? 1 : 0);

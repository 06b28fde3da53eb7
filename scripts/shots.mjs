/**
 * `pnpm shots`: pictures of every screen of the demo in .cache/shots, at 390 and 1280, light and dark.
 * `--english`, `--only=goal,tasks`, `--readme` (only the two pictures of the README, in docs/pictures).
 */
import { bin, buildServer, buildWeb, checkNode, install, run, say } from './prepare.mjs';

checkNode();
await install();
await buildServer();
await buildWeb();
say('Taking pictures …');
const taker = [bin('tsx', 'tsx'), '--tsconfig', 'apps/e2e/tsconfig.json', 'apps/e2e/browser/take-shots.ts'];
await run('node', [...taker, ...process.argv.slice(2)]);

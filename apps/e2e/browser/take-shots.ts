/** Makes a picture of every screen of the demo; scripts/shots.mjs builds the product and starts this. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { settle } from './arrive.js';
import { laptop, openBrowser, openScreen, phone } from './browser.js';
import { Demo } from './demo.js';
import { type ProductScreen, screens } from './screens.js';
import { RunningServer } from './server.js';

const { values: wish } = parseArgs({
  options: {
    /** The folder of the pictures. */
    to: { type: 'string', default: '.cache/shots' },
    english: { type: 'boolean', default: false },
    /** Only screens whose name begins with one of these words, parted by commas. */
    only: { type: 'string', default: '' },
    /** A demo that runs already. */
    url: { type: 'string' },
    /** Only the two pictures of the README. */
    readme: { type: 'boolean', default: false },
  },
});

type Look = { size: 'phone' | 'laptop'; theme: 'light' | 'dark' };
const widths = { phone: 390, laptop: 1280 };
const looks: readonly Look[] = [
  { size: 'phone', theme: 'light' },
  { size: 'laptop', theme: 'light' },
  { size: 'phone', theme: 'dark' },
  { size: 'laptop', theme: 'dark' },
];

const server = wish.url ? undefined : await RunningServer.start({ DEMO: '1' });
const browser = await openBrowser();
try {
  const demo = await Demo.open(server?.url ?? wish.url ?? '');
  await demo.speak(wish.english ? 'en' : 'id');
  if (wish.readme) await takeForReadme(demo, browser);
  else {
    await mkdir(wish.to, { recursive: true });
    for (const look of looks) await takeAll(demo, browser, look);
    await printGoal(demo, browser);
  }
} finally {
  await browser.close();
  await server?.stop();
}

async function takeAll(demo: Demo, chromium: Browser, { size, theme }: Look): Promise<void> {
  const device = size === 'phone' ? phone : laptop;
  const { viewport } = device;
  const page = await open(demo, chromium, { ...device, colorScheme: theme });
  for (const screen of screens.filter(isWanted)) {
    if (screen.only && screen.only !== size) continue;
    const file = join(wish.to, `${screen.name}-${widths[size]}-${theme}.png`);
    await page.setViewportSize(viewport);
    await visit(demo, page, screen);
    if (!screen.isOver) await showWhole(page, viewport);
    await page.screenshot({ path: file });
  }
  await page.context().close();
}

function isWanted({ name }: ProductScreen): boolean {
  return wish.only.split(',').some((word) => name.startsWith(word));
}

async function open(demo: Demo, chromium: Browser, options: BrowserContextOptions): Promise<Page> {
  const { page } = await openScreen(chromium, demo.url, options);
  await page.addInitScript(
    (language) => localStorage.setItem('mufakat.language', language),
    wish.english ? 'en' : 'id',
  );
  return page;
}

/** A window as tall as the screen, so that bars stand at its edges and not across it. */
async function showWhole(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
}

async function visit(demo: Demo, page: Page, screen: ProductScreen): Promise<void> {
  await demo.seat(page.context(), screen.viewer ?? 'member');
  await page.goto(screen.at(demo.places));
  await settle(page, screen);
  await page.waitForLoadState('networkidle');
}

/** A goal as it comes out of the printer, and the same as a picture of the sheet's width without its margins. */
async function printGoal(demo: Demo, chromium: Browser): Promise<void> {
  const goal = screens.find(({ name }) => name === 'goal');
  if (!goal || !isWanted(goal)) return;
  const page = await open(demo, chromium, { viewport: { width: 680, height: 960 } });
  await visit(demo, page, goal);
  await page.emulateMedia({ media: 'print' });
  await page.pdf({ path: join(wish.to, 'goal-print-a4.pdf'), preferCSSPageSize: true });
  await page.screenshot({ path: join(wish.to, 'goal-print-a4.png'), fullPage: true });
  await page.context().close();
}

async function takeForReadme(demo: Demo, chromium: Browser): Promise<void> {
  const pictures = [
    { name: 'today', file: 'home.png', options: { viewport: { width: 1280, height: 760 } } },
    { name: 'goal', file: 'goal-phone.png', options: phone },
  ];
  await mkdir('docs/pictures', { recursive: true });
  for (const { name, file, options } of pictures) {
    const screen = screens.find((each) => each.name === name);
    if (!screen) throw new Error(`no screen is called ${name}`);
    const page = await open(demo, chromium, options);
    await visit(demo, page, screen);
    await page.screenshot({ path: join('docs/pictures', file) });
    await page.context().close();
  }
}

import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine, or undefined when there is none. */
export const chromiumPath = candidates.find((path) => path !== undefined && existsSync(path));

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }), args: quiet });
}

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const laptop = { viewport: { width: 1280, height: 860 } } as const;

/** One person's browser, and everything that went wrong in it: page errors, console errors, CSP reports. */
export type Screen = { page: Page; context: BrowserContext; faults: string[] };

export async function openScreen(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = laptop,
): Promise<Screen> {
  const context = await browser.newContext({ locale: 'id-ID', timezoneId: 'Asia/Jakarta', baseURL: url, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    const isExpected =
      /status of (401|404|409|422)|WebSocket connection|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED/.test(
        message.text(),
      );
    if (message.type() === 'error' && !isExpected) faults.push(`console: ${message.text()}`);
  });
  return { page, context, faults };
}

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
/** Keeps what it reads for the time without a network. Other stories go without: filling that store costs seconds a browser. */
export const keeping = { serviceWorkers: 'allow' } as const;

/** One person's browser, and everything that went wrong in it: page errors, console errors, CSP reports. */
export type Screen = { page: Page; context: BrowserContext; faults: string[] };

/** What a browser writes of its own about refusals which the product shows in words, and about a server that is away. */
const expected =
  /status of (401|404|409|422)|WebSocket connection|ERR_(FAILED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INTERNET_DISCONNECTED)/;

export async function openScreen(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = laptop,
): Promise<Screen> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    baseURL: url,
    ...options,
  });
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
      console.error(`CSP ${violatedDirective}: ${blockedURI} in ${sourceFile}`),
    ),
  );
  const faults: string[] = [];
  context.on('weberror', (error) => faults.push(`page error: ${error.error().message}`));
  context.on('console', (message) => {
    const { url, lineNumber, columnNumber } = message.location();
    if (message.type() === 'error' && !expected.test(message.text()))
      faults.push(`console: ${message.text()} (${url}:${lineNumber}:${columnNumber})`);
  });
  return { page: await context.newPage(), context, faults };
}

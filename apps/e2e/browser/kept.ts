import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from './eventually.js';

/** Waits until this device keeps the shell and what was read there, as it does by itself soon after a first visit. */
export function isKeptHere(page: Page, read: string): Promise<void> {
  return eventually(async () => {
    const kept = await page.evaluate(
      async (asked) => [navigator.serviceWorker.controller, await caches.match('/'), await caches.match(asked)],
      read,
    );
    expect(kept).not.toContain(null);
    expect(kept).not.toContain(undefined);
  }, 30_000);
}

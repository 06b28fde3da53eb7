import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { useStage } from '../browser/stage.js';
import { goal, task } from '../browser/things.js';

const stage = useStage();
const names = ['Ekspor kursi', 'Oven bersama', 'Pameran Jepara'] as const;

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const cards = (page: Page, name = 'Draf') => column(page, name).getByRole('heading', { level: 3 });
const card = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true });
const order = (page: Page) => cards(page).allTextContents();

/** What a screen reader is told next. */
const told = (page: Page, sentence: string) => page.locator('[aria-live=polite]', { hasText: sentence });
const isFocused = (shown: Locator) => shown.evaluate((element) => element === document.activeElement);

/** How long it takes until the cards lie in this order. */
async function lie(page: Page, wanted: readonly string[]): Promise<number> {
  const began = performance.now();
  await eventually(async () => expect(await order(page)).toEqual(wanted));
  return performance.now() - began;
}

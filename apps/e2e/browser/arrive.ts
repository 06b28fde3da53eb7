import type { Page } from 'playwright-core';
import type { Places } from './demo.js';
import type { ProductScreen } from './screens.js';

/** Goes to this screen as a link inside the product would, without loading the page anew; whether the place is another. */
export async function stepTo(page: Page, { at }: ProductScreen, places: Places): Promise<boolean> {
  const address = at(places);
  const moves = await page.evaluate((next) => {
    const before = location.pathname;
    document.querySelector('main h1')?.setAttribute('data-before', '');
    // The router counts its entries in their state.
    const { __TSR_index: at = 0 } = (history.state ?? {}) as { __TSR_index?: number };
    history.pushState({ __TSR_index: at + 1 }, '', next);
    return location.pathname !== before;
  }, address);
  if (moves) await page.locator('main h1:not([data-before])').waitFor();
  return moves;
}

/** Until the screen is whole: nothing on its way any more, and what is opened by hand open. */
export async function settle(page: Page, { open, isOver }: ProductScreen): Promise<void> {
  await whole(page);
  if (open) {
    await open(page);
    await whole(page);
  }
  if (isOver) await page.locator(over).first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((moving) => moving.finished.catch(() => undefined)));
  });
}

const over = '[role=dialog], [role=menu]';

/** Closes what lies over the screen, if anything. */
export async function uncover(page: Page): Promise<void> {
  if ((await page.locator(over).count()) === 0) return;
  await page.keyboard.press('Escape');
  await page.locator(over).first().waitFor({ state: 'detached' });
}

const whole = (page: Page) =>
  page.waitForFunction(() => document.querySelector('main h1') && !document.querySelector('[aria-busy=true]'));

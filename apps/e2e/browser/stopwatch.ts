import type { Page } from 'playwright-core';

type Watching = { took: Promise<number> };

/** The milliseconds, by the page's own clock, from the key or press of `act` to the frame which shows the sign. */
export async function timeTo(page: Page, act: () => Promise<void>, sign: { selector: string; words: string }) {
  await page.evaluate(({ selector, words }) => {
    (window as unknown as Watching).took = new Promise((done) => {
      let pressed = 0;
      for (const kind of ['keydown', 'click'])
        addEventListener(kind, ({ timeStamp }) => (pressed ||= timeStamp), { capture: true, once: true });
      const look = (now: number) => {
        const isShown = [...document.querySelectorAll(selector)].some(({ textContent }) => textContent === words);
        if (pressed > 0 && isShown) done(now - pressed);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, sign);
  await act();
  return page.evaluate(() => (window as unknown as Watching).took);
}

import type { Locator, Page } from 'playwright-core';

/** The co-edited text of this page: of a goal, or the notes of a meeting. */
export const text = (page: Page): Locator => page.getByRole('textbox', { name: /^(Naskah|Catatan bersama)/ });

/** What the frame says about who has what was written. */
export const saved = (page: Page): Locator => page.getByRole('button', { name: 'Tersimpan di server' });
export const onlyHere = (page: Page): Locator => page.getByRole('button', { name: /^Hanya di perangkat ini \(\d+\)$/ });

/** Begins a paragraph of its own at the end of the text. */
export async function beginParagraph(page: Page): Promise<void> {
  await text(page).click();
  await page.keyboard.press('Control+End');
  await caretTold(page);
  await page.keyboard.press('Enter');
}

/** Until the browser has told the editor where the caret went: its next frame, which no hand is quick enough to outrun. */
const caretTold = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((told) => requestAnimationFrame(() => setTimeout(told))));

/** The words of the text or of a part of it, without the carets and the names of others. */
export function wordsOf(part: Locator): Promise<string> {
  return part.evaluate((shown) => {
    const copy = shown.cloneNode(true) as HTMLElement;
    for (const other of copy.querySelectorAll('[data-slot], button')) other.remove();
    return (copy.textContent ?? '').replaceAll(/[\u2060\u200B\uFEFF]/g, '');
  });
}

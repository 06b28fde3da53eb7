import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Goal } from '@mufakat/domain';
import type { Locator, Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { useStage } from '../browser/stage.js';
import { goal } from '../browser/things.js';
import { beginParagraph, saved, text, wordsOf } from '../browser/writing.js';

const stage = useStage();
const small = 'kursi jati siap kirim sebelum lebaran; '.repeat(6).slice(0, 200);
const capital = small.toUpperCase();

const line = (page: Page) => text(page).locator('p', { hasText: 'Bersama:' });
const only = (letters: RegExp, words: string) => words.match(letters)?.join('');
const paint = (shown: Locator) => shown.evaluate((element) => getComputedStyle(element).backgroundColor);

describe('two firms in one text, on a laptop and on a phone', () => {
  let draft: Goal;
  beforeAll(async () => {
    draft = await goal(stage().table, 'Ekspor 2 kontainer kursi jati');
  });

  const enter = async () => ({
    hadi: await stage().enter('hadi', `/tujuan/${draft.id}`),
    siti: await stage().enter('siti', `/tujuan/${draft.id}`, phone),
  });

  it('both write in one paragraph at once, know of each other, and no letter is lost', async () => {
    const { hadi, siti } = await enter();
    await beginParagraph(hadi.page);
    await hadi.page.keyboard.type('Bersama:');
    await line(siti.page).tap();
    await siti.page.keyboard.press('End');

    await Promise.all([hadi.page.keyboard.type(small), siti.page.keyboard.type(capital)]);

    await eventually(async () => {
      expect(await wordsOf(text(siti.page))).toBe(await wordsOf(text(hadi.page)));
      const both = (await wordsOf(line(hadi.page))).slice('Bersama:'.length);
      expect(both).toHaveLength(400);
      expect(only(/[a-z]/g, both)).toBe(only(/[a-z]/g, small));
      expect(only(/[A-Z]/g, both)).toBe(only(/[A-Z]/g, capital));
    });
    await hadi.page.getByText('Siti Aminah sedang menulis').waitFor();
    await siti.page.getByText('Hadi Santoso sedang menulis').waitFor();
    await Promise.all([saved(hadi.page).waitFor(), saved(siti.page).waitFor()]);

    const later = await stage().enter('siti', `/tujuan/${draft.id}`);
    await eventually(async () => expect(await wordsOf(text(later.page))).toBe(await wordsOf(text(hadi.page))));
  });

  it('each sees the caret of the other with the name of the person and the colour of the firm', async () => {
    const { hadi, siti } = await enter();
    await text(hadi.page).click();
    await text(siti.page).tap();
    for (const [page, name, letters] of [
      [hadi.page, 'Siti', 'UB'],
      [siti.page, 'Hadi', 'JL'],
    ] as const) {
      const caret = text(page).locator('[data-slot]', { hasText: name });
      const firm = page.getByText(letters, { exact: true }).filter({ visible: true }).first();
      await eventually(async () => expect(await paint(caret)).toBe(await paint(firm)));
    }
  });
});

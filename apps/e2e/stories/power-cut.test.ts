import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Goal } from '@mufakat/domain';
import type { Page } from 'playwright-core';
import { keeping, laptop, type Screen } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { isKeptHere } from '../browser/kept.js';
import { freePort } from '../browser/server.js';
import { useStage } from '../browser/stage.js';
import { goal } from '../browser/things.js';
import { beginParagraph, onlyHere, saved, text } from '../browser/writing.js';

const stage = useStage();
const sentence = 'Satu kontainer berisi delapan puluh kursi jati, dibungkus dua lapis, dan dikirim lewat Semarang. ';

/** Notes in the page, keystroke by keystroke, the longest paragraph over which the frame said that it is saved. */
const noteWhatIsSaved = (page: Page) =>
  page.evaluate(() => {
    const noted = window as unknown as { saved: string };
    noted.saved = '';
    const look = () => {
      const chip = document.querySelector('[data-saved]')?.getAttribute('data-saved');
      const now = document.querySelector('[role=textbox] > p:last-of-type')?.textContent ?? '';
      if (chip === 'saved' && now.length > noted.saved.length) noted.saved = now;
      requestAnimationFrame(look);
    };
    look();
  });
const notedAsSaved = (page: Page) => page.evaluate(() => (window as unknown as { saved: string }).saved);

describe('the server is killed while somebody writes', () => {
  let draft: Goal;
  let hadi: Screen;
  beforeEach(async () => {
    draft = await goal(stage().table, 'Ekspor kursi jati');
    hadi = await stage().enter('hadi', `/tujuan/${draft.id}`, { ...laptop, ...keeping });
    await beginParagraph(hadi.page);
    await saved(hadi.page).waitFor();
  });

  /** Hadi writes until the server dies between two of his letters, and goes on. */
  async function killWhileWriting(): Promise<void> {
    await hadi.page.keyboard.type(sentence);
    await saved(hadi.page).waitFor();
    const writing = hadi.page.keyboard.type(sentence.repeat(2), { delay: 15 });
    await text(hadi.page)
      .getByText(new RegExp(`${sentence}Satu kontainer berisi`))
      .waitFor();
    await stage().server.kill();
    await writing;
    await onlyHere(hadi.page).waitFor();
  }

  it('nothing that was shown as saved is missing, and what was not arrives once the server is back', async () => {
    await noteWhatIsSaved(hadi.page);
    await killWhileWriting();
    const promised = await notedAsSaved(hadi.page);
    expect(promised.length).toBeGreaterThanOrEqual(sentence.length);

    // At another address, where Hadi's page cannot bring its own copy along.
    const port = String(await freePort());
    await stage().server.run({ PORT: port });
    const witness = await stage().enter('siti', `/tujuan/${draft.id}`, { baseURL: `http://localhost:${port}` });
    await text(witness.page).getByText(promised.trim()).waitFor();
    await witness.context.close();
    expect(await stage().server.end()).toBe(0);

    await stage().server.run();
    const siti = await stage().enter('siti', `/tujuan/${draft.id}`);
    await text(siti.page).getByText(sentence.repeat(3).trim()).waitFor();
    await saved(hadi.page).waitFor();
  });

  it('what is written then outlives a reload of the page, and merges with what the partner wrote', async () => {
    await isKeptHere(hadi.page, stage().api(`/goals/${draft.id}`));
    await killWhileWriting();
    await hadi.page.reload();
    await text(hadi.page).getByText(sentence.repeat(3).trim()).waitFor();
    await onlyHere(hadi.page).waitFor();
    await beginParagraph(hadi.page);
    await hadi.page.keyboard.type('Ditulis tanpa server.');

    await stage().server.run();
    const siti = await stage().enter('siti', `/tujuan/${draft.id}`);
    await beginParagraph(siti.page);
    await siti.page.keyboard.type('Ditulis di seberang.');
    for (const { page } of [hadi, siti])
      for (const words of [sentence.repeat(3).trim(), 'Ditulis tanpa server.', 'Ditulis di seberang.'])
        await text(page).getByText(words).waitFor();
    await eventually(async () => expect(await hadi.page.getByText('Anda sedang luring.').count()).toBe(0));
    await Promise.all([saved(hadi.page).waitFor(), saved(siti.page).waitFor()]);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Goal } from '@mufakat/domain';
import type { Page } from 'playwright-core';
import { keeping, laptop, phone } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { isKeptHere } from '../browser/kept.js';
import { within } from '../browser/pace.js';
import { useStage } from '../browser/stage.js';
import { goal } from '../browser/things.js';
import { beginParagraph, onlyHere, saved, text } from '../browser/writing.js';

const stage = useStage();

const stored = (page: Page) =>
  page.evaluate(async () => ({
    texts: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.startsWith('mufakat.text')),
    read: await caches.has('mufakat-read'),
  }));

/** Whether the page itself says that nothing is lost by leaving it now. */
const losesNothing = (page: Page) =>
  page.evaluate(() => {
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    return !leaving.defaultPrevented;
  });

describe('without a network', () => {
  let draft: Goal;
  beforeAll(async () => {
    draft = await goal(stage().table, 'Ekspor kursi jati');
  });

  it('the shell and what was last read are there after a single visit, and a line says what still works', async () => {
    const { page, context } = await stage().enter('siti', '/tujuan', { ...phone, ...keeping });
    await page.getByRole('link', { name: 'Ekspor kursi jati', exact: true }).waitFor();
    await isKeptHere(page, stage().api('/goals'));
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('link', { name: 'Ekspor kursi jati', exact: true }).waitFor();
    await page.getByText('Anda sedang luring.').waitFor();
    await context.setOffline(false);
    await page.getByText('Anda sedang luring.').waitFor({ state: 'detached' });
  });

  it('what is written stays on the device through a reload, and reaches the partner once there is one again', async () => {
    const hadi = await stage().enter('hadi', `/tujuan/${draft.id}`);
    const { page, context } = await stage().enter('siti', `/tujuan/${draft.id}`, { ...phone, ...keeping });
    await beginParagraph(page);
    await isKeptHere(page, stage().api(`/goals/${draft.id}`));
    await saved(page).waitFor();
    await context.setOffline(true);
    await page.keyboard.type('tes');
    await page.getByRole('button', { name: 'Hanya di perangkat ini (3)' }).waitFor({ timeout: within(3000) });
    await page.getByText('3 perubahan dikirim begitu tersambung.').waitFor();
    await page.keyboard.type(' dari kapal');
    await eventually(async () => expect(await losesNothing(page)).toBe(true));
    await page.reload();
    await text(page).getByText('tes dari kapal').waitFor();
    await onlyHere(page).waitFor();

    await context.setOffline(false);
    await saved(page).waitFor();
    await text(hadi.page).getByText('tes dari kapal').waitFor();
  });

  it('leaving warns of unsent words; once they are sent it leaves nothing on the device', async () => {
    const { page, context } = await stage().enter('siti', `/tujuan/${draft.id}`, { ...laptop, ...keeping });
    await beginParagraph(page);
    await isKeptHere(page, stage().api(`/goals/${draft.id}`));
    await saved(page).waitFor();
    await context.setOffline(true);
    await page.keyboard.type('belum terkirim');
    await onlyHere(page).waitFor();
    await page.getByRole('button', { name: 'Keluar', exact: true }).click();
    const warning = page.getByRole('dialog', { name: 'Keluar dari perangkat ini?' });
    await warning.getByText(/^1 naskah di perangkat ini belum terkirim/).waitFor();
    await warning.getByRole('button', { name: 'Batal' }).click();
    await text(page).getByText('belum terkirim').waitFor();

    await context.setOffline(false);
    await saved(page).waitFor();
    await page.getByRole('button', { name: 'Keluar', exact: true }).click();
    await page.waitForURL('**/masuk');
    await page.getByRole('button', { name: 'Masuk', exact: true }).waitFor();
    await eventually(async () => expect(await stored(page)).toEqual({ texts: [], read: false }));
  });
});

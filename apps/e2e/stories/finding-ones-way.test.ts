import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Goal } from '@mufakat/domain';
import type { Page } from 'playwright-core';
import { keeping, phone } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { isKeptHere } from '../browser/kept.js';
import { useStage } from '../browser/stage.js';
import { timeTo } from '../browser/stopwatch.js';
import { goal, task } from '../browser/things.js';
import { beginParagraph, text } from '../browser/writing.js';

const stage = useStage();
let draft: Goal;

beforeAll(async () => {
  draft = await goal(stage().table, 'Ekspor kursi jati');
  await task(stage().table, 'Ukur oven');
});

const back = (page: Page) => page.evaluate(() => history.back());
const isAt = (page: Page, path: string) => page.waitForURL((url) => url.pathname === stage().address(path));
const palette = (page: Page) => page.getByRole('dialog', { name: 'Cari atau jalankan' });
const seek = (page: Page) => palette(page).getByRole('combobox');

describe('"back" on a phone', () => {
  it('closes what lies over the screen before it leaves the screen', async () => {
    const { page } = await stage().enter('hadi', '/tujuan', phone);
    await page.getByRole('link', { name: 'Tugas', exact: true }).tap();
    await isAt(page, '/tugas');
    await page.getByRole('button', { name: 'Ukur oven', exact: true }).tap();
    await page.getByRole('dialog', { name: /^Tugas \d+$/ }).waitFor();
    await back(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isAt(page, '/tugas');

    await page.getByRole('button', { name: 'Lainnya' }).tap();
    await page.getByRole('dialog', { name: 'Lainnya' }).waitFor();
    await back(page);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await isAt(page, '/tugas');

    await back(page);
    await isAt(page, '/tujuan');
  });
});

describe('the palette', () => {
  it('opens by Ctrl K within 50 ms and finds a goal, a place by its other name, and something to do', async () => {
    const { page } = await stage().enter('hadi', '');
    await page.keyboard.press('Control+k');
    await seek(page).waitFor();
    await page.keyboard.press('Escape');
    const took: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      took.push(await timeTo(page, () => page.keyboard.press('Control+k'), { selector: 'input:focus', words: '' }));
      await page.keyboard.press('Escape');
      await palette(page).waitFor({ state: 'detached' });
    }
    expect(Math.min(...took)).toBeLessThanOrEqual(50);

    await page.keyboard.press('Control+k');
    await seek(page).fill('kursi');
    await palette(page).getByRole('option', { name: 'Ekspor kursi jati' }).waitFor();
    await page.keyboard.press('Enter');
    await isAt(page, `/tujuan/${draft.id}`);

    await page.keyboard.press('Control+k');
    await seek(page).fill('task');
    await palette(page)
      .getByRole('option', { name: /^Tugas (?!baru)/ })
      .waitFor();
    await page.keyboard.press('Enter');
    await isAt(page, '/tugas');

    await page.keyboard.press('Control+k');
    await seek(page).fill('rapat baru');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Jadwalkan rapat' }).waitFor();
  });

  it('opens on a phone by its magnifying glass, and finds without a network what was read', async () => {
    const { page, context } = await stage().enter('siti', '/tujuan', { ...phone, ...keeping });
    await isKeptHere(page, stage().api('/goals'));
    await page.getByRole('button', { name: 'Cari', exact: true }).tap();
    await seek(page).fill('ukur');
    await palette(page).getByRole('option', { name: 'Ukur oven' }).waitFor();
    await back(page);
    await palette(page).waitFor({ state: 'detached' });
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Cari', exact: true }).tap();
    await seek(page).fill('kursi');
    await palette(page).getByRole('option', { name: 'Ekspor kursi jati' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Ekspor kursi jati' }).waitFor();
  });
});

describe('keys of one letter', () => {
  it('lead somewhere with the focus on its heading, and are listed at "?"', async () => {
    const { page } = await stage().enter('hadi', '');
    await page.keyboard.type('gs');
    await isAt(page, '/tujuan');
    await eventually(async () => expect(await page.locator('h1:focus').innerText()).toBe('Tujuan'));
    await page.keyboard.type('?');
    const list = page.getByRole('dialog', { name: 'Pintasan papan tik' });
    await list.getByText('Catat', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.type('c');
    await page.getByRole('dialog', { name: 'Catat apa?' }).waitFor();
  });

  it('are only letters in a text and in a field', async () => {
    const { page } = await stage().enter('hadi', `/tujuan/${draft.id}`);
    await beginParagraph(page);
    await page.keyboard.type('c ? gt n e');
    await text(page).getByText('c ? gt n e').waitFor();
    await page.goto(stage().address('/tugas'));
    await page.getByRole('textbox', { name: 'Apa yang perlu dikerjakan?' }).pressSequentially('c ? gs');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await isAt(page, '/tugas');
  });

  it('can be switched off', async () => {
    const { page } = await stage().enter('siti', '');
    await page.goto('/akun');
    await page.getByRole('switch', { name: 'Pintasan satu huruf' }).click();
    await page.getByText('Tersimpan', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Tugas', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Tugas' }).waitFor();
    await page.keyboard.type('cgs');
    await page.keyboard.press('Control+k');
    await palette(page).waitFor();
    await isAt(page, '/tugas');
  });
});

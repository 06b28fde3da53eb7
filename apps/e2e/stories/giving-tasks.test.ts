import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { aSecond } from '../browser/pace.js';
import { useStage } from '../browser/stage.js';
import { timeTo } from '../browser/stopwatch.js';
import { task } from '../browser/things.js';

const stage = useStage();

const row = (page: Page, title: string) => page.getByRole('listitem').filter({ hasText: title });
const finish = (page: Page, title: string) => page.getByRole('button', { name: `Selesaikan “${title}”` });
const reopen = (page: Page, title: string) => page.getByRole('button', { name: `Buka lagi “${title}”` });

/** From now on every answer to a moved task is late by two seconds. */
const slowDown = (page: Page) =>
  page.route('**/tasks/*/move', async (route) => {
    await new Promise((late) => setTimeout(late, 2000));
    await route.continue();
  });

describe('a task for the other firm', () => {
  it('written in one line, stands on their list and on their Hari Ini within a second', async () => {
    const hadi = await stage().enter('hadi', '/tugas?tab=semua', phone);
    const list = await stage().enter('siti', '/tugas');
    const today = await stage().enter('siti', '');
    const line = hadi.page.getByRole('textbox', { name: 'Apa yang perlu dikerjakan?' });
    await line.fill('Kirim 12 rangka @Siti besok');
    await hadi.page.getByRole('button', { name: 'Tambah', exact: true }).tap();
    await Promise.all(
      [row(list.page, 'Kirim 12 rangka'), row(today.page, 'Kirim 12 rangka').first()].map((shown) =>
        shown.waitFor(aSecond()),
      ),
    );
    await row(list.page, 'Kirim 12 rangka').getByText('Besok').waitFor();

    await line.fill('Pilih warna @UD');
    await line.press('Enter');
    await row(today.page, 'Pilih warna').getByText('Belum ada orang').waitFor(aSecond());
  });

  it('is done with one tap, on screen within 100 ms though the server answers late, and comes back with undo', async () => {
    const titles = ['Ampelas sandaran', 'Cat dasar', 'Pasang kaki'];
    for (const title of titles) await task(stage().table, title, { for: 'siti' });
    const hadi = await stage().enter('hadi', '/tugas?tab=semua');
    const { page } = await stage().enter('siti', '/tugas', phone);
    await slowDown(page);
    const took: number[] = [];
    for (const title of titles) {
      const sign = { selector: 'button', words: `Buka lagi “${title}”` };
      took.push(await timeTo(page, () => finish(page, title).tap(), sign));
    }
    expect(Math.min(...took)).toBeLessThanOrEqual(100);

    await page.getByRole('status').getByText('Tugas “Pasang kaki” selesai.').waitFor();
    await page.getByRole('button', { name: /^Urungkan/ }).tap();
    await finish(page, 'Pasang kaki').waitFor();
    await reopen(hadi.page, 'Cat dasar').waitFor();
    await finish(hadi.page, 'Pasang kaki').waitFor();
  });

  it('changed meanwhile by the one who asked, goes back to what it is and says why', async () => {
    const { hadi, partnershipId } = stage().table;
    const { id: taskId, version } = await task(stage().table, 'Bungkus kursi', { for: 'siti' });
    const { page } = await stage().enter('siti', '/tugas');
    await page.route('**/tasks/*/move', async (route) => {
      await hadi.caller.call('changeTask', { partnershipId, taskId, title: 'Bungkus 40 kursi', version });
      await route.continue();
    });
    await finish(page, 'Bungkus kursi').click();

    await page
      .getByRole('alert')
      .getByText('Isi ini baru saja diubah orang lain. Lihat yang terbaru lalu pilih.')
      .waitFor();
    await finish(page, 'Bungkus 40 kursi').waitFor();
    expect(await finish(page, 'Bungkus 40 kursi').evaluate((tick) => tick === document.activeElement)).toBe(true);
  });
});

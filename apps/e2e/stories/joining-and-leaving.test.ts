import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { aSecond } from '../browser/pace.js';
import { useStage } from '../browser/stage.js';
import { seatColleague } from '../browser/table.js';
import { goal } from '../browser/things.js';
import { beginParagraph, saved, text } from '../browser/writing.js';

const stage = useStage();
const narrow = { ...phone, viewport: { width: 360, height: 740 } };

/** A thumb on a phone: it needs a second and a half for a press, and a third of a second for a letter. */
class Thumb {
  seconds = 0;
  constructor(private readonly page: Page) {}

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).tap();
    this.seconds += 1.5;
  }

  async write(label: string, words: string): Promise<void> {
    await this.page.getByRole('textbox', { name: label, exact: true }).fill(words);
    this.seconds += 1.5 + words.length / 3;
  }
}

/** Hadi invites a firm on his screen; answers what that shows him once. */
async function invite(firm: string): Promise<{ link: string; code: string; pin: string }> {
  const { page } = await stage().enter('hadi', '/mitra');
  await page.getByRole('button', { name: 'Undang mitra', exact: true }).click();
  await page.getByLabel(/^Nama perusahaan yang diundang/).fill(firm);
  await page.getByRole('button', { name: 'Buat undangan' }).click();
  const sheet = page.getByRole('dialog', { name: 'Undangan siap' });
  await sheet.getByRole('img', { name: 'Kode QR tautan undangan' }).waitFor();
  const shown = (name: string) =>
    sheet.getByText(name, { exact: true }).locator('xpath=following-sibling::dd').innerText();
  const link = await sheet.getByText(/^http/).innerText();
  return { link, code: await shown('Kode untuk kertas'), pin: await shown('PIN') };
}

describe('joining on a narrow phone', () => {
  it('takes three steps with a phone number only, and less than a minute', async () => {
    const { link } = await invite('UD Sumber Kayu');
    const { page } = await stage().stranger(narrow);
    const thumb = new Thumb(page);
    const began = performance.now();
    await page.goto(link);
    await page.getByText('Langkah 1 dari 3').waitFor();
    await page.getByText('Hadi Santoso dari CV Jati Lestari mengundang Anda').waitFor();
    await thumb.press('Lanjut');
    await page.getByText('Langkah 2 dari 3').waitFor();
    await thumb.write('Tempat', 'Kudus');
    await thumb.press('Lanjut');
    await page.getByText('Langkah 3 dari 3').waitFor();
    await thumb.write('Nama Anda', 'Joko Prasetyo');
    await thumb.write('Surel atau nomor HP', '0857 1234 5678');
    await thumb.write('Kata sandi baru', 'kayu kering dua musim');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await thumb.press('Gabung');
    await page.getByRole('heading', { level: 1, name: /^Selamat .*, Joko Prasetyo$/ }).waitFor();
    expect(thumb.seconds + (performance.now() - began) / 1000).toBeLessThan(60);
  });

  it('goes by a code from paper as well, once its PIN is right', async () => {
    const { code, pin } = await invite('CV Warna Alam');
    const { page } = await stage().stranger(narrow);
    await page.goto('/masuk');
    const thumb = new Thumb(page);
    await thumb.press('Saya punya undangan');
    await thumb.write('Kode undangan', code.toLowerCase());
    await thumb.press('Buka undangan');
    await thumb.press('Lanjut');
    await thumb.press('Lanjut');
    await thumb.write('PIN enam angka', pin === '000000' ? '000001' : '000000');
    await thumb.write('Nama Anda', 'Wulan Sari');
    await thumb.write('Surel atau nomor HP', '0813 2222 3333');
    await thumb.write('Kata sandi baru', 'warna dari daun tarum');
    await thumb.press('Gabung');
    await page
      .getByRole('alert')
      .getByText(/^PIN tidak cocok/)
      .waitFor();
    await thumb.write('PIN enam angka', pin);
    await thumb.press('Gabung');
    await page.getByRole('heading', { level: 1, name: /Wulan Sari$/ }).waitFor();
  });

  it('is seen by everybody at the table without a reload', async () => {
    const hadi = await stage().enter('hadi', '/mitra');
    const rini = await seatColleague(stage().table, stage().server.url, 'Rini Astuti');
    await hadi.page.getByText('Rini Astuti').waitFor(aSecond());
    await stage().enter(rini, '/mitra');
  });
});

describe('a seat that is ended', () => {
  it('closes everything its person has open at once, and says why', async () => {
    const { id } = await goal(stage().table, 'Ekspor kursi jati');
    const caller = await seatColleague(stage().table, stage().server.url, 'Tono Wijaya');
    const writing = await stage().enter(caller, `/tujuan/${id}`, phone);
    const reading = await stage().enter(caller, '/tugas');
    await beginParagraph(writing.page);
    await writing.page.keyboard.type('Sampai di sini.');
    await saved(writing.page).waitFor();
    const hadi = await stage().enter('hadi', '/mitra');
    await hadi.page.getByRole('button', { name: 'Atur Tono Wijaya' }).click();
    await hadi.page.getByRole('menuitem', { name: 'Akhiri kursi' }).click();
    await hadi.page.getByRole('button', { name: 'Akhiri kursi Tono Wijaya dari CV Jati Lestari' }).click();
    await hadi.page.getByText('Kursi Tono Wijaya sudah diakhiri.').waitFor();

    for (const { page } of [writing, reading]) {
      await page.getByRole('alert').getByText('Kursi Anda di Mebel Muria sudah diakhiri.').waitFor();
      await page.getByRole('heading', { level: 1, name: 'Kemitraan saya' }).waitFor();
      expect(await text(page).count()).toBe(0);
      await page.goto(stage().address('/tugas'));
      await page.getByRole('heading', { level: 1, name: 'Halaman ini tidak ada' }).waitFor();
    }
  });
});

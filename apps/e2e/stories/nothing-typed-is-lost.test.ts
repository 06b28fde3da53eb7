import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { useStage } from '../browser/stage.js';
import { password } from '../browser/table.js';
import { task } from '../browser/things.js';

const stage = useStage();
const panel = (page: Page) => page.getByRole('dialog');
const note = (page: Page) => panel(page).getByRole('textbox', { name: 'Catatan' });

describe('what somebody types', () => {
  it('is saved by closing the task, by key and by the way back, and the task stays closed', async () => {
    const { table } = stage();
    await task(table, 'Potong kaki meja');
    const { page } = await stage().enter('hadi', '/tugas?tab=semua', phone);
    const open = page.getByRole('button', { name: 'Potong kaki meja', exact: true });

    for (const [text, leave] of [
      ['panjang 72 cm', () => page.keyboard.press('Escape')],
      ['panjang 73 cm', () => page.goBack()],
    ] as const) {
      await open.click();
      await note(page).fill(text);
      const saved = page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
      await leave();
      await saved;
      await page.waitForURL((url) => !url.searchParams.has('buka'));
      await page.waitForLoadState('networkidle');
      expect(await panel(page).count()).toBe(0);
    }
    await open.click();
    await expect(note(page).inputValue()).resolves.toBe('panjang 73 cm');
  });

  it('is there again after a reload in the middle of a new task', async () => {
    const { page } = await stage().enter('hadi', '/tugas');
    await page.getByRole('button', { name: 'Tugas baru' }).click();
    const title = panel(page).getByRole('textbox', { name: 'Apa yang perlu dikerjakan?' });
    await title.fill('Setengah tertulis');
    await page.reload();
    await title.waitFor();
    await expect(title.inputValue()).resolves.toBe('Setengah tertulis');
  });

  it('waits behind the sign-in when the session is over, and is sent after it', async () => {
    const { table } = stage();
    const { page, context } = await stage().enter('siti', '/tugas');
    await page.getByRole('button', { name: 'Tugas baru' }).click();
    const title = panel(page).getByRole('textbox', { name: 'Apa yang perlu dikerjakan?' });
    await title.fill('Ditulis sebelum sesi habis');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Simpan tugas' }).click();

    const again = page.getByRole('dialog', { name: 'Silakan masuk lagi' });
    await again.getByRole('textbox', { name: 'Surel atau nomor HP' }).fill(table.siti.login);
    await again.getByLabel('Kata sandi', { exact: true }).fill(password);
    await again.getByRole('button', { name: 'Masuk' }).click();
    await again.waitFor({ state: 'detached' });
    await expect(title.inputValue()).resolves.toBe('Ditulis sebelum sesi habis');
    await page.getByRole('button', { name: 'Simpan tugas' }).click();
    await page.getByRole('button', { name: 'Ditulis sebelum sesi habis', exact: true }).waitFor();
  });
});

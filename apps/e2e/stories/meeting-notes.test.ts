import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { aSecond } from '../browser/pace.js';
import { useStage } from '../browser/stage.js';
import { meeting } from '../browser/things.js';
import { beginParagraph, saved, text } from '../browser/writing.js';

const stage = useStage();
const line = 'Kirim contoh warna ke Rotterdam';

const answer = (page: Page, name: string, word: string) =>
  page.getByRole('group', { name: `Kehadiran ${name}` }).getByRole('button', { name: word, exact: true });

describe('a meeting of two firms', () => {
  it('turns a line of its notes into a task which both see, and which leads back to its line', async () => {
    const { id } = await meeting(stage().table, 'Rapat mingguan');
    const hadi = await stage().enter('hadi', `/rapat/${id}`);
    const siti = await stage().enter('siti', `/rapat/${id}?bagian=catatan`, phone);
    await beginParagraph(hadi.page);
    await hadi.page.keyboard.type(line);
    await text(siti.page).getByText(line).waitFor();
    await hadi.page.keyboard.press('Shift+Home');
    await hadi.page.getByRole('button', { name: 'Jadikan tugas' }).click();
    const form = hadi.page.getByRole('dialog', { name: 'Tugas baru' });
    await form.getByText(line).waitFor();
    await form.getByLabel('Perusahaan', { exact: true }).selectOption('UD Ukir Barokah');
    await form.getByLabel('Orang').selectOption('Siti Aminah');
    await form.getByRole('button', { name: 'Simpan tugas' }).click();

    const mark = text(siti.page).locator('p', { hasText: line }).getByRole('button', { name: '☐ UB Siti Aminah' });
    await mark.waitFor(aSecond());
    await saved(hadi.page).waitFor();

    await mark.tap();
    const panel = siti.page.getByRole('dialog');
    await panel.getByText('Dari catatan rapat').waitFor();
    await panel.getByRole('link', { name: 'Buka baris rapatnya' }).tap();
    await text(siti.page).getByText(line).waitFor();
    expect(new URL(siti.page.url()).searchParams.get('baris')).not.toBeNull();
    await panel.waitFor({ state: 'detached' });
  });

  it('shows on both screens which firm is there, as soon as one of its people is', async () => {
    const { id } = await meeting(stage().table, 'Rapat pameran');
    const hadi = await stage().enter('hadi', `/rapat/${id}`);
    const siti = await stage().enter('siti', `/rapat/${id}?bagian=hadir`, phone);
    await hadi.page.getByText('0 dari 2 perusahaan hadir · 0 orang hadir').waitFor();
    await answer(siti.page, 'Siti Aminah', 'Hadir').tap();
    await hadi.page.getByText('1 dari 2 perusahaan hadir · 1 orang hadir').waitFor(aSecond());
    expect(await answer(hadi.page, 'Siti Aminah', 'Hadir').getAttribute('aria-pressed')).toBe('true');

    await answer(hadi.page, 'Hadi Santoso', 'Hadir').click();
    await siti.page.getByText('2 dari 2 perusahaan hadir · 2 orang hadir').waitFor(aSecond());
    await answer(siti.page, 'Siti Aminah', 'Izin').tap();
    await hadi.page.getByText('1 dari 2 perusahaan hadir · 1 orang hadir').waitFor(aSecond());
  });
});

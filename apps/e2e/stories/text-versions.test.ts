import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { useStage } from '../browser/stage.js';
import { goal } from '../browser/things.js';
import { beginParagraph, saved, text, wordsOf } from '../browser/writing.js';

const stage = useStage();
const promise = 'Kami kirim 240 kursi tiap Senin.';
const answer = 'Kami ukir sandarannya.';

const paragraph = (page: Page, words: string) => text(page).locator('p', { hasText: words });

async function write(page: Page, words: string): Promise<void> {
  await beginParagraph(page);
  await page.keyboard.type(words);
  await saved(page).waitFor();
}

describe('two firms and the versions of their text', () => {
  it('one deletes a paragraph, the other restores it from a named version, and both see it come back', async () => {
    const { id } = await goal(stage().table, 'Ekspor 2 kontainer kursi jati');
    const hadi = await stage().enter('hadi', `/tujuan/${id}`);
    const siti = await stage().enter('siti', `/tujuan/${id}`, phone);
    await write(hadi.page, promise);
    await paragraph(siti.page, promise).waitFor();
    await write(siti.page, answer);
    await paragraph(hadi.page, answer).waitFor();

    // Hadi names what both have written.
    await hadi.page.getByRole('link', { name: 'Riwayat naskah' }).click();
    await hadi.page.getByRole('button', { name: 'Beri nama' }).click();
    await hadi.page.getByLabel('Nama versi').fill('Sebelum rapat');
    await hadi.page.getByRole('button', { name: 'Simpan' }).click();
    await hadi.page.getByRole('heading', { level: 2, name: 'Sebelum rapat' }).waitFor();
    expect(new URL(hadi.page.url()).searchParams.get('versi')).toMatch(/^[0-9a-f-]{36}$/);

    // Siti deletes Hadi's paragraph.
    await paragraph(siti.page, promise).click({ clickCount: 3 });
    await siti.page.keyboard.press('Backspace');
    await siti.page.keyboard.press('Backspace');
    await saved(siti.page).waitFor();
    await eventually(async () => expect(await wordsOf(text(siti.page))).not.toContain(promise));

    // Hadi sees what is gone, and has a second screen with the text open.
    const writing = await stage().enter('hadi', `/tujuan/${id}`);
    await text(writing.page).waitFor();
    expect(await wordsOf(text(writing.page))).not.toContain(promise);
    await hadi.page.getByRole('radio', { name: 'Naskah sekarang' }).check();
    await hadi.page.locator('del', { hasText: 'kursi' }).waitFor();
    await hadi.page.getByRole('button', { name: 'Pulihkan' }).click();
    await hadi.page.getByRole('dialog').getByRole('button', { name: 'Pulihkan' }).click();
    await hadi.page.getByText('Naskah dipulihkan.').waitFor();

    // Both screens that have the text open see it live.
    await paragraph(siti.page, promise).waitFor();
    await paragraph(writing.page, promise).waitFor();
    await eventually(async () => expect(await wordsOf(text(siti.page))).toBe(await wordsOf(text(writing.page))));

    // Whose words they are is told, also of those that came back.
    await hadi.page.getByRole('radio', { name: 'Siapa menulis apa' }).check();
    const run = (words: string) => hadi.page.locator('[data-slot][data-author]', { hasText: words });
    expect(await run(promise).innerText()).toContain('Hadi Santoso, CV Jati Lestari');
    expect(await run(answer).innerText()).toContain('Siti Aminah, UD Ukir Barokah');
    await run(answer).getByText(answer).click();
    await hadi.page.locator('[popover]', { hasText: 'Siti Aminah' }).getByText('UD Ukir Barokah').waitFor();

    // On a phone the chosen version takes the place of the list, and the focus goes with it.
    await siti.page.goto(stage().address(`/tujuan/${id}/naskah`));
    await siti.page.getByRole('link', { name: /Sebelum rapat/ }).tap();
    const read = siti.page.getByRole('region', { name: 'Versi yang dibaca' });
    await read.getByRole('heading', { name: 'Sebelum rapat' }).waitFor();
    expect(await read.evaluate((region) => region === document.activeElement)).toBe(true);
    await read.getByRole('link', { name: 'Semua versi' }).tap();
    await siti.page.getByRole('link', { name: /Sebelum rapat/ }).waitFor();

    // The history of the goal tells of it.
    await siti.page.goto(stage().address(`/tujuan/${id}?bagian=riwayat`));
    await siti.page.getByText('memulihkan naskah').waitFor();
    await siti.page.getByText('menyimpan naskah').waitFor();
  });
});

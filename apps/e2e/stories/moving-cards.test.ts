import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { aSecond, within } from '../browser/pace.js';
import { useStage } from '../browser/stage.js';
import { goal, task } from '../browser/things.js';

const stage = useStage();
const order = ['Ekspor kursi', 'Oven bersama', 'Pameran Jepara'];

const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const goalCard = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true });
const taskCard = (page: Page, title: string) => page.getByRole('button', { name: title, exact: true });
const goals = (page: Page) => column(page, 'Draf').getByRole('heading', { level: 3 }).allTextContents();
const isFocused = (shown: Locator) => shown.evaluate((element) => element === document.activeElement);

/** Waits for what a screen reader is told. */
const told = (page: Page, sentence: string) =>
  page.locator('[aria-live=polite]').getByText(sentence, { exact: true }).waitFor({ state: 'attached' });

/** The cards come to lie in this order within a second. */
const comeToLie = (page: Page, wanted: string[]) =>
  eventually(async () => expect(await goals(page)).toEqual(wanted), within(1000));

/** Lays the cards in their first order again. */
async function layOut(): Promise<void> {
  const { partnershipId, hadi } = stage().table;
  for (const { id: goalId, title, version } of await hadi.caller.call('listGoals', { partnershipId })) {
    const rank = `a${order.indexOf(title)}`;
    await hadi.caller.call('moveGoal', { partnershipId, goalId, state: 'draft', rank, version });
  }
}

/** The language of Siti's account. */
async function speak(locale: 'id' | 'en'): Promise<void> {
  const { caller } = stage().table.siti;
  const { person } = await caller.call('readMe', {});
  await caller.call('changeMe', { locale, version: person.version });
}

describe('a goal on the board', () => {
  beforeAll(async () => {
    for (const title of order) await goal(stage().table, title);
  });
  beforeEach(layOut);

  it('moved by keys lies there for the other firm within a second; the focus stays and the move is told', async () => {
    const { page } = await stage().enter('hadi', '/tujuan');
    const siti = await stage().enter('siti', '/tujuan');
    await comeToLie(siti.page, order);
    await goalCard(page, 'Ekspor kursi').focus();
    await page.keyboard.press('Space');
    await told(page, 'Ekspor kursi diangkat. Kolom Draf, posisi 1 dari 3.');
    await page.keyboard.press('ArrowDown');
    await told(page, 'Ekspor kursi ke Draf, posisi 2 dari 3');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');

    await comeToLie(siti.page, ['Oven bersama', 'Pameran Jepara', 'Ekspor kursi']);
    await told(page, 'Ekspor kursi diletakkan di Draf, posisi 3.');
    expect(await isFocused(goalCard(page, 'Ekspor kursi'))).toBe(true);
  });

  it('lifted and let go with Escape lies where it lay', async () => {
    const { page } = await stage().enter('hadi', '/tujuan');
    await goalCard(page, 'Oven bersama').focus();
    for (const key of ['Space', 'ArrowDown', 'Escape']) await page.keyboard.press(key);
    await told(page, 'Oven bersama kembali ke tempatnya.');
    expect(await goals(page)).toEqual(order);
    expect(await isFocused(goalCard(page, 'Oven bersama'))).toBe(true);
  });

  it('is told in English to whoever reads English, and a column that needs signatures says so', async () => {
    await speak('en');
    const { page } = await stage().enter('siti', '/tujuan');
    await column(page, 'Draft').waitFor();
    await goalCard(page, 'Oven bersama').focus();
    await page.keyboard.press('Space');
    await told(page, 'Oven bersama lifted. Column Draft, place 2 of 3.');
    await page.keyboard.press('ArrowRight');
    const why = 'Proposed: Open the goal and choose “Propose”, so that every partner sees what is proposed.';
    await told(page, why);
    await page.keyboard.press('Space');
    await page.getByRole('alert').getByText(why).waitFor();
    await column(page, 'Draft').getByRole('link', { name: 'Oven bersama' }).waitFor();
    await speak('id');
  });

  it('is moved on a phone by its menu, which says why it cannot go elsewhere', async () => {
    const { page } = await stage().enter('siti', '/tujuan', phone);
    const hadi = await stage().enter('hadi', '/tujuan');
    await page.getByRole('button', { name: 'Pindahkan atau arsipkan Pameran Jepara' }).tap();
    const agreed = page.getByRole('menuitem', { name: 'Disepakati' });
    await agreed.getByText('Perlu persetujuan semua mitra dulu.').waitFor();
    await page.getByRole('menuitem', { name: 'Ke paling atas' }).tap();
    await comeToLie(hadi.page, ['Pameran Jepara', 'Ekspor kursi', 'Oven bersama']);
    await told(page, 'Pameran Jepara diletakkan di Draf, posisi 1.');
    expect(await page.getByRole('article').filter({ hasText: 'Pameran Jepara' }).locator(':focus').count()).toBe(1);
  });

  it('is dragged with the mouse to its place, and back from a column that refuses it', async () => {
    const { page } = await stage().enter('hadi', '/tujuan');
    const siti = await stage().enter('siti', '/tujuan');
    const dragged = goalCard(page, 'Ekspor kursi');
    await dragged.dragTo(goalCard(page, 'Pameran Jepara'), { targetPosition: { x: 40, y: 60 } });
    await comeToLie(siti.page, ['Oven bersama', 'Pameran Jepara', 'Ekspor kursi']);

    await dragged.dragTo(column(page, 'Berjalan'));
    await page
      .getByRole('alert')
      .getByText(/^Berjalan: Perlu persetujuan semua mitra/)
      .waitFor();
    await column(page, 'Draf').getByRole('link', { name: 'Ekspor kursi' }).waitFor();
  });
});

describe('a task on the board', () => {
  it('goes from column to column by keys and by mouse, before the eyes of the other firm', async () => {
    await task(stage().table, 'Ukur oven');
    const { page } = await stage().enter('hadi', '/tugas?tampil=papan');
    const siti = await stage().enter('siti', '/tugas?tampil=papan&tab=semua');
    const isAt = (name: string) =>
      column(siti.page, name).getByRole('button', { name: 'Ukur oven', exact: true }).waitFor(aSecond());
    await taskCard(page, 'Ukur oven').focus();
    for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await isAt('Dikerjakan');
    await told(page, 'Ukur oven dipindah ke Dikerjakan, posisi 1 dari 1');
    expect(await isFocused(taskCard(page, 'Ukur oven'))).toBe(true);

    await taskCard(page, 'Ukur oven').dragTo(column(page, 'Selesai'));
    await isAt('Selesai');
    await taskCard(page, 'Ukur oven').dragTo(column(page, 'Menunggu'));
    await page.getByRole('alert').waitFor();
    await column(page, 'Selesai').getByRole('button', { name: 'Ukur oven', exact: true }).waitFor();
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Goal, Meeting, Task } from '@mufakat/domain';
import type { Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { eventually } from '../browser/eventually.js';
import { useStage } from '../browser/stage.js';
import { password } from '../browser/table.js';
import { goal, meeting, task } from '../browser/things.js';

const stage = useStage();

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.getByLabel('Surel atau nomor HP').fill(login);
  await page.getByRole('textbox', { name: 'Kata sandi' }).fill(secret);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
}

describe('signing in', () => {
  it('goes by e-mail or by phone number however it is written; a wrong password is said and the login kept', async () => {
    const { page } = await stage().stranger(phone);
    await page.goto('/masuk');
    await signIn(page, '0812-3456-7890', 'bukan kata sandi saya');
    const fault = page.getByRole('alert');
    await fault.getByText('Surel, nomor HP, atau kata sandi tidak cocok.').waitFor();
    expect(await page.getByLabel('Surel atau nomor HP').inputValue()).toBe('0812-3456-7890');
    await signIn(page, '0812-3456-7890', password);
    await page.getByRole('heading', { level: 1, name: /, Bu Siti$/ }).waitFor();

    const hadi = await stage().stranger();
    await hadi.page.goto('/masuk');
    await signIn(hadi.page, 'Hadi@JatiLestari.contoh.id', password);
    await hadi.page.getByRole('heading', { level: 1, name: /, Pak Hadi$/ }).waitFor();
  });
});

describe('an address', () => {
  let dried: Task;
  let address: string;
  beforeAll(async () => {
    dried = await task(stage().table, 'Oven siap Senin', { for: 'siti' });
    await task(stage().table, 'Bungkus kursi', { for: 'siti' });
    const siti = await stage().enter('siti', '/tugas', phone);
    await siti.page.getByRole('tab', { name: /^Semua/ }).tap();
    await siti.page.getByRole('searchbox', { name: 'Cari tugas' }).fill('oven');
    await siti.page.getByRole('button', { name: 'Oven siap Senin', exact: true }).tap();
    await siti.page.getByRole('dialog', { name: /^Tugas \d+$/ }).waitFor();
    address = siti.page.url();
  });

  /** The tab, the filter and the open task which the address tells of. */
  async function showsTheSame(page: Page): Promise<void> {
    const panel = page.getByRole('dialog', { name: `Tugas ${dried.number}` });
    await panel.waitFor();
    expect(await panel.getByLabel('Judul').inputValue()).toBe('Oven siap Senin');
    await panel.getByRole('button', { name: 'Tutup' }).click();
    await panel.waitFor({ state: 'detached' });
    expect(await page.getByRole('tab', { name: /^Semua/ }).getAttribute('aria-selected')).toBe('true');
    expect(await page.getByRole('searchbox', { name: 'Cari tugas' }).inputValue()).toBe('oven');
    await page.getByRole('button', { name: 'Bungkus kursi', exact: true }).waitFor({ state: 'detached' });
  }

  it('copied into the browser of somebody else shows the same filter, tab and open task', async () => {
    const { page } = await stage().enter('hadi', '');
    await page.goto(address);
    await showsTheSame(page);
  });

  it('opened by somebody who is signed out leads there once they have signed in', async () => {
    const { page } = await stage().stranger();
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor();
    await signIn(page, stage().table.siti.login, password);
    await showsTheSame(page);
  });
});

describe('each screen', () => {
  let draft: Goal;
  let talk: Meeting;
  beforeAll(async () => {
    draft = await goal(stage().table, 'Ekspor kursi jati');
    talk = await meeting(stage().table, 'Rapat mingguan');
  });

  /** Every screen inside, and its name in both languages. */
  const screens = () => [
    { at: stage().address(''), id: 'Hari Ini', en: 'Today' },
    { at: stage().address('/tujuan'), id: 'Tujuan', en: 'Goals' },
    { at: stage().address(`/tujuan/${draft.id}`), id: draft.title, en: draft.title },
    { at: stage().address('/tugas'), id: 'Tugas', en: 'Tasks' },
    { at: stage().address('/rapat'), id: 'Rapat', en: 'Meetings' },
    { at: stage().address(`/rapat/${talk.id}`), id: talk.title, en: talk.title },
    { at: stage().address('/akuntabilitas'), id: 'Akuntabilitas', en: 'Accountability' },
    { at: stage().address('/riwayat'), id: 'Riwayat & Bukti', en: 'History & proof' },
    { at: stage().address('/mitra'), id: 'Mitra & anggota', en: 'Partners & members' },
    { at: stage().address('/pemberitahuan'), id: 'Pemberitahuan', en: 'Notifications' },
    { at: '/akun', id: 'Akun saya', en: 'My account' },
    { at: '/bantuan', id: 'Bantuan & istilah', en: 'Help & terms' },
    { at: '/kemitraan', id: 'Kemitraan saya', en: 'My partnerships' },
    { at: '/kemitraan/baru', id: 'Mulai kemitraan baru', en: 'Start a new partnership' },
    { at: '/operator', id: 'Pengelola server', en: 'Server operator' },
  ];

  it.each(['id', 'en'] as const)('carries its name and its language in the window (%s)', async (language) => {
    const { page } = await stage().enter('hadi', '');
    await page.goto('/akun');
    await page.getByRole('radio', { name: language === 'en' ? 'English' : 'Indonesia' }).click();
    await page.getByRole('heading', { level: 1, name: language === 'en' ? 'My account' : 'Akun saya' }).waitFor();
    for (const { at, ...name } of screens()) {
      await page.goto(at);
      const place = at.startsWith('/k/') ? 'Mebel Muria' : 'Mufakat';
      await eventually(async () => expect(await page.title()).toBe(`${name[language]} · ${place}`));
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    }
  });

  it('changes its language before anybody is signed in, and keeps the choice on this device', async () => {
    const { page } = await stage().stranger(phone);
    await page.goto('/masuk');
    await page.getByRole('radio', { name: 'EN' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.title()).toBe('Sign in · Mufakat');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });
});

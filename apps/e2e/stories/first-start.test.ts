import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser, openScreen, phone, type Screen } from '../browser/browser.js';
import { within } from '../browser/pace.js';
import { freePort, RunningServer } from '../browser/server.js';
import { ServerProcess } from '../browser/server-process.js';
import { password } from '../browser/table.js';
import { text } from '../browser/writing.js';

jest.setTimeout(120_000);
let server: RunningServer;
let browser: Browser;
let hadi: Screen;

beforeAll(async () => {
  [server, browser] = await Promise.all([RunningServer.start(), openBrowser()]);
  hadi = await openScreen(browser, server.url, phone);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** What a process says that does not start: nothing but this sentence, and how it ends. */
async function refusalOf(env: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const process = new ServerProcess(env);
  return { code: await process.ended, lines: process.said.trim().split('\n') };
}

describe('a server on which nobody is yet', () => {
  it('sends whoever opens it to the set-up page, which refuses a wrong code and keeps what was written', async () => {
    const { page } = hadi;
    await page.goto('/');
    await page.getByText('Server ini masih baru.').waitFor();
    await page.getByRole('link', { name: 'Siapkan server' }).tap();
    const next = () => page.getByRole('button', { name: 'Lanjut' }).tap();
    await next();
    await page.getByRole('alert').getByText('Isi kode penyiapan.').waitFor();

    await page.getByLabel('Kode penyiapan').fill('0000-1111-2222-3333-4444-5555-6666-7777');
    await page.getByLabel('Nama Anda').fill('Hadi Santoso');
    await page.getByLabel('Panggilan').selectOption('Pak');
    await page.getByLabel('Surel atau nomor HP').fill('0811 2233 4455');
    await page.getByRole('textbox', { name: 'Kata sandi baru' }).fill(password);
    await next();
    await page.getByRole('radio', { name: 'Klaster' }).check();
    await next();
    await page.getByLabel('Nama kemitraan').fill('Mebel Muria');
    await page.getByLabel('Nama perusahaan atau lembaga').fill('CV Jati Lestari');
    await page.getByLabel('Tempat', { exact: true }).fill('Jepara');
    await next();
    await page.getByLabel('Tempat klaster').fill('Mulyoharjo, Jepara');
    await next();
    await page.getByRole('heading', { name: 'Tujuan awal' }).waitFor();
    await next();
    await page.getByRole('button', { name: 'Mulai' }).tap();
    await page
      .getByRole('alert')
      .getByText(/^Kode penyiapan tidak cocok/)
      .waitFor();
    expect(await page.getByLabel('Nama Anda').inputValue()).toBe('Hadi Santoso');
  });

  it('makes the first person, firm and partnership with the code which it printed', async () => {
    const { page } = hadi;
    expect(server.said).toContain(`${server.url}/siapkan`);
    await page.getByLabel('Kode penyiapan').fill(await server.setupCode());
    for (const step of [
      'Jenis kemitraan',
      'Nama dan perusahaan Anda',
      /^Di mana klaster ini/,
      'Tujuan awal',
      /^Cara kita/,
    ]) {
      await page.getByRole('button', { name: 'Lanjut' }).tap();
      await page.getByRole('heading', { level: 2, name: step }).waitFor();
    }
    await page.getByRole('button', { name: 'Mulai' }).tap();
    await page.getByRole('heading', { level: 1, name: /, Pak Hadi$/ }).waitFor();
    expect(await page.title()).toBe('Hari Ini · Mebel Muria');
    await page.goto(`${page.url()}/mitra`);
    await page.getByText('1 mitra, 1 orang').waitFor();
  });

  it('is set up once: from then on the same address leads to signing in', async () => {
    const other = await openScreen(browser, server.url);
    await other.page.goto('/siapkan');
    await other.page.getByRole('heading', { level: 1, name: 'Masuk' }).waitFor();
    expect(other.faults).toEqual([]);
    await other.context.close();
  });
});

describe('a process beside it', () => {
  it('in the same folder says in one sentence that it is in use, and ends', async () => {
    const { code, lines } = await refusalOf({ ...server.env, PORT: String(await freePort()) });
    expect(lines).toEqual([expect.stringMatching(/is in use by process \d+/)]);
    expect(code).toBe(1);
  });

  it('on the same port says in one sentence that it is taken, and ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mufakat-story-'));
    const { code, lines } = await refusalOf({ ...server.env, DATA_DIR: folder });
    expect(lines.at(-1)).toMatch(/^Port \d+ is already taken; stop the other program or set PORT to a free port\.$/);
    expect(lines.filter((line) => /^\s+at /.test(line))).toEqual([]);
    expect(code).toBe(1);
    await rm(folder, { recursive: true });
  });
});

describe('told to end while people write', () => {
  it('is gone within a few seconds, in good order', async () => {
    const { page } = hadi;
    await page.getByRole('button', { name: 'Catat' }).tap();
    await page.getByRole('link', { name: 'Tujuan baru' }).tap();
    await page.getByLabel('Apa yang ingin dicapai bersama?').fill('Ekspor kursi jati');
    await page.getByRole('button', { name: 'Buat dan buka naskah' }).tap();
    await text(page).waitFor();
    const began = performance.now();
    expect(await server.end()).toBe(0);
    expect(performance.now() - began).toBeLessThan(within(5000));
    expect(server.said).not.toMatch(/\n\s+at /);
    expect(hadi.faults).toEqual([]);
  });
});

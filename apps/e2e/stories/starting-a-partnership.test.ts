import { describe, expect, it } from '@jest/globals';
import type { PartnershipId } from '@mufakat/domain';
import { starters } from '@mufakat/domain/starters';
import type { Page } from 'playwright-core';
import { phone } from '../browser/browser.js';
import { useStage } from '../browser/stage.js';

const stage = useStage();

/** The page that begins a partnership, its type chosen and its name given. */
async function begin(page: Page, type: string, name: string): Promise<void> {
  await page.goto('/kemitraan/baru');
  await page.getByRole('radio', { name: type }).check();
  await next(page);
  await page.locator('#partnershipName').fill(name);
  await next(page);
}

const next = (page: Page) => page.locator('form button[type=submit]').click();
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name }).waitFor();

/** From the first goals to the end, as they stand; answers which partnership it is. */
async function finish(page: Page): Promise<PartnershipId> {
  await step(page, 'Tujuan awal');
  await next(page);
  await step(page, 'Cara kita bekerja');
  await page.getByRole('button', { name: 'Mulai kemitraan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mitra & anggota' }).waitFor();
  await page.getByRole('link', { name: 'Cara kita bekerja' }).click();
  await page.getByRole('heading', { level: 1, name: 'Cara kita bekerja' }).waitFor();
  await step(page, 'Cara memutuskan');
  return new URL(page.url()).pathname.split('/')[2] as PartnershipId;
}

describe('beginning a partnership', () => {
  it('shows the seed’s definition of each type', async () => {
    const { page } = await stage().enter('hadi', '');
    await page.goto('/kemitraan/baru');
    for (const says of [
      'Kemitraan antara IKM dalam industri yang sama.',
      'Kemitraan antara IKM dalam berbagai tahap rantai nilai.',
      'Kemitraan antara IKM dan perusahaan besar atau lembaga penelitian.',
      'Kemitraan antara IKM yang terkonsentrasi di lokasi geografis tertentu.',
    ])
      await page.getByText(says).waitFor();
  });

  it('of one industry lets nobody on before the warning about prices is read', async () => {
    const { page } = await stage().enter('hadi', '');
    await begin(page, 'Horizontal', 'Batik Warna Alam');
    await page.getByText(/UU No. 5 Tahun 1999/).waitFor();
    await next(page);
    await page.getByRole('alert').getByText('Baca dulu peringatan').waitFor();
    await page.getByRole('checkbox', { name: /^Saya sudah membaca ini/ }).check();
    await next(page);
    await finish(page);
    await page.getByText(/^Dibaca oleh Hadi Santoso pada/).waitFor();
  });

  it('along a chain asks for its stages and shows partners as lanes', async () => {
    const { page } = await stage().enter('hadi', '');
    await begin(page, 'Vertikal', 'Rantai Rotan');
    await page.getByRole('textbox', { name: 'Tahap 2' }).fill('Penganyaman');
    await page.getByRole('button', { name: 'Hapus Tahap 5' }).click();
    await page.getByRole('checkbox', { name: 'Perusahaan kami di tahap ini' }).nth(1).check();
    await next(page);
    await finish(page);
    const lanes = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
    expect(await lanes.count()).toBe(4);
    await lanes.filter({ hasText: 'Penganyaman' }).getByText('CV Jati Lestari').waitFor();
  });

  it('with a bigger party writes what that party owes first, and names in the draft who is still missing', async () => {
    const { page } = await stage().enter('hadi', '');
    await begin(page, 'Strategis', 'Mebel dan Kampus');
    await page
      .getByRole('textbox', { name: 'Kewajiban 1' })
      .fill('Membayar paling lambat 21 hari sesudah barang diterima.');
    await next(page);
    const partnershipId = await finish(page);
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.slice(0, 2)).toEqual(['Kewajiban pihak yang lebih besar', 'Cara memutuskan']);
    await page.getByText('Membayar paling lambat 21 hari').waitFor();
    await page.goto(`/k/${partnershipId}/tujuan`);
    await page.getByRole('link', { name: starters.id.strategic.goals[0]?.title ?? '' }).click();
    await page.getByText('Belum ada mitra untuk yang berikut.').waitFor();
    await page.getByText(/^Pihak yang lebih besar: Membayar/).waitFor();
  });

  it('of one place takes only the goals that are wanted, as they were rewritten', async () => {
    const { page } = await stage().enter('hadi', '');
    await begin(page, 'Klaster', 'Ukir Mulyoharjo');
    await next(page);
    await page.getByRole('alert').getByText('Isi tempat klaster.').waitFor();
    await page.locator('#clusterPlace').fill('Mulyoharjo, Jepara');
    await page.getByRole('button', { name: 'Tambah fasilitas' }).click();
    await page.getByLabel('Fasilitas', { exact: true }).fill('Oven kayu');
    await next(page);
    await step(page, 'Tujuan awal');
    const [first, second] = starters.id.cluster.goals;
    await page.getByRole('switch', { name: `Pakai: ${second?.title}` }).uncheck();
    await page.getByRole('button', { name: `Ubah ${first?.title}` }).click();
    await page.getByLabel('Judul tujuan').fill('Oven yang dipakai bersama');
    await page.getByLabel('Nilai sasaran').fill('1.250,5');
    const partnershipId = await finish(page);
    await page.getByText('Mulyoharjo, Jepara').waitFor();
    await page.getByText('Oven kayu').waitFor();
    const goals = await stage().table.hadi.caller.call('listGoals', { partnershipId });
    expect(goals).toHaveLength(4);
    expect(goals[0]).toMatchObject({ title: 'Oven yang dipakai bersama', targets: [{ target: '1250.5' }] });
    expect(goals[0]?.obligations).toHaveLength(1);
  });
});

describe('how the partners work', () => {
  it('is changed by an admin, and the screens of the others show it at once', async () => {
    const [hadi, siti] = [await stage().enter('hadi', '/cara-kerja'), await stage().enter('siti', '/cara-kerja')];
    await hadi.page.getByRole('button', { name: 'Ubah: Tempat dan fasilitas bersama' }).click();
    await hadi.page.getByLabel('Tempat klaster').fill('Tahunan, Jepara');
    await hadi.page.getByRole('button', { name: 'Simpan' }).click();
    await siti.page.getByText('Tahunan, Jepara').waitFor();
    await siti.page.getByRole('button', { name: 'Ubah: Cara memutuskan' }).click();
    await siti.page.getByRole('radio', { name: 'Mufakat bulat' }).check();
    await siti.page.getByRole('button', { name: 'Simpan' }).click();
    await hadi.page.getByText('Mufakat bulat.').waitFor();
  });
});

describe('on a phone, in English', () => {
  it('a partnership begins step by step, its drafts in English', async () => {
    const { page } = await stage().enter('siti', '', phone);
    await page.evaluate(() => localStorage.setItem('mufakat.language', 'en'));
    const { person } = await stage().table.siti.caller.call('readMe', {});
    await stage().table.siti.caller.call('changeMe', { locale: 'en', version: person.version });
    await begin(page, 'Cluster', 'Carvers of Mulyoharjo');
    await page.getByText('Step 3 of 5').waitFor();
    await page.locator('#clusterPlace').fill('Mulyoharjo');
    await next(page);
    await step(page, 'First goals');
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await page
      .getByRole('button', { name: /^Edit / })
      .first()
      .tap();
    expect(await wide()).toBe(390);
    await next(page);
    await step(page, 'How we work');
    await page.getByRole('heading', { name: 'What to beware of' }).tap();
    expect(await wide()).toBe(390);
    await page.getByRole('button', { name: 'Start the partnership' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Partners & members' }).waitFor();
    const [, , id = ''] = new URL(page.url()).pathname.split('/');
    const goals = await stage().table.siti.caller.call('listGoals', { partnershipId: id as PartnershipId });
    expect(goals.map(({ title }) => title)).toEqual(starters.en.cluster.goals.map(({ title }) => title));
  });
});

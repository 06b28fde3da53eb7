import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Directory } from '@mufakat/domain';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FileCheck, type Receipt } from '@mufakat/proof';
import type { Page } from 'playwright-core';
import { agreeingIn } from '../../server/test/agreeing.js';
import { askAt } from '../../server/test/ask-at.js';
import type { Sitting } from '../../server/test/workspace.js';
import type { Caller } from '../browser/ask.js';
import { laptop, phone } from '../browser/browser.js';
import { axeFaults, darkFaults } from '../browser/look.js';
import { useStage } from '../browser/stage.js';
import { rewriteHistory } from '../browser/tamper.js';

const stage = useStage();
const verifierPage = fileURLToPath(new URL('../../web/dist/pemeriksa.html', import.meta.url));

const verifyCommand = fileURLToPath(new URL('../../server/dist/src/cli/verify.js', import.meta.url));

let directory: Directory;
beforeAll(async () => {
  const { hadi, siti, partnershipId } = stage().table;
  directory = await hadi.caller.call('readDirectory', { partnershipId });
  const people = await Promise.all([hadi, siti].map(({ caller }) => sittingOf(caller)));
  await agreeingIn(askAt(stage().server.url)).agreedGoal(people);
});

/** The seat of a caller, as the acts of agreeing take it. */
async function sittingOf(caller: Caller): Promise<Sitting> {
  const { partnershipId } = stage().table;
  const { mySeatId, members, spaces } = await caller.call('readDirectory', { partnershipId });
  const me = members.find(({ seatId }) => seatId === mySeatId);
  if (!me) throw new Error('nobody sits here');
  const token = caller.cookie.split('=')[1] ?? '';
  return { partnershipId, ...spaces, ...me, token } as unknown as Sitting;
}

const proof = (page: Page) => page.getByRole('region', { name: 'Bukti' });
/** The built command, as `pnpm verify` runs it. */
const verify = (...files: string[]): Promise<string> =>
  new Promise((done, fail) => {
    execFile(process.execPath, [verifyCommand, ...files], (error, out, said) =>
      error ? fail(new Error(out + said)) : done(out),
    );
  });

const saved = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await file.path(), 'utf8');
};

describe('history and proof', () => {
  it('gives both firms their receipt of a sign-off, checked on their own devices', async () => {
    const hadi = await stage().enter('hadi', '/riwayat');
    await proof(hadi.page)
      .getByText(/Rantai utuh sampai #\d+, diperiksa di perangkat ini/)
      .first()
      .waitFor();
    await proof(hadi.page)
      .getByText(/Cocok dengan tanda terima terakhir perusahaan Anda/)
      .waitFor();
    const siti = await stage().enter('siti', '/riwayat', phone);
    for (const { page } of [hadi, siti]) {
      await proof(page).getByRole('button', { name: 'Tanda terima & unduhan (2)' }).click();
      await proof(page).getByText('Persetujuan UD Ukir Barokah atas “Pengiriman kontainer gabungan”').waitFor();
    }
    await hadi.page.reload();
    await proof(hadi.page)
      .getByText(/Cocok dengan yang terakhir dilihat perangkat ini/)
      .first()
      .waitFor();
    expect(await axeFaults(siti.page)).toEqual([]);
  });

  it('tells what somebody did on the days somebody asks for, in an address that can be sent', async () => {
    const { page } = await stage().enter('hadi', '/riwayat');
    await page.getByLabel('Semua orang').selectOption('Siti Aminah');
    await page.getByLabel('Semua jenis').selectOption('Tujuan');
    await page.getByText(/menyetujui tujuan “Pengiriman kontainer gabungan”/).waitFor();
    expect(await page.getByText('Pak Hadi', { exact: true }).count()).toBe(0);
    await page.getByLabel('Sampai').fill('2026-01-01');
    await page.getByText('Tidak ada catatan yang cocok').waitFor();
    expect(new URL(page.url()).searchParams.get('sampai')).toBe('2026-01-01');
    await page.getByRole('button', { name: 'Hapus saringan' }).first().click();
    await page
      .getByText(/menyetujui tujuan/)
      .first()
      .waitFor();
  });

  it('lets a firm take its journal and receipts away, and check them without a network in one file', async () => {
    const { page } = await stage().enter('siti', '/riwayat');
    await proof(page)
      .getByRole('button', { name: /^Tanda terima & unduhan/ })
      .click();
    const journal = await saved(page, () => proof(page).getByRole('link', { name: 'Unduh riwayat (JSONL)' }).click());
    const receipts = await saved(page, () => proof(page).getByRole('button', { name: 'Unduh semua' }).click());
    const check = new FileCheck(JSON.parse(receipts) as Receipt[]);
    for (const line of journal.split('\n')) check.add(line);
    expect(check.end()).toMatchObject({ faults: [], revisions: 1, receipts: 2 });

    const folder = await mkdtemp(join(tmpdir(), 'mufakat-proof-'));
    const [whole, changed, kept] = ['riwayat.jsonl', 'diubah.jsonl', 'tanda-terima.json'].map((name) =>
      join(folder, name),
    );
    if (!whole || !changed || !kept) throw new Error('no files');
    await Promise.all([
      writeFile(whole, journal),
      writeFile(changed, journal.replace('"value":"Kontainer"', '"value":"Karung"')),
      writeFile(kept, receipts),
    ]);
    expect(await verify(whole, kept)).toMatch(/2 receipts \(2 kept elsewhere\)[\s\S]*In order/);
    await expect(verify(changed)).rejects.toThrow(/its words are not those that were hashed[\s\S]*does not match/);

    const offline = await stage().stranger();
    await offline.context.setOffline(true);
    await offline.page.goto(`file://${verifierPage}`);
    await offline.page.locator('#files').setInputFiles([whole, kept]);
    await offline.page.getByRole('heading', { name: 'Riwayat ini utuh' }).waitFor();
    await offline.page.locator('#files').setInputFiles([changed]);
    await offline.page.getByRole('button', { name: 'English' }).click();
    await offline.page.getByRole('heading', { name: 'This history does not match' }).waitFor();
    await offline.page
      .getByText(/^The words of entry #\d+ are not those once written down/)
      .first()
      .waitFor();
    await rm(folder, { recursive: true });
  });

  it('tells every firm when a history that was written anew does not match a receipt', async () => {
    const { server } = stage();
    const { shared } = directory.spaces;
    expect(await server.end()).toBe(0);
    await rewriteHistory(server.env['DATA_DIR'] ?? '', shared, 2);
    await server.run();

    // Their devices are new, so each starts from its firm's receipts; only Hadi looks.
    const hadi = await stage().enter('hadi', '/riwayat', { ...laptop, reducedMotion: 'reduce' });
    const alarm = hadi.page.getByRole('alert').filter({ hasText: 'Riwayat ruang bersama tidak cocok' });
    await alarm.getByText(/bukan yang tertulis di tanda terima perusahaan Anda/).waitFor();
    await alarm.getByText(/Semua mitra sudah diberi tahu/).waitFor();
    expect([...(await axeFaults(hadi.page)), ...(await darkFaults(hadi.page))]).toEqual([]);

    const siti = await stage().enter('siti', '/pemberitahuan', phone);
    await siti.page.getByText('Riwayat tidak cocok dengan yang pernah dilihat satu mitra').waitFor();
    await siti.page.goto(stage().address('/riwayat'));
    await siti.page
      .getByRole('alert')
      .filter({ hasText: /CV Jati Lestari melaporkan pada .* tidak cocok/ })
      .waitFor();
    await siti.page
      .getByText(/melaporkan bahwa catatan #\d+ tidak cocok/)
      .first()
      .waitFor();
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Directory, DocumentId, Goal, GoalId, Obligation, RevisionId, SignOffId, TargetId } from '@mufakat/domain';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import type { Caller } from '../browser/ask.js';
import { phone } from '../browser/browser.js';
import { useStage } from '../browser/stage.js';
import { seatFirm } from '../browser/table.js';
import { beginParagraph, saved } from '../browser/writing.js';

const stage = useStage();

/** Everybody who signs beside Hadi and Siti. */
let others: Caller[];
let directory: Directory;
beforeAll(async () => {
  const { table, server } = stage();
  others = [
    await seatFirm(table, server.url, { name: 'PT Rimba Senenan', letters: 'RS', person: 'Yusuf Hidayat' }),
    await seatFirm(table, server.url, { name: 'UD Kayu Makmur', letters: 'KM', person: 'Slamet Widodo' }),
    await seatFirm(table, server.url, { name: 'CV Anyam Teluk Wetan', letters: 'AT', person: 'Laila Rahmawati' }),
  ];
  directory = await table.hadi.caller.call('readDirectory', { partnershipId: table.partnershipId });
});

const at = ({ partnershipId, id, version }: Goal) => ({ partnershipId, goalId: id, version });
const hadi = () => stage().table.hadi.caller;
const siti = () => stage().table.siti.caller;
const read = ({ partnershipId, id }: Goal) => hadi().call('readGoal', { partnershipId, goalId: id });

/** A draft that lacks nothing but Siti's part. */
async function draft(title: string): Promise<Goal> {
  const { partnershipId } = stage().table;
  const seatOf = (name: string) => directory.members.find((member) => member.name === name)?.seatId ?? null;
  let goal = await hadi().call('createGoal', {
    ...{ partnershipId, id: newId() as GoalId, documentId: newId() as DocumentId, title, rank: 'a0' },
    ...{ benefit: 'market', startsOn: '2026-06-01', endsOn: '2027-05-31', locale: 'id' },
  });
  const people = { championId: seatOf('Hadi Santoso'), reviewerId: seatOf('Siti Aminah') };
  goal = await hadi().call('changeGoal', { ...at(goal), ...people });
  goal = await hadi().call('addTarget', {
    ...{ ...at(goal), targetId: newId() as TargetId, label: 'Kontainer', unit: 'kontainer', direction: 'up' },
    ...{ baseline: '2', target: '6', lowerBound: null, weight: 3, dueOn: null, measurerId: null, splits: [] },
  });
  for (const { id: partnerId, organization } of directory.partners)
    if (organization.letters !== 'UB')
      goal = await hadi().call('addObligation', {
        ...{ ...at(goal), obligationId: newId() as Obligation['id'], partnerId, kind: 'duty' },
        ...{ text: 'Mengisi seperlima kontainer', ownerId: null, dueOn: null, every: 'monthly' },
      });
  return goal;
}

const completed = async (goal: Goal): Promise<Goal> => {
  const partnerId = directory.partners.find(({ organization }) => organization.letters === 'UB')?.id;
  if (!partnerId) throw new Error('Siti sits for nobody');
  return hadi().call('addObligation', {
    ...{ ...at(goal), obligationId: newId() as Obligation['id'], partnerId, kind: 'none' },
    ...{ text: 'belum mengekspor', ownerId: null, dueOn: null, every: null },
  });
};

const propose = (goal: Goal, summary = '') =>
  hadi().call('proposeGoal', { ...at(goal), id: newId() as RevisionId, summary });

function sign(as: Caller, goal: Goal): Promise<Goal> {
  const { proposed } = goal.agreement;
  return as.call('signOff', {
    ...{ partnershipId: goal.partnershipId, goalId: goal.id, revisionId: proposed?.id as RevisionId },
    ...{ id: newId() as SignOffId, hash: proposed?.hash ?? '', verdict: 'agree', note: '', change: '' },
    harmedGoalId: null,
  });
}

const strip = (page: Page) => page.getByRole('region', { name: /^Persetujuan mitra/ });
const thread = (page: Page, firm: string) => strip(page).getByRole('listitem').filter({ hasText: firm });

/** Presses Tab until the focus is on the button of this name: what somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.closest('label, button, a')?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`no way to ${name} by Tab`);
}

describe('agreeing a goal', () => {
  it('goes from a draft that says what it lacks to a version that five firms have signed, live on every screen', async () => {
    const goal = await draft('Pengiriman kontainer gabungan');
    const one = await stage().enter('hadi', `/tujuan/${goal.id}`);
    const two = await stage().enter('siti', `/tujuan/${goal.id}`, phone);
    await one.page.getByRole('button', { name: 'Lengkapi draf (1)' }).click();
    await one.page.getByText('Tulis kewajiban UD Ukir Barokah, atau alasan tidak ada').waitFor();
    await one.page.keyboard.press('Escape');

    await two.page.getByRole('tab', { name: /^Kewajiban/ }).tap();
    await two.page.getByRole('button', { name: 'Tambah kewajiban' }).tap();
    await two.page.getByRole('radio', { name: /^Tidak ada/ }).check();
    await two.page.getByLabel('Mengapa tidak ada?').fill('belum mengekspor');
    await two.page.getByRole('button', { name: 'Simpan' }).tap();
    await one.page.getByRole('button', { name: 'Ajukan ke 5 mitra' }).click();
    await one.page.getByLabel(/Apa yang baru/).fill('Kontainer pertama bersama');
    await one.page.getByRole('dialog').getByRole('button', { name: 'Ajukan ke 5 mitra' }).click();
    await strip(two.page).getByText('0 dari 5 mitra setuju.').waitFor();

    await two.page.getByRole('button', { name: 'Setujui versi 1' }).tap();
    const answer = two.page.getByRole('dialog');
    await answer.getByText('Tidak ada, karena belum mengekspor').waitFor();
    await answer.getByRole('button', { name: 'Setujui untuk UD Ukir Barokah' }).tap();
    await answer.getByRole('alert').getByText('Tandai bahwa kewajiban di atas sudah dibaca.').waitFor();
    await answer.getByRole('checkbox', { name: 'Saya sudah membaca kewajiban di atas' }).check();
    await answer.getByRole('button', { name: 'Setujui untuk UD Ukir Barokah' }).tap();
    await thread(one.page, 'UD Ukir Barokah').getByText('Setuju v1').waitFor();

    for (const other of others) await sign(other, await read(goal));
    await strip(two.page).getByText('4 dari 5 mitra setuju.').waitFor();
    await one.page.getByRole('button', { name: 'Setujui untuk CV Jati Lestari' }).click();
    await one.page.getByRole('checkbox', { name: 'Saya sudah membaca kewajiban di atas' }).check();
    await one.page.getByRole('dialog').getByRole('button', { name: 'Setujui untuk CV Jati Lestari' }).click();
    for (const { page } of [one, two]) {
      await strip(page)
        .getByText(/^Versi 1 berlaku sejak .*, disetujui semua mitra\.$/)
        .waitFor();
      await page.getByText('Disepakati', { exact: true }).waitFor();
    }
  });

  it('notices one letter that differs from what was agreed, and leaves what was agreed as it is', async () => {
    let goal = await propose(await completed(await draft('Retur karena kadar air')));
    for (const caller of [hadi(), siti(), ...others]) goal = await sign(caller, goal);
    const one = await stage().enter('hadi', `/tujuan/${goal.id}`);
    const two = await stage().enter('siti', `/tujuan/${goal.id}`);
    await saved(two.page).waitFor();
    await beginParagraph(two.page);
    await two.page.keyboard.type('x');
    for (const { page } of [one, two]) await page.getByText('Berubah sejak disepakati').waitFor();
    expect((await read(goal)).agreement.inForce).toEqual(goal.agreement.inForce);
    expect((await read(goal)).state).toBe('agreed');

    await strip(one.page).getByRole('link', { name: 'Lihat perubahan' }).click();
    await one.page.getByRole('heading', { name: 'Apa yang berubah', level: 1 }).waitFor();
    await one.page.getByText('Naskah berubah', { exact: true }).waitFor();
    await one.page.locator('ins, [class*=added]').filter({ hasText: 'x' }).first().waitFor();
    expect(new URL(one.page.url()).search).toBe('?dari=1');
  });

  it('refuses the signature of who looked at an older version, shows the newer one and asks again', async () => {
    const goal = await propose(await completed(await draft('Sertifikat SVLK kelompok')));
    const { page } = await stage().enter('siti', `/tujuan/${goal.id}`);
    await page.getByRole('button', { name: 'Setujui untuk UD Ukir Barokah' }).click();
    const answer = page.getByRole('dialog');
    await answer.getByText('Ini versi pertama.').waitFor();

    await propose(await hadi().call('changeGoal', { ...at(goal), title: 'Sertifikat SVLK bersama' }));
    await answer.getByText('Setuju belum tercatat.').waitFor();
    await answer.getByText('Hadi Santoso baru mengajukan versi 2.').waitFor();
    await answer.getByRole('button', { name: 'Tinjau versi 2' }).click();
    await answer.getByRole('checkbox').check();
    await answer.getByRole('button', { name: 'Setujui untuk UD Ukir Barokah' }).click();
    await thread(page, 'UD Ukir Barokah').getByText('Setuju v2').waitFor();
    const { proposed } = (await read(goal)).agreement;
    expect(proposed?.signOffs.map(({ hash }) => hash)).toEqual([proposed?.hash]);
  });

  it('can be done without a mouse, objection and all, and in English', async () => {
    const goal = await propose(await completed(await draft('Pembelian kayu jati bersama')));
    await siti().call('changeMe', { locale: 'en', version: (await siti().call('readMe', {})).person.version });
    const { page } = await stage().enter('siti', `/tujuan/${goal.id}`);
    await page.getByRole('button', { name: 'Object', exact: true }).waitFor();
    await tabTo(page, /^Object$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Why do you object?').waitFor();
    await page.getByRole('dialog').getByLabel('Why do you object?').focus();
    await page.keyboard.type('We sell timber');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Count our timber first');
    await tabTo(page, /^Object for UD Ukir Barokah$/);
    await page.keyboard.press('Enter');
    const own = page
      .getByRole('region', { name: /^Partners' sign-off/ })
      .getByRole('listitem')
      .filter({ hasText: 'UD Ukir Barokah' });
    await own.getByText('Objects').waitFor();
    await own.getByText('We sell timber').waitFor();
    await own.getByText('Would agree if: Count our timber first').waitFor();
    expect((await read(goal)).state).toBe('proposed');
  });
});

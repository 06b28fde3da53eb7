import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentId, GoalId, InterestRoundId, MeetingId } from '@mufakat/domain';
import type { Page } from 'playwright-core';
import { v7 as newId } from 'uuid';
import { phone } from '../browser/browser.js';
import { useStage } from '../browser/stage.js';

const stage = useStage();
const hadi = () => stage().table.hadi.caller;

let goalIds: GoalId[];
beforeAll(async () => {
  goalIds = [await goal('Kontainer bersama', 'a0'), await goal('Pembelian jati bersama', 'b0')];
});

async function goal(title: string, rank: string): Promise<GoalId> {
  const { partnershipId } = stage().table;
  const ids = { id: newId() as GoalId, documentId: newId() as DocumentId };
  const dates = { benefit: null, startsOn: null, endsOn: null, locale: 'id' } as const;
  await hadi().call('createGoal', { partnershipId, ...ids, title, rank, ...dates });
  return ids.id;
}

/** Gives every goal of the form these three numbers. */
async function rate(page: Page, title: string, numbers: readonly [number, number, number]): Promise<void> {
  const form = page.getByRole('group', { name: title });
  for (const [at, number] of numbers.entries())
    await form
      .getByRole('radiogroup')
      .nth(at)
      .getByRole('radio', { name: String(number) })
      .check();
}

const rounds = () => hadi().call('listInterestRounds', { partnershipId: stage().table.partnershipId });

describe('two firms say what matters to them', () => {
  it('each under seal, until the last answer opens the map on both screens', async () => {
    const { page: laptop } = await stage().enter('hadi', '/kepentingan');
    await laptop.getByRole('button', { name: 'Minta penilaian' }).click();
    await laptop.getByRole('button', { name: 'Kirim permintaan' }).click();
    await laptop.getByRole('heading', { name: '0 dari 2 mitra sudah menjawab' }).waitFor();

    const { page: handset } = await stage().enter('siti', '', phone);
    await handset.getByRole('link', { name: 'Peta kepentingan, putaran 1', exact: true }).click();
    await handset.getByRole('button', { name: 'Segel jawaban' }).click();
    await handset.getByText('Lengkapi ketiga nilai untuk “Kontainer bersama”.').first().waitFor();
    await rate(handset, 'Kontainer bersama', [4, 5, 3]);
    await rate(handset, 'Pembelian jati bersama', [0, 1, 1]);
    await handset.getByRole('button', { name: 'Segel jawaban' }).click();
    await handset.getByText(/tersegel sejak/).waitFor();

    await laptop.getByRole('heading', { name: '1 dari 2 mitra sudah menjawab' }).waitFor();
    expect(JSON.stringify(await rounds())).not.toContain('importance');
    await rate(laptop, 'Kontainer bersama', [5, 5, 4]);
    await rate(laptop, 'Pembelian jati bersama', [5, 4, 2]);
    await laptop.getByRole('button', { name: 'Segel jawaban' }).click();

    for (const page of [laptop, handset]) {
      await page.getByRole('heading', { name: 'Bicarakan ini dulu' }).waitFor();
      const first = page.getByRole('listitem').filter({ hasText: 'Kepentingan rata-rata' }).first();
      expect(await first.getByRole('link').textContent()).toBe('Pembelian jati bersama');
    }
  });

  it('and take what divides them to the next meeting with one tap', async () => {
    const { partnershipId } = stage().table;
    const meeting = {
      ...{ id: newId() as MeetingId, documentId: newId() as DocumentId, title: 'Rapat bulanan', place: '', url: '' },
      ...{ startsAt: '2099-01-05T02:00:00.000Z', endsAt: '2099-01-05T04:00:00.000Z' },
    };
    await hadi().call('scheduleMeeting', { partnershipId, ...meeting, locale: 'id' });
    const { page } = await stage().enter('siti', '/kepentingan', phone);
    await page.getByRole('button', { name: 'Jadikan acara rapat: Pembelian jati bersama' }).click();
    await page.getByText('Masuk acara “Rapat bulanan”.').waitFor();
    const { agenda } = await hadi().call('readMeeting', { partnershipId, meetingId: meeting.id });
    expect(agenda.map(({ title, kind }) => [title, kind])).toEqual([
      ['Menyamakan kepentingan: Pembelian jati bersama', 'discussion'],
    ]);
  });

  it('in English, with who has not answered in plain sight', async () => {
    const { partnershipId } = stage().table;
    await hadi().call('askInterests', { partnershipId, id: newId() as InterestRoundId, goalIds });
    const { caller: siti } = stage().table.siti;
    await siti.call('changeMe', { locale: 'en', version: (await siti.call('readMe', {})).person.version });
    const { page } = await stage().enter('siti', '/kepentingan');
    await page.getByRole('heading', { name: '0 of 2 partners have answered' }).waitFor();
    await page.getByText('Waiting for CV Jati Lestari and UD Ukir Barokah').waitFor();
  });
});

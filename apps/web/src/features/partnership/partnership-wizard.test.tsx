import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@mufakat/domain';
import { starters } from '@mufakat/domain/starters';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '@/testing/browser';
import { type Founded, PartnershipWizard } from './partnership-wizard';

const own = { id: 'o1', name: 'CV Rotan Jaya', letters: 'RJ', role: 'owner' } as unknown as Me['organizations'][number];
const send = jest.fn<(founded: Founded) => Promise<void>>(async () => undefined);
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const choice = (name: string) => screen.getByRole('radio', { name: new RegExp(`^${name}`) });
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;

/** Up to the page on which the type asks. */
async function begin(type: string) {
  await userEvent.click(choice(type));
  await press('Lanjut');
  await userEvent.type(screen.getByLabelText('Nama kemitraan'), 'Rantai Rotan');
  await press('Lanjut');
}

describe('beginning a partnership', () => {
  beforeEach(() => {
    send.mockClear();
    show(<PartnershipWizard organizations={[own]} go="Mulai" send={send} />);
  });

  it('asks for the type first, and does not go on without it', async () => {
    await press('Lanjut');
    expect(screen.getByRole('alert').textContent).toContain('Pilih jenis kemitraan.');
    expect(screen.getByText('Langkah 1 dari 5')).toBeTruthy();
  });

  it('sends what is left of the starter: what is not wanted and what is not written stays out', async () => {
    await begin('Vertikal');
    expect(heading()).toBe('Tahap apa saja dalam rantai ini?');
    await press('Tambah tahap');
    await press('Lanjut');
    const [first] = starters.id.vertical.goals;
    await userEvent.click(screen.getByRole('switch', { name: `Pakai: ${first?.title}` }));
    await press('Lanjut');
    await press('Mulai');
    const start = send.mock.calls[0]?.[0].start;
    expect(start?.charter.stages.map(({ name }) => name)).toEqual(starters.id.vertical.stages);
    expect(start?.goals.map(({ title }) => title)).toEqual(
      starters.id.vertical.goals.slice(1).map(({ title }) => title),
    );
    expect(start?.goals[0]?.target).toMatchObject({ baseline: '60', target: '90' });
  });

  it('keeps what was written for one type while another one is looked at', async () => {
    await begin('Klaster');
    await userEvent.type(screen.getByLabelText('Tempat klaster'), 'Cirebon');
    await press('Kembali');
    await press('Kembali');
    await userEvent.click(choice('Strategis'));
    await press('Lanjut');
    await press('Lanjut');
    expect(heading()).toBe('Apa kewajiban pihak yang lebih besar?');
    await press('Kembali');
    await press('Kembali');
    await userEvent.click(choice('Klaster'));
    await press('Lanjut');
    await press('Lanjut');
    expect(screen.getByLabelText<HTMLInputElement>('Tempat klaster').value).toBe('Cirebon');
  });

  it('opens the goal in which something is missing', async () => {
    await begin('Klaster');
    await userEvent.type(screen.getByLabelText('Tempat klaster'), 'Cirebon');
    await press('Lanjut');
    await press(`Ubah ${starters.id.cluster.goals[1]?.title}`);
    await userEvent.clear(screen.getByLabelText('Nilai sasaran'));
    await press('Lanjut');
    expect(screen.getByRole('alert').textContent).toContain('Tulis sebagai angka');
    expect(screen.getByLabelText<HTMLInputElement>('Nilai sasaran').value).toBe('');
  });

  it('takes the duties of the bigger party for a campus that begins it, and not those of small firms', async () => {
    await userEvent.selectOptions(screen.getByLabelText('Duduk sebagai'), '');
    await userEvent.click(choice('Strategis'));
    await press('Lanjut');
    await userEvent.type(screen.getByLabelText('Nama kemitraan'), 'Mebel dan Kampus');
    await userEvent.type(screen.getByLabelText('Nama perusahaan atau lembaga'), 'Politeknik Kayu');
    await userEvent.selectOptions(screen.getByLabelText('Jenis lembaga'), 'campus');
    for (const go of ['Lanjut', 'Lanjut', 'Lanjut', 'Mulai']) await press(go);
    const duties = send.mock.calls[0]?.[0].start?.goals.flatMap((goal) => goal.duties) ?? [];
    const whose = (isOurs: boolean) => [
      ...new Set(duties.filter((duty) => duty.isOurs === isOurs).map(({ who }) => who)),
    ];
    expect([whose(true), whose(false)]).toEqual([['Pihak yang lebih besar'], ['Setiap IKM']]);
  });

  it('lets a firm that only serves the table take no duty', async () => {
    await userEvent.click(choice('Klaster'));
    await press('Lanjut');
    await userEvent.type(screen.getByLabelText('Nama kemitraan'), 'Klaster');
    await userEvent.click(choice('Fasilitator'));
    await press('Lanjut');
    await userEvent.type(screen.getByLabelText('Tempat klaster'), 'Cirebon');
    await press('Lanjut');
    await press('Lanjut');
    await press('Mulai');
    const duties = send.mock.calls[0]?.[0].start?.goals.flatMap((goal) => goal.duties) ?? [];
    expect(duties.length).toBeGreaterThan(0);
    expect(duties.some(({ isOurs }) => isOurs)).toBe(false);
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Member } from '@mufakat/domain';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, sampleDirectory, showSeated } from '@/testing/seated';
import { PartnerCard } from './partner-card';

const directory = sampleDirectory('partner-admin');
const [rotan, kayu] = directory.partners;
const [dedi, sari, bagus] = directory.members;
if (!rotan || !kayu || !dedi || !sari || !bagus)
  throw new Error('The sample directory is smaller than this test needs');

const wayan: Member = { ...sari, seatId: 'wayan' as Member['seatId'], partnerId: rotan.id, name: 'Wayan Sudra' };
const signer: Member = { ...dedi, isSignatory: true };
let server: ReturnType<typeof fakeServer>;

const card = (members: readonly Member[], partner = rotan) => (
  <PartnerCard partner={partner} members={members} mySeatId={dedi.seatId} />
);
const open = (name: string) => userEvent.click(screen.getByRole('button', { name: `Atur ${name}` }));

describe('what may be done with a seat', () => {
  beforeEach(() => {
    server = fakeServer(() => ({ body: { ...wayan, role: 'partner-admin', version: 2 } }));
  });
  afterEach(() => server.close());

  it('is nothing in another firm', () => {
    showSeated(card([sari, bagus], kayu), 'partner-admin');
    expect(screen.getByText(/Sari Wulandari/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Atur/ })).toBeNull();
  });

  it('is sent with the version that is shown', async () => {
    showSeated(card([signer, wayan]), 'partner-admin');
    await open('Wayan Sudra');
    await userEvent.click(await screen.findByRole('menuitem', { name: /Jadikan admin/ }));
    await waitFor(() =>
      expect(server.sent[0]).toMatchObject({ method: 'PATCH', body: { role: 'partner-admin', version: 1 } }),
    );
  });

  it('says why the last admin of a firm cannot step down or leave', async () => {
    showSeated(card([signer, wayan]), 'partner-admin');
    await open('Dedi Kurnia');
    const menu = within(await screen.findByRole('menu'));
    const why = 'Perusahaan harus punya paling sedikit satu admin dan satu penanda tangan di sini.';
    expect(menu.getAllByText(why).length).toBeGreaterThanOrEqual(2);
    await userEvent.click(menu.getByRole('menuitem', { name: /Akhiri kursi/ }));
    expect(server.sent).toEqual([]);
  });

  it('names person and firm before a seat ends', async () => {
    showSeated(card([signer, wayan]), 'partner-admin');
    await open('Wayan Sudra');
    await userEvent.click(await screen.findByRole('menuitem', { name: /Akhiri kursi/ }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: /Wayan Sudra.*CV Rotan Jaya/ }));
    await waitFor(() => expect(server.sent[0]).toMatchObject({ method: 'DELETE', body: { version: 1 } }));
  });
});

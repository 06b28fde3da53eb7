import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { InvitationPreview } from '@mufakat/domain';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '@/testing/browser';
import { fakeServer } from '@/testing/seated';
import { TextField } from '@/ui/field';
import { AcceptForm } from './accept-form';

const preview: InvitationPreview = {
  partnershipName: 'Klaster Mebel Muria',
  partnershipType: 'cluster',
  purpose: 'Mengirim kontainer bersama.',
  invitedByName: 'Siti Aminah',
  invitedByOrganization: 'UD Ukir Barokah',
  organizationName: 'CV Jati Lestari',
  isNewOrganization: true,
  standing: 'full',
  role: 'partner-admin',
  isSignatory: true,
  partners: [{ name: 'UD Ukir Barokah', letters: 'UB', slot: 0 }],
  expiresAt: '2026-12-08T00:00:00.000Z',
  needsPin: true,
};
const person = { honorific: null, login: '0812 3456 7890', password: 'kontainer ekspor mebel', locale: 'id' } as const;
const done = jest.fn();
type Answer = { status?: number; body: unknown };
const joined: Answer = { body: { partnershipId: 'p1', person: {}, seats: [], organizations: [] } };
const wrongPin: Answer = { status: 422, body: { code: 'invitation.wrong-pin' } };
let server: ReturnType<typeof fakeServer>;

function open(answer: (pin: unknown) => Answer, change: Partial<InvitationPreview> = {}) {
  server = fakeServer(({ body }) => answer(body.pin));
  show(
    <AcceptForm
      token="KODE123456"
      preview={{ ...preview, ...change }}
      signedInAs={null}
      personFields={() => <TextField id="name" name="name" label="Nama Anda" />}
      personOf={(values) => ({ name: String(values.get('name')), ...person })}
      personFaults={() => []}
      onDone={done}
    />,
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('joining by invitation', () => {
  beforeEach(() => void done.mockClear());
  afterEach(() => server.close());

  it('takes three steps: what it is, for which firm, as whom', async () => {
    open(() => joined);
    expect(screen.getByText('Langkah 1 dari 3')).toBeTruthy();
    expect(screen.getByText(/Siti Aminah/)).toBeTruthy();
    await press('Lanjut');
    expect(screen.getByText('Langkah 2 dari 3')).toBeTruthy();
    await press('Lanjut');
    await userEvent.type(screen.getByLabelText(/PIN/), '123456');
    await userEvent.type(screen.getByLabelText('Nama Anda'), 'Hadi Santoso');
    await press('Gabung');
    await waitFor(() => expect(done).toHaveBeenCalledWith('p1'));
    expect(server.sent[0]?.body).toMatchObject({
      pin: '123456',
      person: { name: 'Hadi Santoso', login: '0812 3456 7890' },
      organization: { name: 'CV Jati Lestari' },
    });
  });

  it('keeps what was typed when one goes back', async () => {
    open(() => joined);
    await press('Lanjut');
    await press('Lanjut');
    await userEvent.type(screen.getByLabelText('Nama Anda'), 'Hadi');
    await press('Kembali');
    await press('Lanjut');
    expect(screen.getByLabelText('Nama Anda')).toHaveProperty('value', 'Hadi');
  });

  it('asks for the PIN on the number keyboard, and says how it ends when it is wrong', async () => {
    open((pin) => (pin === '123456' ? joined : wrongPin));
    await press('Lanjut');
    await press('Lanjut');
    const pin = screen.getByLabelText(/PIN/);
    expect(pin.getAttribute('inputmode')).toBe('numeric');
    await userEvent.type(pin, '12');
    await press('Gabung');
    expect(screen.getByRole('alert').textContent).toContain('PIN enam angka');
    await userEvent.type(pin, '0000');
    await press('Gabung');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('lima kali salah'));
    expect(done).not.toHaveBeenCalled();
  });

  it('has two steps for a colleague, whose firm is already there', async () => {
    open(() => joined, { isNewOrganization: false, needsPin: false });
    expect(screen.getByText('Langkah 1 dari 2')).toBeTruthy();
    await press('Lanjut');
    await press('Gabung');
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(server.sent[0]?.body).not.toHaveProperty('organization');
  });
});

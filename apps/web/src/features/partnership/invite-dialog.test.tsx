import { afterEach, describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, showSeated } from '@/testing/seated';
import { InviteDialog } from './invite-dialog';

const made = {
  invitation: { id: 'i1', version: 1 },
  link: 'https://mufakat.example/undangan/rahasia-panjang',
  code: 'C2ES6MS410',
  pin: '007819',
};
let server: ReturnType<typeof fakeServer>;

describe('inviting a partner', () => {
  afterEach(() => server.close());

  it('shows link, QR code, paper code and PIN, and says that this is the only time', async () => {
    server = fakeServer(({ method }) => ({ body: method === 'GET' ? { sendsMail: false } : made }));
    showSeated(<InviteDialog kind="organization" onClose={() => undefined} />, 'partner-admin');
    await userEvent.type(screen.getByLabelText(/Nama/), 'CV Jati Lestari');
    await userEvent.click(screen.getByRole('button', { name: 'Buat undangan' }));
    expect(await screen.findByText(made.link)).toBeTruthy();
    expect(screen.getByText(made.code)).toBeTruthy();
    expect(screen.getByText(made.pin)).toBeTruthy();
    expect(await screen.findByRole('img', { name: /QR/ })).toBeTruthy();
    expect(screen.getByText(/hanya ditampilkan sekali ini/)).toBeTruthy();
    expect(server.sent[0]?.body).toMatchObject({
      kind: 'organization',
      organizationName: 'CV Jati Lestari',
      role: 'partner-admin',
      isSignatory: true,
    });
  });

  it('copies the link, or the message for WhatsApp, and says so when it cannot', async () => {
    server = fakeServer(({ method }) => ({ body: method === 'GET' ? { sendsMail: false } : made }));
    const user = userEvent.setup();
    showSeated(<InviteDialog kind="organization" onClose={() => undefined} />, 'partner-admin');
    await user.click(screen.getByRole('button', { name: 'Buat undangan' }));
    await user.click(await screen.findByRole('button', { name: 'Salin pesan' }));
    expect(await navigator.clipboard.readText()).toBe(`Mari bergabung di Rotan: ${made.link}`);
    expect(await screen.findByText('Tersalin.')).toBeTruthy();

    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    await user.click(screen.getByRole('button', { name: 'Salin tautan' }));
    expect(await screen.findByText(/^Belum tersalin/)).toBeTruthy();
  });

  it('keeps the form and says why when the server refuses', async () => {
    server = fakeServer(({ method }) =>
      method === 'GET' ? { body: { sendsMail: false } } : { status: 403, body: { code: 'seat.role-needed' } },
    );
    showSeated(<InviteDialog kind="organization" onClose={() => undefined} />, 'partner-admin');
    await userEvent.type(screen.getByLabelText(/Nama/), 'CV Jati');
    await userEvent.click(screen.getByRole('button', { name: 'Buat undangan' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Peran Anda tidak mencakup tindakan ini.');
    expect(screen.getByLabelText(/Nama/)).toHaveProperty('value', 'CV Jati');
  });
});

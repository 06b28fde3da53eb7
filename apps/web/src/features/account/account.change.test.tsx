import { afterEach, describe, expect, it } from '@jest/globals';
import type { Me } from '@mufakat/domain';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { meQuery, useMe } from '@/lib/me';
import { show, testCache } from '@/testing/browser';
import { fakeServer, type Sent } from '@/testing/seated';
import { AboutMe } from './about-me';
import { Appearance } from './appearance';
import { ChangePassword } from './change-password';

const me = {
  person: {
    id: 'a',
    name: 'Siti Aminah',
    honorific: null,
    email: 'siti@contoh.id',
    phone: null,
    locale: 'id',
    theme: 'system',
    textSize: '100',
    shortcuts: true,
    isOperator: false,
    version: 3,
  },
  seats: [],
  organizations: [],
} as unknown as Me;

function Screen() {
  const held = useMe();
  if (!held) return null;
  return (
    <>
      <AboutMe person={held.person} />
      <Appearance person={held.person} />
      <ChangePassword login="siti@contoh.id" />
    </>
  );
}

let server: ReturnType<typeof fakeServer>;

function open(answer: (sent: Sent) => { status?: number; body: unknown }) {
  server = fakeServer((sent) => (sent.method === 'GET' ? { body: me } : answer(sent)));
  const cache = testCache();
  cache.setQueryData(meQuery.queryKey, me);
  show(<Screen />, cache);
}

const changed = ({ body }: Sent) => ({ body: { ...me, person: { ...me.person, ...body, version: 4 } } });

describe('the account', () => {
  afterEach(() => server.close());

  it('saves each choice by itself and says so beside it', async () => {
    open(changed);
    await userEvent.click(screen.getByRole('radio', { name: '115%' }));
    expect(screen.getByRole('radio', { name: '115%' })).toHaveProperty('checked', true);
    expect(await screen.findByText('Tersimpan')).toBeTruthy();
    expect(server.sent[0]?.body).toEqual({ textSize: '115', version: 3 });
  });

  it('takes a choice back, and says why, when the server refuses', async () => {
    open(() => ({ status: 500, body: { code: 'server.failed' } }));
    await userEvent.click(screen.getByRole('radio', { name: 'Gelap' }));
    expect((await screen.findByRole('alert')).textContent).toContain('gangguan di server');
    expect(screen.getByRole('radio', { name: 'Ikuti perangkat' })).toHaveProperty('checked', true);
  });

  it('keeps the typed name when it was changed elsewhere, and sends it upon the newest version', async () => {
    const current = { ...me, person: { ...me.person, name: 'Siti A.', version: 9 } };
    open((sent) =>
      sent.body.version === 9 ? changed(sent) : { status: 409, body: { code: 'version.stale', data: { current } } },
    );
    const name = screen.getByLabelText('Nama Anda');
    await userEvent.clear(name);
    await userEvent.type(name, 'Siti Aminah Putri{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('baru saja diubah');
    expect(name).toHaveProperty('value', 'Siti Aminah Putri');
    await userEvent.type(name, '{Enter}');
    await waitFor(() => expect(server.sent.at(-1)?.body).toEqual({ name: 'Siti Aminah Putri', version: 9 }));
  });

  it('wants a new password of twelve characters, and says which of the two was wrong', async () => {
    open(() => ({ status: 401, body: { code: 'session.refused' } }));
    await userEvent.click(screen.getByRole('button', { name: 'Ganti kata sandi' }));
    await userEvent.type(screen.getByLabelText('Kata sandi sekarang'), 'bukan yang ini');
    await userEvent.type(screen.getByLabelText('Kata sandi baru'), 'pendek');
    await userEvent.click(screen.getByRole('button', { name: 'Ganti kata sandi' }));
    expect(screen.getByRole('alert').textContent).toContain('paling sedikit 12 huruf');
    await userEvent.type(screen.getByLabelText('Kata sandi baru'), ' tetapi sekarang panjang');
    await userEvent.click(screen.getByRole('button', { name: 'Ganti kata sandi' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Kata sandi sekarang tidak cocok.'));
  });
});

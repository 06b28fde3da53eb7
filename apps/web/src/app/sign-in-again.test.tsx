import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Me } from '@mufakat/domain';
import { QueryClient } from '@tanstack/react-query';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { type Live, LiveContext } from '@/lib/live';
import { meQuery } from '@/lib/me';
import { SessionContext, SessionWatch, useSessionIsLost } from '@/lib/session-watch';
import { show } from '@/testing/browser';
import { fakeServer } from '@/testing/seated';
import { SignInAgain } from './sign-in-again';

const hadi = { person: { id: 'hadi', name: 'Hadi Santoso' }, seats: [], organizations: [] } as unknown as Me;
let server: ReturnType<typeof fakeServer>;

const Frame = () => (useSessionIsLost() ? <SignInAgain /> : null);

function open() {
  const cache = new QueryClient();
  const session = new SessionWatch();
  const start = jest.fn();
  cache.setQueryData(meQuery.queryKey, hadi);
  show(
    <LiveContext value={{ start } as unknown as Live}>
      <SessionContext value={session}>
        <input aria-label="Judul" defaultValue="" />
        <Frame />
      </SessionContext>
    </LiveContext>,
    cache,
  );
  return { session, start };
}

describe('a session that ends while somebody writes', () => {
  beforeEach(() => {
    server = fakeServer(({ address }) => ({ body: address.includes('about') ? { isDemo: false } : hadi }));
  });
  afterEach(() => server.close());

  it('asks to sign in over the page, and gives it back with everything typed', async () => {
    const { session, start } = open();
    const title = screen.getByLabelText<HTMLInputElement>('Judul');
    fireEvent.change(title, { target: { value: 'Kirim rangka' } });
    act(() => session.lose());

    const dialog = await screen.findByRole('dialog', { name: 'Silakan masuk lagi' });
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Tutup' })).toBeNull();

    fireEvent.change(screen.getByLabelText('Surel atau nomor HP'), { target: { value: 'hadi@contoh.id' } });
    fireEvent.change(screen.getByLabelText('Kata sandi'), { target: { value: 'kursi jati empat kaki' } });
    fireEvent.click(screen.getByRole('button', { name: 'Masuk' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(title.value).toBe('Kirim rangka');
    expect(start).toHaveBeenCalledTimes(1);
    expect(session.returns).toBe(1);
  });
});

import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '@/testing/browser';
import { fakeServer } from '@/testing/seated';
import { SignInForm } from './sign-in-form';

const press = () => userEvent.click(screen.getByRole('button', { name: 'Masuk' }));

let server: ReturnType<typeof fakeServer>;

describe('signing in', () => {
  afterEach(() => server.close());

  it('says at each field what is missing, and brings the focus to the summary', async () => {
    server = fakeServer(() => ({ body: {} }));
    show(<SignInForm onDone={() => undefined} />);
    await press();
    const summary = screen.getByRole('alert');
    expect(summary.textContent).toContain('Isi surel atau nomor HP Anda.');
    expect(summary.textContent).toContain('Isi kata sandi.');
    await waitFor(() => expect(document.activeElement).toBe(summary));
  });

  it('keeps what was typed when the server refuses, with one sentence for either mistake', async () => {
    server = fakeServer(() => ({ status: 401, body: { code: 'session.refused' } }));
    show(<SignInForm onDone={() => undefined} />);
    await userEvent.type(screen.getByLabelText(/^Surel atau nomor HP/), '0812 3456 789');
    await userEvent.type(screen.getByLabelText(/^Kata sandi/), 'salah semua ini');
    await press();
    expect((await screen.findByRole('alert')).textContent).toContain('tidak cocok');
    expect(screen.getByLabelText(/^Surel atau nomor HP/)).toHaveProperty('value', '0812 3456 789');
    expect(screen.getByLabelText(/^Kata sandi/)).toHaveProperty('value', 'salah semua ini');
  });

  it('says that there is no connection rather than that the password is wrong', async () => {
    server = fakeServer(() => Promise.reject(new TypeError('Failed to fetch')));
    show(<SignInForm onDone={() => undefined} />);
    await userEvent.type(screen.getByLabelText(/^Surel atau nomor HP/), 'siti@contoh.id');
    await userEvent.type(screen.getByLabelText(/^Kata sandi/), 'kayu jati ukir');
    await press();
    expect((await screen.findByRole('alert')).textContent).toContain('Belum tersambung ke server.');
  });

  it('goes on once the server lets the person in', async () => {
    const done = jest.fn();
    server = fakeServer(() => ({ body: { person: {}, seats: [], organizations: [] } }));
    show(<SignInForm onDone={done} />);
    await userEvent.type(screen.getByLabelText(/^Surel atau nomor HP/), ' siti@contoh.id ');
    await userEvent.type(screen.getByLabelText(/^Kata sandi/), ' kayu jati ukir ');
    await press();
    await waitFor(() => expect(done).toHaveBeenCalled());
    expect(server.sent[0]?.body).toEqual({ login: 'siti@contoh.id', password: ' kayu jati ukir ' });
  });
});

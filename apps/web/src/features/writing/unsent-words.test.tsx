import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Unsent } from '@mufakat/provider';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '@/testing/browser';
import { UnsentWords } from './unsent-words';

const unsent = (code: number, ...lines: string[]): Unsent => ({
  ...{ id: `${code}`, code, changes: 1, lines, update: new Uint8Array() },
});
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const buttons = () => screen.getAllByRole('button').map(({ textContent }) => textContent);
afterEach(cleanup);

describe('words which did not get into the text', () => {
  it('are shown, and put at its end when the person says so', async () => {
    const [append, done] = [jest.fn(), jest.fn()];
    show(<UnsentWords unsent={[unsent(0, 'Satu.', 'Dua.')]} onAppend={append} onDone={done} />);
    screen.getByRole('region', { name: 'Tulisan Anda yang belum tersimpan' });
    screen.getByText('Satu.');
    expect(done).not.toHaveBeenCalled();
    await press('Sisipkan di akhir');
    expect(append).toHaveBeenCalledWith(['Satu.', 'Dua.']);
    expect(done).toHaveBeenCalled();
  });

  it('can only be taken along by who may not write any more, and leave only once they were', async () => {
    const done = jest.fn();
    show(<UnsentWords unsent={[unsent(4403, 'Satu.')]} onDone={done} />);
    screen.getByText(/Hak Anda untuk menulis di sini berakhir/);
    expect(buttons()).toEqual(['Salin', 'Unduh']);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Salin' }));
    expect(await navigator.clipboard.readText()).toBe('Satu.');
    await press('Hapus dari sini');
    expect(done).toHaveBeenCalled();
  });

  it('say so when there are none to read', () => {
    show(<UnsentWords unsent={[unsent(4409)]} onDone={() => undefined} />);
    screen.getByText(/hanya penghapusan atau perubahan bentuk/);
    expect(buttons()).toEqual(['Hapus dari sini']);
  });
});

import { describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useMemo, useState } from 'react';
import { show } from '@/testing/browser';
import { BackContext } from './back';
import { Dialog } from './dialog';

let back = () => {};

function Opener() {
  const [open, setOpen] = useState(false);
  const hold = useMemo(
    () => (close: () => void) => {
      back = close;
      return () => (back = () => {});
    },
    [],
  );
  return (
    <BackContext value={hold}>
      <button type="button" onClick={() => setOpen(true)}>
        Tugas baru
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Tugas baru" closeLabel="Tutup">
        <input aria-label="Judul" />
      </Dialog>
    </BackContext>
  );
}

describe('a dialog', () => {
  it('gives the first field the focus and the opener gets it back', async () => {
    show(<Opener />);
    const opener = screen.getByRole('button', { name: 'Tugas baru' });
    await userEvent.click(opener);
    expect(document.activeElement).toBe(screen.getByLabelText('Judul'));
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it('is closed by "back"', async () => {
    show(<Opener />);
    await userEvent.click(screen.getByRole('button', { name: 'Tugas baru' }));
    await screen.findByRole('dialog', { name: 'Tugas baru' });
    act(() => back());
    await screen.findByRole('button', { name: 'Tugas baru' });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

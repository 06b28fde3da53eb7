import { describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { show } from '@/testing/browser';
import { Button } from './button';

describe('a button that cannot be pressed', () => {
  it('is reached by the keyboard, says why, and does nothing', async () => {
    const press = jest.fn();
    show(
      <Button onClick={press} whyNot="Hanya penanda tangan yang dapat menyetujui.">
        Setujui
      </Button>,
    );
    await userEvent.tab();
    const button = screen.getByRole('button', {
      name: 'Setujui',
      description: 'Hanya penanda tangan yang dapat menyetujui.',
    });
    expect(document.activeElement).toBe(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await userEvent.keyboard('{Enter}');
    expect(press).not.toHaveBeenCalled();
    expect((await screen.findByRole('tooltip')).textContent).toBe('Hanya penanda tangan yang dapat menyetujui.');
  });

  it('says why on a tap', async () => {
    show(<Button whyNot="Rapat sudah selesai.">Mulai</Button>);
    await userEvent.click(screen.getByRole('button', { name: 'Mulai' }));
    expect((await screen.findByRole('tooltip')).textContent).toBe('Rapat sudah selesai.');
  });

  it('takes no second press while it is at work', async () => {
    const press = jest.fn();
    show(
      <Button onClick={press} busy>
        Simpan
      </Button>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    expect(press).not.toHaveBeenCalled();
  });

  it('does not send its form', async () => {
    const send = jest.fn();
    show(
      <form onSubmit={send}>
        <Button type="submit" whyNot="Isi judul dulu.">
          Kirim
        </Button>
      </form>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Kirim' }));
    expect(send).not.toHaveBeenCalled();
  });

  it('keeps the focus when it is held from one moment to the next', async () => {
    function Sign() {
      const [signed, setSigned] = useState(false);
      return (
        <Button onClick={() => setSigned(true)} whyNot={signed ? 'Sudah disetujui.' : undefined}>
          Setujui
        </Button>
      );
    }
    show(<Sign />);
    await userEvent.click(screen.getByRole('button', { name: 'Setujui' }));
    const button = screen.getByRole('button', { name: 'Setujui', description: 'Sudah disetujui.' });
    expect(document.activeElement).toBe(button);
  });
});

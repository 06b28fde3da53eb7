import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '@/testing/browser';
import { Button } from './button';
import { ChoiceMenu, Menu } from './menu';

const [edit, move, remove] = [jest.fn(), jest.fn(), jest.fn()];
const groups = [
  [
    { label: 'Ubah', onSelect: edit },
    { label: 'Pindahkan', onSelect: move, whyNot: 'Perlu persetujuan 5 mitra dulu' },
  ],
  [{ label: 'Hapus', onSelect: remove, danger: true }],
];

describe('a menu', () => {
  beforeEach(() => {
    for (const deed of [edit, move, remove]) deed.mockClear();
    show(
      <Menu groups={groups}>
        <Button>Lagi</Button>
      </Menu>,
    );
  });
  const opener = () => screen.getByRole('button', { name: 'Lagi' });

  it('opens by the keyboard, moves by arrows and letters, and gives the focus back', async () => {
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(opener().getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement?.textContent).toBe('Ubah');
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement?.textContent).toBe('Hapus');
    await userEvent.keyboard('u');
    expect(document.activeElement?.textContent).toBe('Ubah');
    await userEvent.keyboard('{Enter}');
    expect(edit).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(opener());
  });

  it('keeps what cannot be done readable, with its reason', async () => {
    await userEvent.click(opener());
    const held = screen.getByRole('menuitem', { name: /Pindahkan/ });
    expect(held.textContent).toContain('Perlu persetujuan 5 mitra dulu');
    await userEvent.click(held);
    expect(move).not.toHaveBeenCalled();
    expect(screen.queryByRole('menu')).not.toBeNull();
  });

  it('is closed by Escape, by Tab and by a press elsewhere', async () => {
    for (const leave of [
      () => userEvent.keyboard('{Escape}'),
      () => userEvent.tab(),
      () => userEvent.click(document.body),
    ]) {
      await userEvent.click(opener());
      expect(screen.queryByRole('menu')).not.toBeNull();
      await leave();
      expect(screen.queryByRole('menu')).toBeNull();
    }
  });
});

describe('a menu of choices', () => {
  it('ticks the chosen one and starts there', async () => {
    const choose = jest.fn();
    const choices = ['Semua', 'Milik saya'].map((label) => ({ value: label, label }));
    show(
      <ChoiceMenu value="Milik saya" choices={choices} onChoose={choose}>
        <Button>Saring</Button>
      </ChoiceMenu>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Saring' }));
    expect(document.activeElement).toBe(screen.getByRole('menuitemradio', { name: 'Milik saya', checked: true }));
    await userEvent.keyboard('{Home}{Enter}');
    expect(choose).toHaveBeenCalledWith('Semua');
  });
});

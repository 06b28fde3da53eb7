import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, fireEvent, screen } from '@testing-library/react';
import { show } from '@/testing/browser';
import { toastStays, useToast } from './toast';

const undo = jest.fn();

function Deed() {
  const toast = useToast();
  return (
    <>
      <input aria-label="Judul" />
      <button type="button" onClick={() => toast({ says: 'Tugas selesai', undo: { label: 'Urungkan', run: undo } })}>
        Selesai
      </button>
    </>
  );
}

const pass = (milliseconds: number) =>
  act(() => {
    jest.advanceTimersByTime(milliseconds);
  });

describe('a message with an undo', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    undo.mockClear();
    show(<Deed />);
    fireEvent.click(screen.getByRole('button', { name: 'Selesai' }));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is told to a screen reader and goes away after eight seconds', () => {
    expect(screen.getByRole('status').textContent).toContain('Tugas selesai');
    pass(toastStays);
    expect(screen.queryByText('Tugas selesai')).toBeNull();
  });

  it('stays while it has the focus', () => {
    fireEvent.focus(screen.getByRole('button', { name: /Urungkan/ }));
    pass(toastStays * 2);
    expect(screen.queryByText('Tugas selesai')).not.toBeNull();
    fireEvent.blur(screen.getByRole('button', { name: /Urungkan/ }));
    pass(toastStays);
    expect(screen.queryByText('Tugas selesai')).toBeNull();
  });

  it('takes the deed back on a press and on Ctrl+Z, once', () => {
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('Tugas selesai')).toBeNull();
  });

  it('leaves Ctrl+Z to a text being written', () => {
    fireEvent.keyDown(screen.getByLabelText('Judul'), { key: 'z', ctrlKey: true });
    expect(undo).not.toHaveBeenCalled();
  });
});

import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { show } from '@/testing/browser';
import { type Command, useCommands } from './commands';

const [capture, tasks] = [jest.fn(), jest.fn()];
const commands: Command[] = [
  { id: 'capture', label: 'Catat', group: 'Umum', keys: 'c', run: capture },
  { id: 'go.tasks', label: 'Tugas', group: 'Pindah', keys: 'g t', run: tasks },
];

function Screen() {
  useCommands(commands);
  return <input aria-label="Komentar" />;
}

describe('keys', () => {
  beforeEach(() => {
    capture.mockClear();
    tasks.mockClear();
    show(<Screen />);
  });

  it('run a command by one letter, or by two after each other', () => {
    fireEvent.keyDown(document.body, { key: 'c' });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 't' });
    expect([capture.mock.calls.length, tasks.mock.calls.length]).toEqual([1, 1]);
  });

  it('rest while somebody writes', () => {
    fireEvent.keyDown(screen.getByLabelText('Komentar'), { key: 'c' });
    expect(capture).not.toHaveBeenCalled();
  });
});

import { describe, expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '@/testing/browser';
import { words } from '@/words/id';
import { SavedChip } from './saved-chip';

const { saved } = words.frame;
const said = { ...saved, local: { ...saved.local, word: saved.local.word(3) } };

describe('the saved chip', () => {
  it('says the state in words, and reads trouble out', () => {
    show(<SavedChip state="local" words={said} label={saved.label} />);
    expect(screen.getByRole('button', { name: 'Hanya di perangkat ini (3)' })).toBeTruthy();
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain('Hanya di perangkat ini (3)');
  });

  it('explains all four states on a press, and marks the present one', async () => {
    show(<SavedChip state="saving" words={said} label={saved.label} />);
    await userEvent.click(screen.getByRole('button'));
    const rows = within(await screen.findByRole('dialog', { name: saved.label })).getAllByRole('listitem');
    expect(rows).toHaveLength(4);
    expect(rows.filter((row) => row.getAttribute('aria-current') === 'true').map((row) => row.textContent)).toEqual([
      expect.stringContaining('Menyimpan…'),
    ]);
  });
});

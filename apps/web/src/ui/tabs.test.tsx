import { describe, expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { show } from '@/testing/browser';
import { Tabs } from './tabs';

function Parts() {
  const [value, setValue] = useState('text');
  const tabs = [
    { value: 'text', label: 'Teks', content: 'Isi tujuan' },
    { value: 'tasks', label: 'Tugas', count: 3, content: 'Daftar tugas' },
    { value: 'history', label: 'Riwayat', content: 'Perubahan' },
  ];
  return <Tabs label="Bagian" tabs={tabs} value={value} onChange={setValue} />;
}

const panel = () => screen.getByRole('tabpanel');
const focused = () => document.activeElement?.textContent;

describe('tabs', () => {
  it('show the chosen part only, under the name of its tab', async () => {
    show(<Parts />);
    await userEvent.click(screen.getByRole('tab', { name: 'Tugas 3' }));
    expect(screen.getByRole('tabpanel', { name: 'Tugas 3' }).textContent).toBe('Daftar tugas');
    expect(screen.queryByText('Isi tujuan')).toBeNull();
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Tugas3');
  });

  it('are one stop of the Tab key; arrows, Home and End go from tab to tab without choosing', async () => {
    show(<Parts />);
    await userEvent.tab();
    expect(focused()).toBe('Teks');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('Teks');
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('Riwayat');
    await userEvent.keyboard('{Home}{End}');
    expect([focused(), panel().textContent]).toEqual(['Riwayat', 'Isi tujuan']);
    await userEvent.keyboard('{Enter}');
    expect(panel().textContent).toBe('Perubahan');
    await userEvent.tab();
    expect(document.activeElement).toBe(panel());
  });
});

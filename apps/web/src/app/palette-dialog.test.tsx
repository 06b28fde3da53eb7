import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PartnershipId } from '@mufakat/domain';
import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goalsQuery } from '@/features/goal/goal.queries';
import { tasksQuery } from '@/features/task/task.queries';
import { type Command, useCommands } from '@/lib/commands';
import { directoryQuery } from '@/lib/partnership';
import { show } from '@/testing/browser';
import { fakeServer, sampleDirectory } from '@/testing/seated';
import { PaletteDialog } from './palette-dialog';

const id = 'p' as PartnershipId;
const run = jest.fn();
const commands: Command[] = [
  { id: 'go.tasks', label: 'Tugas', group: 'Pindah', synonyms: 'task pekerjaan', run },
  { id: 'go.history', label: 'Riwayat', group: 'Pindah', synonyms: 'journal', run: () => undefined },
];

function Screen() {
  useCommands(commands);
  return <PaletteDialog partnershipId={id} onClose={() => undefined} />;
}

/** What was read before the network went away. */
function open() {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  cache.setQueryData(goalsQuery(id).queryKey, [{ id: 'g1', title: 'Kirim kontainer bersama' }] as never);
  cache.setQueryData(tasksQuery(id).queryKey, [{ id: 't1', title: 'Pesan kayu jati', archivedAt: null }] as never);
  cache.setQueryData(directoryQuery(id).queryKey, sampleDirectory());
  const root = createRootRoute({ component: Screen });
  const router = createRouter({ routeTree: root, history: createMemoryHistory() });
  show(<RouterProvider router={router as never} />, cache);
  return router;
}

const names = () => screen.getAllByRole('option').map(({ textContent }) => textContent);
const type = async (text: string) => userEvent.type(await screen.findByRole('combobox'), text);
let server: ReturnType<typeof fakeServer>;

describe('the palette', () => {
  beforeEach(() => {
    localStorage.clear();
    run.mockClear();
    server = fakeServer(() => Promise.reject(new TypeError('Failed to fetch')));
  });
  afterEach(() => server.close());

  it('finds goals, tasks and people which were read before, without a network', async () => {
    open();
    await type('kontainer');
    expect(names()).toEqual(['Kirim kontainer bersama']);
    await userEvent.clear(screen.getByRole('combobox'));
    await type('jati');
    expect(names()).toEqual(['Pesan kayu jati']);
    await userEvent.clear(screen.getByRole('combobox'));
    await type('sari');
    expect(names()).toEqual(['Sari Wulandari, UD Sumber Kayu']);
  });

  it('runs what stands first, by its English word too', async () => {
    open();
    await type('task{Enter}');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('opens what was found', async () => {
    const router = open();
    await type('kayu jati{Enter}');
    await waitFor(() => expect(router.state.location.href).toBe('/k/p/tugas?buka=t1'));
  });

  it('shows first what was used last', async () => {
    localStorage.setItem('mufakat.recent', JSON.stringify(['go.history', 'gone']));
    open();
    await screen.findByRole('combobox');
    expect(names()).toEqual(['Riwayat', 'Tugas']);
  });

  it('says so when nothing matches', async () => {
    open();
    await type('zzz');
    expect(screen.getByText('Tidak ada yang cocok dengan “zzz”.')).toBeTruthy();
  });
});

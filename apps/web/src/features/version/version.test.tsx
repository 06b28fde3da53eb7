import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentId, TextNode, TextVersion } from '@mufakat/domain';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeServer, showSeated } from '@/testing/seated';
import { VersionHistory } from './version-history';

const documentId = 'd' as DocumentId;
const version = (id: string, more: object) =>
  ({
    id,
    documentId,
    sequence: Number(id.slice(1)),
    kind: 'automatic',
    name: null,
    madeBy: null,
    writers: ['person-dedi'],
    at: '2026-11-23T03:00:00.000Z',
    ...more,
  }) as TextVersion;
const named = version('v9', { kind: 'named', name: 'Sebelum rapat', madeBy: 'sari', writers: ['person-sari'] });
const older = version('v4', { at: '2026-11-20T02:12:00.000Z', writers: ['person-dedi', 'person-sari'] });

const run = (text: string, author: string | null, change?: string) =>
  ({ type: 'text', text, author, change }) as unknown as TextNode;
const text: TextNode = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        run('Kami kirim ', 'person-dedi'),
        run('5', 'person-dedi', 'removed'),
        run('6', 'person-sari', 'added'),
      ],
    },
    { type: 'paragraph', content: [run('Naskah awal', null)] },
  ],
};

let server: ReturnType<typeof fakeServer>;
beforeEach(() => {
  server = fakeServer(({ method, address, body }) => {
    if (method === 'POST' && address.endsWith('/restorations')) return { body: { before: older } };
    if (method === 'POST') return { body: { ...named, ...body } };
    if (address.includes('/versions/v1')) return { status: 404, body: { code: 'not-found' } };
    if (/versions\/[^/]/.test(address)) {
      const compares = address.includes('comparedWith');
      const isOld = address.includes('/v');
      return {
        body: {
          version: isOld ? named : null,
          since: compares ? older : null,
          content: text,
          added: compares ? 1 : 0,
          removed: compares ? 1 : 0,
          isNow: !isOld,
        },
      };
    }
    return { body: { items: [named, older], hasMore: false } };
  });
});
afterEach(() => {
  cleanup();
  server.close();
});

/** The page at an address; answers the address as it is later. */
function open(search: string, whyReadOnly?: string) {
  const page = <VersionHistory documentId={documentId} subject="Rotterdam" whyReadOnly={whyReadOnly} />;
  const history = createMemoryHistory({ initialEntries: [`/${search}`] });
  const router = createRouter({ routeTree: createRootRoute({ component: () => page }), history });
  showSeated(<RouterProvider router={router as never} />);
  return () => history.location.search;
}

describe('the history of a text', () => {
  it('lists versions by day, the named ones by their name, each with who wrote', async () => {
    open('');
    const row = await screen.findByRole('link', {
      name: /Sebelum rapat.*Ditulis UD Sumber Kayu.*dinamai Sari Wulandari/,
    });
    expect(within(row).getByRole('img', { name: 'Ditulis UD Sumber Kayu' }).textContent).toBe('SK');
    await screen.findByRole('link', { name: /09.12.*Dedi Kurnia, Sari Wulandari/ });
    expect(screen.getByRole('heading', { name: /20 Nov/ })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Naskah sekarang' }).getAttribute('aria-current')).toBe('true');
  });

  it('keeps the chosen version in the address', async () => {
    const address = open('');
    await userEvent.click(await screen.findByRole('link', { name: /Sebelum rapat/ }));
    await screen.findByRole('heading', { name: 'Sebelum rapat' });
    expect(address()).toContain('versi=v9');
  });

  it('shows what was added and removed as such, and says how much', async () => {
    open('?versi=v9');
    expect((await screen.findByText('6')).closest('ins')).toBeTruthy();
    expect(screen.getByText('5').closest('del')).toBeTruthy();
    await screen.findByText(/1 kata ditambahkan, 1 kata dihapus sejak versi 20 Nov 2026, 09.12/);
  });

  it('marks each run with its firm, says to a screen reader who it is, and to a press as well', async () => {
    open('?versi=v9&lihat=penulis');
    const words = await screen.findByText('Kami kirim');
    const run = words.closest('[data-slot]');
    expect(run?.textContent).toBe('Dedi Kurnia, CV Rotan Jaya: RJKami kirim ');
    expect(screen.getByText('Naskah awal').closest('[data-slot]')).toBeNull();
    await userEvent.click(words);
    expect((await screen.findByText('Dedi Kurnia', { selector: '[popover] b' })).parentElement?.textContent).toBe(
      'Dedi KurniaCV Rotan Jaya',
    );
  });

  it('leaves only the words of one person marked when asked', async () => {
    open('?versi=v9&lihat=penulis');
    await userEvent.click(await screen.findByRole('button', { name: /Sari Wulandari/ }));
    expect(screen.getByText('Kami kirim').closest('[data-slot]')).toBeNull();
    expect(screen.getByText('6').closest('[data-slot]')).toBeTruthy();
  });

  it('names the version that is shown', async () => {
    open('?versi=v9');
    await userEvent.click(await screen.findByRole('button', { name: 'Beri nama' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Simpan' }));
    await screen.findByText('Tulis nama versinya.', { selector: 'a' });
    await userEvent.type(screen.getByLabelText('Nama versi'), 'Final');
    await userEvent.click(screen.getByRole('button', { name: 'Simpan' }));
    await screen.findByText('Versi “Final” tersimpan.');
    expect(server.sent).toMatchObject([{ body: { name: 'Final', versionId: 'v9' } }]);
  });

  it('says what restoring will do, and restores only then', async () => {
    const address = open('?versi=v9');
    await userEvent.click(await screen.findByRole('button', { name: 'Pulihkan' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('tidak ada yang hilang');
    expect(server.sent).toEqual([]);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Pulihkan' }));
    await screen.findByText('Naskah dipulihkan.');
    expect(server.sent.map(({ address: to }) => to)).toEqual(['/api/documents/d/versions/v9/restorations']);
    await waitFor(() => expect(address()).toContain('versi=sekarang'));
  });

  it('says that a version is gone when its address outlived it', async () => {
    open('?versi=v1');
    await screen.findByText('Versi ini tidak disimpan lagi. Pilih versi lain.');
    expect(screen.queryByRole('button', { name: 'Pulihkan' })).toBeNull();
  });

  it('says why somebody who may only read cannot', async () => {
    open('?versi=v9', 'Pengamat dapat membaca, tetapi tidak mengubah.');
    const restore = await screen.findByRole('button', { name: 'Pulihkan' });
    expect(restore.getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(restore);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('tooltip').textContent).toContain('Pengamat');
  });
});

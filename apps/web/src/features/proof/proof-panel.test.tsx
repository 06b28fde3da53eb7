import '@/testing/text-encoder';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bytesToHex, hashOf, hexToBytes, noHead } from '@mufakat/proof';
import { cleanup, screen } from '@testing-library/react';
import { fakeServer, type Sent, showSeated } from '@/testing/seated';
import { ProofPanel } from './proof-panel';
import { seenHead } from './seen-heads';

/** A chain of entries that say these things, as the server gives it. */
function chainOf(spaceId: string, said: readonly string[]) {
  let previous = bytesToHex(noHead);
  const entries = said.map((title, index) => {
    const link = {
      sequence: index + 1,
      name: 'goal.changed',
      by: null,
      at: '2026-11-24T02:00:00.000Z',
      data: { title },
    };
    const hash = bytesToHex(hashOf(hexToBytes(previous), { spaceId, ...link }));
    const entry = { ...link, texts: [], previous, hash };
    previous = hash;
    return entry;
  });
  return { entries, head: { sequence: entries.length, hash: previous } };
}

let said: string[];
let changeAnswer: (chain: ReturnType<typeof chainOf>) => object;
let server: ReturnType<typeof fakeServer>;

function answer({ method, address }: Sent): { status?: number; body: unknown } {
  if (address.endsWith('/receipts')) return { body: [] };
  if (method === 'POST') return { body: {} };
  const isShared = address.includes('/spaces/shared/');
  const chain = chainOf(isShared ? 'shared' : 'own', isShared ? said : []);
  return { body: isShared ? changeAnswer(chain) : chain };
}

beforeEach(() => {
  localStorage.clear();
  said = ['Retur', 'Retur turun', 'Retur turun 2%'];
  changeAnswer = (chain) => chain;
  server = fakeServer(answer);
});
afterEach(() => {
  cleanup();
  server.close();
});

const alarm = () => screen.findByRole('alert');

describe('the proof of the history', () => {
  it('says that the chain is whole, by a check of this device, and remembers how far', async () => {
    showSeated(<ProofPanel />);
    expect((await screen.findByText(/Rantai utuh sampai #3, diperiksa di perangkat ini/)).textContent).toContain(
      'Mulai sekarang perangkat ini mengingatnya.',
    );
    expect(seenHead('person-dedi', 'shared')?.sequence).toBe(3);
    expect(server.sent).toEqual([]);
    cleanup();
    said.push('Katalog');
    showSeated(<ProofPanel />);
    expect((await screen.findByText(/Rantai utuh sampai #4/)).textContent).toContain(
      'Cocok dengan yang terakhir dilihat perangkat ini (#3).',
    );
  });

  it('says it in red when an entry does not say what was hashed, and tells every partner', async () => {
    changeAnswer = ({ entries, head }) => ({
      head,
      entries: entries.map((entry) => (entry.sequence === 2 ? { ...entry, data: { title: 'lain' } } : entry)),
    });
    showSeated(<ProofPanel />);
    expect((await alarm()).textContent).toMatch(/tidak cocok\. Isi catatan #2 .* Semua mitra sudah diberi tahu/);
    expect(server.sent).toMatchObject([{ body: { sequence: 2, fault: 'hash', seen: null } }]);
    expect(seenHead('person-dedi', 'shared')).toBeNull();
  });

  it('finds a history that was written anew and is whole again, or was cut, by what this device saw', async () => {
    showSeated(<ProofPanel />);
    await screen.findByText(/Rantai utuh sampai #3/);
    const seen = seenHead('person-dedi', 'shared');
    cleanup();
    said = ['Retur', 'lain', 'Retur turun 2%', 'Katalog'];
    showSeated(<ProofPanel />);
    expect((await alarm()).textContent).toContain('Catatan #3 bukan yang pernah dilihat perangkat ini.');
    cleanup();
    said = ['Retur', 'Retur turun'];
    showSeated(<ProofPanel />);
    expect((await alarm()).textContent).toContain('Catatan #3 bukan yang pernah dilihat perangkat ini.');
    expect(server.sent.map(({ body }) => [body['fault'], body['seen']])).toEqual([
      ['seen', seen?.hash],
      ['seen', seen?.hash],
    ]);
    expect(seenHead('person-dedi', 'shared')).toEqual(seen);
  });

  it('says when the check could not be made, and claims nothing', async () => {
    server.close();
    server = fakeServer(() => ({ status: 503, body: {} }));
    showSeated(<ProofPanel />);
    await screen.findByText('Rantai belum bisa diperiksa. Catatan tetap bisa dibaca.');
    expect(screen.queryByText(/utuh/)).toBeNull();
  });
});

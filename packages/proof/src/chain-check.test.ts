import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { aChain, spaceId } from './a-chain.js';
import { base64 } from './bytes.js';
import { ChainCheck, type ChainEntry } from './chain-check.js';

const check = (entries: readonly ChainEntry[]) => {
  const chain = new ChainCheck(spaceId);
  for (const entry of entries) chain.add(entry);
  return chain;
};
const faultsOf = (entries: readonly ChainEntry[]) =>
  check(entries).faults.map(({ sequence, fault }) => `${sequence} ${fault}`);
const changed = (entries: readonly ChainEntry[], at: number, change: (entry: ChainEntry) => Partial<ChainEntry>) =>
  entries.map((entry) => (entry.sequence === at ? { ...entry, ...change(entry) } : entry));

describe('a chain', () => {
  const entries = aChain(5);

  it('is whole when every entry says what was hashed and follows the one before', () => {
    expect(faultsOf(entries)).toEqual([]);
    expect(check(entries).head).toEqual({ sequence: 8, hash: entries[7]?.hash });
  });

  it('hashes as plain SHA-256 over the previous hash and canonical JSON, so that anybody can write a verifier', () => {
    const { by, at, data, name, previous, hash } = entries[0] as ChainEntry;
    const { keyId, publicKey } = data as Record<string, string>;
    const text = `{"at":"${at}","by":${by},"data":{"keyId":"${keyId}","publicKey":"${publicKey}"},"name":"${name}","sequence":1,"spaceId":"${spaceId}"}`;
    expect(createHash('sha256').update(Buffer.from(previous, 'hex')).update(text).digest('hex')).toBe(hash);
  });

  it('is broken where any part of an entry was changed', () => {
    const at = '2026-01-01T00:00:00.000Z';
    for (const change of [{ name: 'goal.moved' }, { by: 'somebody' }, { at }, { data: { id: 'goal' }, texts: [] }])
      expect(faultsOf(changed(entries, 3, () => change))).toEqual(['3 hash']);
    expect(faultsOf(changed(entries, 3, () => ({ hash: '00'.repeat(32) })))).toEqual(['3 hash', '4 chain']);
    expect(faultsOf(changed(entries, 3, () => ({ previous: 'none' })))).toEqual(['3 chain', '3 hash']);
  });

  it('is broken where an entry is missing or stands elsewhere', () => {
    expect(faultsOf(entries.filter(({ sequence }) => sequence !== 4))).toEqual(['5 gap', '5 chain']);
    const [a, b, c, ...rest] = entries as [ChainEntry, ChainEntry, ChainEntry, ...ChainEntry[]];
    expect(faultsOf([a, c, b, ...rest])).toContain('3 gap');
  });

  it('is broken where a text was changed, taken away or put in, and whole where one was erased', () => {
    const text = (entry: ChainEntry, change: object) => ({
      texts: entry.texts.map((each) => ({ ...each, ...change })),
    });
    expect(faultsOf(changed(entries, 3, (entry) => text(entry, { value: 'lain' })))).toEqual(['3 text']);
    expect(faultsOf(changed(entries, 3, (entry) => text(entry, { path: 'id', value: null })))).toEqual(['3 text']);
    expect(faultsOf(changed(entries, 3, () => ({ texts: [] })))).toEqual(['3 text']);
    expect(faultsOf(changed(entries, 3, (entry) => text(entry, { value: null })))).toEqual([]);
  });

  it('must reach the head it is said to have, and what somebody saw of it before', () => {
    const chain = check(entries);
    const cut = check(entries.slice(0, -1));
    chain.end({ sequence: 8, hash: entries[7]?.hash ?? '' });
    expect(chain.faults).toEqual([]);
    cut.end({ sequence: 8, hash: entries[7]?.hash ?? '' });
    expect(cut.faults).toEqual([{ sequence: 7, fault: 'head' }]);

    const seen = new ChainCheck(spaceId);
    seen.watch(4);
    seen.watch(9);
    for (const entry of entries) seen.add(entry);
    seen.compare({ sequence: 4, hash: entries[3]?.hash ?? '' });
    expect(seen.faults).toEqual([]);
    seen.compare({ sequence: 4, hash: '11'.repeat(32) });
    seen.compare({ sequence: 9, hash: '11'.repeat(32) });
    expect(seen.faults).toEqual([
      { sequence: 4, fault: 'seen' },
      { sequence: 9, fault: 'seen' },
    ]);
  });

  it('can be taken up again after an entry that is known', () => {
    const known = entries[2] as ChainEntry;
    const chain = new ChainCheck(spaceId, known);
    for (const entry of entries.slice(3)) chain.add(entry);
    expect(chain.faults).toEqual([]);
    expect(chain.head.sequence).toBe(8);
  });
});

describe('base64', () => {
  it('is what everybody calls base64', () => {
    for (const length of [0, 1, 2, 3, 31, 32, 33]) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37) % 256);
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }
  });
});

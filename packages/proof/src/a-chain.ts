import { ed25519 } from '@noble/curves/ed25519.js';
import { bytesToHex, textHash } from './bytes.js';
import type { ChainEntry } from './chain-check.js';
import { journalFormat, type FileLine } from './journal-file.js';
import { digestOf, hashOf, noHead } from './link.js';
import { keyIdOf, signedBytes, type Receipt, type Statement } from './receipt.js';

export const spaceId = '01990000-0000-7000-8000-000000000001';
const secret = new Uint8Array(32).fill(7);
export const publicKey = ed25519.getPublicKey(secret);
const content = '{"format":"mufakat.goal/1","title":"Retur turun"}';

/** A chain like the product writes it, for tests: a key, `count` changed goals, a proposal and a sign-off. */
export function aChain(count: number): ChainEntry[] {
  const entries: ChainEntry[] = [];
  const append = (name: string, data: object, text?: string) => {
    const salt = new Uint8Array(16).fill(entries.length);
    const sealed = text === undefined ? data : { ...data, title: { digest: digestOf(salt, text) } };
    const texts = text === undefined ? [] : [{ path: 'title', salt: bytesToHex(salt), value: text }];
    const sequence = entries.length + 1;
    const link = { spaceId, sequence, name, by: null, at: new Date(sequence * 1000).toISOString(), data: sealed };
    const previous = entries.at(-1)?.hash ?? bytesToHex(noHead);
    const hash = bytesToHex(hashOf(Buffer.from(previous, 'hex'), link));
    entries.push({ ...link, texts, previous, hash });
  };
  append('proof.key-used', { keyId: keyIdOf(publicKey), publicKey: bytesToHex(publicKey) });
  for (let n = 0; n < count; n += 1) append('goal.changed', { id: 'goal', n }, `Tujuan “${n}”`);
  append('goal.proposed', { id: 'goal', agreement: { proposed: frozen() } });
  append('goal.signed', { id: 'goal' });
  return entries;
}

const frozen = () => ({
  id: 'revision',
  goalId: 'goal',
  number: 1,
  kind: 'content',
  hash: textHash(content),
  textSequence: 4,
  proposedBy: 'seat',
  proposedAt: '2026-11-24T02:00:00.000Z',
  signers: ['firm', 'other'],
});

export const aRevision = () => ({ ...frozen(), content, summary: '' });

/** A receipt for the last entry of a chain. */
export function aReceipt(entries: readonly ChainEntry[], change: Partial<Statement> = {}): Receipt {
  const last = entries.at(-1);
  const statement: Statement = {
    format: 'mufakat.receipt/1',
    partnershipId: 'partnership',
    spaceId,
    partnerId: 'firm',
    sequence: last?.sequence ?? 0,
    hash: last?.hash ?? '',
    name: last?.name ?? '',
    goalId: 'goal',
    contentHash: textHash(content),
    at: last?.at ?? '',
    keyId: keyIdOf(publicKey),
    ...change,
  };
  const signature = bytesToHex(ed25519.sign(signedBytes(statement), secret));
  return { statement, publicKey: bytesToHex(publicKey), signature };
}

/** The chain as a downloaded file. */
export function aFile(entries: readonly ChainEntry[]): FileLine[] {
  const last = entries.at(-1);
  const head = { sequence: last?.sequence ?? 0, hash: last?.hash ?? '' };
  const about = { partnershipId: 'partnership', partnership: 'Klaster Kopi', spaceId, head };
  return [
    { journal: { format: journalFormat, ...about, madeAt: '2026-11-24T02:00:00.000Z' } },
    { receipt: aReceipt(entries) },
    ...entries.map((entry) => ({ entry })),
    { revision: aRevision() },
  ];
}

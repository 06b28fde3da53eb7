import { describe, expect, it } from '@jest/globals';
import { aChain, aFile, aReceipt, aRevision } from './a-chain.js';
import { FileCheck, type FileLine } from './journal-file.js';
import { isSigned, type Receipt } from './receipt.js';

const entries = aChain(3);
const report = (lines: readonly FileLine[], held: readonly Receipt[] = []) => {
  const check = new FileCheck(held);
  for (const line of lines) check.add(JSON.stringify(line));
  return check.end();
};
const faults = (lines: readonly FileLine[], held: readonly Receipt[] = []) =>
  report(lines, held).faults.map(({ sequence, fault }) => `${sequence} ${fault}`);
const withRevision = (change: object) => [
  ...aFile(entries).filter((line) => !('revision' in line)),
  { revision: { ...aRevision(), ...change } },
];

describe('a downloaded journal', () => {
  it('is in order as it was downloaded', () => {
    expect(report(aFile(entries))).toMatchObject({
      entries: 6,
      revisions: 1,
      receipts: 1,
      faults: [],
      brokenLine: null,
    });
  });

  it('is not in order when a frozen version says something else than what was proposed, is lost, or is new', () => {
    for (const change of [
      { content: '{"title":"lain"}' },
      { hash: '00'.repeat(32) },
      { number: 2 },
      { textSequence: 5 },
      { kind: 'ending' },
      { proposedBy: 'other' },
      { signers: ['firm'] },
    ])
      expect(faults(withRevision(change))).toEqual(['5 revision']);
    expect(faults(withRevision({ id: 'another' }))).toEqual(['0 revision', '5 revision']);
    expect(faults(aFile(entries).filter((line) => !('revision' in line)))).toEqual(['5 revision']);
  });

  it('is held against receipts that were kept elsewhere: a chain written anew is found', () => {
    const anew = aChain(4);
    expect(faults(aFile(anew))).toEqual([]);
    expect(faults(aFile(anew), [aReceipt(entries)])).toEqual(['6 receipt']);
    expect(report(aFile(entries), [aReceipt(entries)])).toMatchObject({ faults: [], receipts: 1 });
  });

  it('finds a receipt that the key of the chain did not sign', () => {
    const receipt = aReceipt(entries);
    expect(isSigned(receipt)).toBe(true);
    expect(isSigned({ ...receipt, statement: { ...receipt.statement, partnerId: 'other' } })).toBe(false);
    expect(isSigned({ ...receipt, publicKey: '00' })).toBe(false);
    expect(faults(aFile(entries), [{ ...receipt, signature: '00'.repeat(64) }])).toEqual(['6 receipt']);
  });

  it('says which line is no line of a journal, and that a cut file lacks its end', () => {
    const check = new FileCheck();
    check.add(JSON.stringify(aFile(entries)[0]));
    check.add('{"half":');
    expect(check.end().brokenLine).toBe(2);
    expect(new FileCheck().end().brokenLine).toBe(1);
    expect(faults(aFile(entries).slice(0, 4))).toContain('2 head');
  });
});

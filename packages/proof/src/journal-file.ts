import { ChainCheck, type ChainEntry, type Fault, type Head } from './chain-check.js';
import { isKept, isSigned, type Receipt } from './receipt.js';
import { revisionFaults, type FrozenRevision } from './revision-check.js';

export const journalFormat = 'mufakat.journal/1';

/** The first line of a downloaded journal: whose it is, and the head it must reach. */
export type FileHead = {
  format: typeof journalFormat;
  partnershipId: string;
  partnership: string;
  spaceId: string;
  head: Head;
  madeAt: string;
};

/** The lines of a downloaded journal: its head, the firm's receipts, every entry, and the frozen versions. */
export type FileLine =
  { journal: FileHead } | { receipt: Receipt } | { entry: ChainEntry } | { revision: FrozenRevision };

/** What a check of a file found. */
export type FileReport = {
  journal: FileHead | null;
  entries: number;
  revisions: number;
  receipts: number;
  head: Head;
  faults: readonly Fault[];
  /** The line that is no line of a journal, counted from 1. */
  brokenLine: number | null;
};

/** Checks a downloaded journal line by line, together with receipts that a firm kept elsewhere. */
export class FileCheck {
  private journal: FileHead | null = null;
  private chain: ChainCheck | null = null;
  private readonly receipts: Receipt[] = [];
  private readonly revisions: FrozenRevision[] = [];
  private lines = 0;
  private entries = 0;
  private brokenLine: number | null = null;

  constructor(private readonly held: readonly Receipt[] = []) {}

  add(text: string): void {
    this.lines += 1;
    if (this.brokenLine !== null || text.trim() === '') return;
    try {
      this.take(JSON.parse(text) as FileLine);
    } catch {
      this.brokenLine = this.lines;
    }
  }

  end(): FileReport {
    const { journal, chain, entries } = this;
    if (journal && chain) this.judge(journal, chain);
    return {
      journal,
      entries,
      revisions: this.revisions.length,
      receipts: this.receipts.length,
      head: chain?.head ?? { sequence: 0, hash: '' },
      faults: chain?.faults ?? [],
      brokenLine: this.brokenLine ?? (journal ? null : 1),
    };
  }

  private take(line: FileLine): void {
    if ('journal' in line) this.begin(line.journal);
    else if (!this.chain) throw new TypeError('a journal begins with its head');
    else if ('entry' in line) {
      this.chain.add(line.entry);
      this.entries += 1;
    } else if ('revision' in line) this.revisions.push(line.revision);
    else if ('receipt' in line) this.hold(line.receipt, this.chain);
    else throw new TypeError('no line of a journal');
  }

  private begin(journal: FileHead): void {
    if (this.journal || journal.format !== journalFormat) throw new TypeError('no journal of this form');
    this.journal = journal;
    this.chain = new ChainCheck(journal.spaceId);
    for (const receipt of this.held) this.hold(receipt, this.chain);
  }

  private hold(receipt: Receipt, chain: ChainCheck): void {
    // The firm's own copy of a receipt that also stands in the file.
    if (this.receipts.some(({ signature }) => signature === receipt.signature)) return;
    this.receipts.push(receipt);
    chain.watch(receipt.statement.sequence);
  }

  private judge(journal: FileHead, chain: ChainCheck): void {
    chain.end(journal.head);
    for (const sequence of revisionFaults(chain.proposals, this.revisions))
      chain.faults.push({ sequence, fault: 'revision' });
    for (const receipt of this.receipts) {
      const { spaceId, sequence } = receipt.statement;
      const isOfThisChain = spaceId === journal.spaceId;
      if (isOfThisChain ? !isKept(receipt, chain) : !isSigned(receipt))
        chain.faults.push({ sequence, fault: 'receipt' });
    }
  }
}

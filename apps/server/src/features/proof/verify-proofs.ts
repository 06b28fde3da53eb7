import { isKept, revisionFaults, type ChainCheck, type Receipt } from '@mufakat/proof';
import { verifyJournal, verifySpace, type JournalFault, type Look } from '../../platform/journal/verify-journal.js';
import { ProofStore } from './proof.store.js';
import { ReceiptStore } from './receipt.store.js';

type Db = Parameters<typeof verifyJournal>[0];

/** Recomputes every chain, and holds receipts and frozen versions against them. */
export function verifyProofs(db: Db): Promise<{ entries: number; faults: JournalFault[] }> {
  return verifyJournal(db, looking(db));
}

/** The same for one space. */
export function verifyProofsOf(db: Db, spaceId: string): Promise<ChainCheck> {
  return verifySpace(db, spaceId, looking(db));
}

function looking(db: Db): Look {
  let receipts: Receipt[] = [];
  return {
    async before(spaceId, chain) {
      receipts = await new ReceiptStore().of(db, spaceId);
      for (const { statement } of receipts) chain.watch(statement.sequence);
    },
    async after(spaceId, chain) {
      for (const receipt of receipts)
        if (!isKept(receipt, chain)) chain.faults.push({ sequence: receipt.statement.sequence, fault: 'receipt' });
      const revisions = await new ProofStore().revisions(db, spaceId);
      for (const sequence of revisionFaults(chain.proposals, revisions))
        chain.faults.push({ sequence, fault: 'revision' });
    },
  };
}

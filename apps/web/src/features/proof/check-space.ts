import type { ChainHead, Mismatch, PartnershipId, Receipt, SpaceId } from '@mufakat/domain';
import { ChainCheck, type Fault, type Head, isKept } from '@mufakat/proof';
import { call } from '@/lib/api';

/** What one check of a space found, on this device. */
export type Finding = {
  spaceId: SpaceId;
  head: Head;
  /** What the chain was held against: what this device saw last, or the firm's last receipt. */
  against: { what: 'device' | 'receipt'; sequence: number } | null;
  /** The first thing that is wrong, and what had been seen there. */
  fault: (Fault & { seen: string | null }) | null;
  /** What devices of other firms reported in this space. */
  reports: readonly (Mismatch & { at: string })[];
};

type Asked = {
  partnershipId: PartnershipId;
  spaceId: SpaceId;
  seen: Head | null;
  /** The firm's receipts for this space, newest first. */
  receipts: readonly Receipt[];
};

const page = 500;

/** Computes the chain of a space from its first entry, and holds it against what this device and firm know of it. */
export async function checkSpace(asked: Asked, signal?: AbortSignal): Promise<Finding> {
  const { partnershipId, spaceId, seen, receipts } = asked;
  const chain = new ChainCheck(spaceId);
  if (seen) chain.watch(seen.sequence);
  for (const { statement } of receipts) chain.watch(statement.sequence);
  const reports: Finding['reports'][number][] = [];
  let head: ChainHead;
  do {
    const after = chain.head.sequence;
    const answer = await call('readChain', { partnershipId, spaceId, after, limit: page }, signal);
    ({ head } = answer);
    for (const entry of answer.entries) {
      chain.add(entry);
      if (entry.name === 'proof.mismatch-found') reports.push({ ...(entry.data as Mismatch), at: entry.at });
    }
    if (answer.entries.length === 0) break;
  } while (chain.head.sequence < head.sequence);
  chain.end(head);
  return { spaceId, head: chain.head, against: judge(chain, asked), fault: firstFault(chain, asked), reports };
}

/** Adds what does not match to the faults of the chain, and answers what it was held against. */
function judge(chain: ChainCheck, { seen, receipts }: Asked): Finding['against'] {
  if (seen) chain.compare(seen);
  for (const receipt of receipts)
    if (!isKept(receipt, chain)) chain.faults.push({ sequence: receipt.statement.sequence, fault: 'receipt' });
  if (seen) return { what: 'device', sequence: seen.sequence };
  const [last] = receipts;
  return last ? { what: 'receipt', sequence: last.statement.sequence } : null;
}

function firstFault(chain: ChainCheck, { seen, receipts }: Asked): Finding['fault'] {
  const [fault] = chain.faults;
  if (!fault) return null;
  if (fault.fault === 'seen') return { ...fault, seen: seen?.hash ?? null };
  const receipt = receipts.find(({ statement }) => statement.sequence === fault.sequence);
  return { ...fault, seen: fault.fault === 'receipt' ? (receipt?.statement.hash ?? null) : null };
}

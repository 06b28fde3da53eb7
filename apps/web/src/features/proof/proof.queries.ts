import type { HeldReceipt, MismatchId, PartnershipId, Receipt, Seat, SpaceId } from '@mufakat/domain';
import { queryOptions } from '@tanstack/react-query';
import { v7 as newId } from 'uuid';
import { call } from '@/lib/api';
import { checkSpace, type Finding } from './check-space';
import { proofKey } from './proof-live';
import { rememberHead, seenHead } from './seen-heads';

/** What the check of the spaces of a seat found, with the receipts of its firm. */
export type Proof = {
  shared: Finding;
  own: Finding;
  receipts: readonly HeldReceipt[];
  /** When this device finished the check. */
  at: string;
  /** Whether every partner knows of what does not match. */
  isTold: boolean;
};

type Sitting = Pick<Seat, 'personId' | 'partnershipId' | 'spaces'>;

/** Checks the journal on this device. What is whole is remembered, and what is not is told to every firm. */
export const proofQuery = (seat: Sitting) =>
  queryOptions({
    queryKey: proofKey(seat.partnershipId),
    queryFn: async ({ signal }): Promise<Proof> => {
      const { partnershipId, spaces } = seat;
      const receipts = await call('listReceipts', { partnershipId }, signal);
      const shared = await check(seat, spaces.shared, receipts, signal);
      const own = await check(seat, spaces.own, [], signal);
      const told = await Promise.all([shared, own].map((finding) => tell(partnershipId, finding)));
      return { shared, own, receipts, at: new Date().toISOString(), isTold: told.every(Boolean) };
    },
    refetchOnWindowFocus: false,
    networkMode: 'always',
  });

async function check(
  { personId, partnershipId }: Sitting,
  spaceId: SpaceId,
  receipts: readonly Receipt[],
  signal: AbortSignal,
): Promise<Finding> {
  const finding = await checkSpace({ partnershipId, spaceId, seen: seenHead(personId, spaceId), receipts }, signal);
  if (!finding.fault) rememberHead(personId, spaceId, finding.head);
  return finding;
}

/** Whether nothing is left to say. */
function tell(partnershipId: PartnershipId, { spaceId, fault }: Finding): Promise<boolean> {
  if (!fault) return Promise.resolve(true);
  const { sequence, fault: kind, seen } = fault;
  const report = { partnershipId, spaceId, id: newId() as MismatchId, sequence, fault: kind, seen };
  return call('reportMismatch', report).then(
    () => true,
    () => false,
  );
}

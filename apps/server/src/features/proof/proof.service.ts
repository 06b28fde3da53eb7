import { Injectable } from '@nestjs/common';
import {
  DomainError,
  opens,
  type HeldReceipt,
  type Mismatch,
  type OutputOf,
  type ParsedOf,
  type readChain,
  type Receipt,
  type reportMismatch,
  type SpaceId,
} from '@mufakat/domain';
import { journalFormat, type FileHead, type FileLine, type FrozenRevision } from '@mufakat/proof';
import type { Seat } from '../../platform/access/seat.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { chainAfter, headOf } from '../../platform/journal/chain-reader.js';
import { Clock } from '../../platform/outside/clock.js';
import { ProofStore } from './proof.store.js';
import { ReceiptStore } from './receipt.store.js';
import { verifyProofsOf } from './verify-proofs.js';

type Report = ParsedOf<typeof reportMismatch>;

const day = 24 * 60 * 60 * 1000;
/** A broken device must not fill the journal that everybody reads. */
const mostADay = 20;
const page = 500;

/** What a firm needs to check the journal by itself, and the alarm when it does not match. */
@Injectable()
export class ProofService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly proofs: ProofStore,
    private readonly receipts: ReceiptStore,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat): Promise<HeldReceipt[]> {
    return this.work.read(seat, (tx) => this.receipts.newest(tx));
  }

  chain(seat: Seat, { spaceId, after, limit }: ParsedOf<typeof readChain>): Promise<OutputOf<typeof readChain>> {
    enforceOpen(seat, spaceId);
    return this.work.read(seat, async (tx) => ({
      entries: (await chainAfter(tx.db, spaceId, after, limit)).map(({ isAstray: _, ...entry }) => entry),
      head: await headOf(tx.db, spaceId),
    }));
  }

  /** The lines of the downloaded journal as it is now; its entries page by page, so that a long one holds up nobody. */
  lines(seat: Seat, spaceId: SpaceId): AsyncGenerator<FileLine> {
    enforceOpen(seat, spaceId);
    return this.linesOf(seat, spaceId);
  }

  private async *linesOf(seat: Seat, spaceId: SpaceId): AsyncGenerator<FileLine> {
    const { journal, receipts, revisions } = await this.work.read(seat, (tx) => this.beginning(tx, spaceId));
    yield { journal };
    for (const receipt of receipts) yield { receipt };
    for (const revision of revisions) yield { revision };
    const end = journal.head.sequence;
    for (let after = 0; after < end;) {
      const limit = Math.min(page, end - after);
      const rows = await this.work.read(seat, (tx) => chainAfter(tx.db, spaceId, after, limit));
      for (const { isAstray: _, ...entry } of rows) yield { entry };
      const last = rows.at(-1);
      if (!last) return;
      after = last.sequence;
    }
  }

  /** Writes down that a device found the journal changed; every seat that opens the space is told. */
  report(seat: Seat, input: Report): Promise<Mismatch> {
    enforceOpen(seat, input.spaceId);
    return this.work.run(seat, async (tx) => {
      const made = await this.proofs.findMismatch(tx, input.id);
      if (made && made.foundBy !== seat.id) throw new DomainError('id.taken');
      if (made) return made;
      const since = new Date(this.clock.now().getTime() - day);
      const recent = await this.proofs.mismatchesSince(tx, input.spaceId, since);
      const same = recent.find((one) => one.partnerId === seat.partnerId && isSame(one, input));
      if (same) return same;
      if (recent.filter(({ foundBy }) => foundBy === seat.id).length >= mostADay) throw new DomainError('rate.limited');

      const { id, sequence, fault, seen, spaceId } = input;
      const chain = await verifyProofsOf(tx.db, spaceId);
      const of = { foundBy: seat.id, partnerId: seat.partnerId, isConfirmed: chain.faults.length > 0 };
      const mismatch: Mismatch = { id, sequence, fault, seen, ...of };
      tx.record(spaceId, 'proof.mismatch-found', mismatch);
      return mismatch;
    });
  }

  private async beginning(tx: Tx, spaceId: SpaceId): Promise<Beginning> {
    const { partnershipId, partnerId } = tx.seat;
    const partnership = await this.proofs.nameOf(tx);
    const head = await headOf(tx.db, spaceId);
    const madeAt = this.clock.now().toISOString();
    return {
      journal: { format: journalFormat, partnershipId, partnership, spaceId, head, madeAt },
      receipts: await this.receipts.of(tx.db, spaceId, partnerId),
      revisions: await this.proofs.revisions(tx.db, spaceId),
    };
  }
}

type Beginning = { journal: FileHead; receipts: Receipt[]; revisions: FrozenRevision[] };

function enforceOpen(seat: Seat, spaceId: SpaceId): void {
  if (!opens(seat, spaceId)) throw new DomainError('not-found');
}

const isSame = (one: Mismatch, other: Pick<Report, 'sequence' | 'fault' | 'seen'>) =>
  one.sequence === other.sequence && one.fault === other.fault && one.seen === other.seen;

import { Injectable } from '@nestjs/common';
import { DomainError, opens, type Follow, type JournalEntry } from '@mufakat/domain';
import type { Seat } from '../access/seat.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { entriesAfter, lastSequence } from './journal-reader.js';

/** Most entries replayed to one client; one that missed more asks again from where it got to. */
const mostAtOnce = 500;

/** What a client missed while it was away. */
@Injectable()
export class FollowService {
  constructor(private readonly work: UnitOfWork) {}

  /** The entries after a sequence and the last sequence of the space; a client that got fewer asks again. */
  async missed(seat: Seat, input: Follow, limit = mostAtOnce): Promise<{ entries: JournalEntry[]; sequence: number }> {
    if (!opens(seat, input.spaceId)) throw new DomainError('not-found');
    return this.work.read(seat, async (tx) => ({
      entries: await entriesAfter(tx.db, input.spaceId, input.after, Math.min(limit, mostAtOnce)),
      sequence: await lastSequence(tx.db, input.spaceId),
    }));
  }
}

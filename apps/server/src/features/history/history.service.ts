import { Injectable } from '@nestjs/common';
import type { HistoryItem, listHistory, OutputOf, ParsedOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { HistoryStore, type Seen } from './history.store.js';

/** What happened, told from the journal. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly history: HistoryStore,
  ) {}

  list(seat: Seat, page: ParsedOf<typeof listHistory>): Promise<OutputOf<typeof listHistory>> {
    return this.work.read(seat, async (tx) => {
      await this.history.enforceKnown(tx, page);
      const items = await this.history.newest(tx, page);
      const last = items.at(-1);
      const hasMore = last !== undefined && (await this.history.hasOlder(tx, { ...page, before: last.entry.at }));
      return { items, hasMore };
    });
  }

  /** What others did after what the seat has seen, newest first: one item for each thing and person. */
  changesByOthers(tx: Tx, seen: Seen, limit: number): Promise<HistoryItem[]> {
    return this.history.newestByOthers(tx, seen, limit);
  }
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { EntryData, EntryName, SpaceId } from '@mufakat/domain';
import { DataSource, type EntityManager } from 'typeorm';
import type { Seat } from '../access/seat.js';
import { JournalRelay } from '../journal/journal-relay.js';
import { JournalWriter, type Draft } from '../journal/journal-writer.js';

/** One open transaction, held by one seat. Stores take a Tx, so no query escapes the spaces it opens. */
export class Tx {
  readonly drafts: Draft[] = [];

  constructor(
    readonly db: EntityManager,
    readonly seat: Seat,
  ) {}

  /** The fence of every query: the shared space and the seat's own. */
  get spaces(): SpaceId[] {
    return [this.seat.spaces.shared, this.seat.spaces.own];
  }

  /** Writes down what happened; it becomes true for everybody when the transaction commits. */
  record<Name extends EntryName>(spaceId: SpaceId, name: Name, data: EntryData<Name>): void {
    this.drafts.push({ spaceId, name, data, by: this.seat.id });
  }

  /** The next number for show ("T12") of a kind of thing in a space. */
  async nextNumber(spaceId: SpaceId, kind: 'goal' | 'task'): Promise<number> {
    const rows: { number: number }[] = await this.db.query(
      `with counted as (
         update space set numbers = jsonb_set(numbers, array[$2], to_jsonb(coalesce((numbers ->> $2)::int, 0) + 1))
         where id = $1 returning (numbers ->> $2)::int as number
       ) select number from counted`,
      [spaceId, kind],
    );
    return rows[0]?.number ?? 1;
  }
}

/** Runs work in one transaction together with its journal entries. */
@Injectable()
export class UnitOfWork {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly journal: JournalWriter,
    private readonly relay: JournalRelay,
  ) {}

  async run<T>(seat: Seat, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { result, tx } = await this.database.transaction(async (db) => {
      await openSpaces(db, [seat.spaces.shared, seat.spaces.own].join(','));
      const tx = new Tx(db, seat);
      const result = await work(tx);
      await this.journal.append(db, tx.drafts);
      return { result, tx };
    });
    for (const spaceId of new Set(tx.drafts.map((draft) => draft.spaceId))) this.relay.wake(spaceId);
    return result;
  }

  /** A consistent view of the data; whatever it records is dropped. */
  read<T>(seat: Seat, look: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction('REPEATABLE READ', async (db) => {
      await openSpaces(db, [seat.spaces.shared, seat.spaces.own].join(','));
      return look(new Tx(db, seat));
    });
  }

  /**
   * Work that no seat can do: making the first seat of a partnership, signing people in, reactions.
   * It sees every space, so only the platform and the features that make seats may use it.
   */
  async asSystem<T>(work: (db: EntityManager, record: (draft: Draft) => void) => Promise<T>): Promise<T> {
    const drafts: Draft[] = [];
    const result = await this.database.transaction(async (db) => {
      await openSpaces(db, '*');
      const result = await work(db, (draft) => void drafts.push(draft));
      await this.journal.append(db, drafts);
      return result;
    });
    for (const spaceId of new Set(drafts.map((draft) => draft.spaceId))) this.relay.wake(spaceId);
    return result;
  }
}

/** Names the spaces that row-level security lets this transaction see. */
async function openSpaces(db: EntityManager, spaces: string): Promise<void> {
  await db.query(`select set_config('mufakat.spaces', $1, true)`, [spaces]);
}

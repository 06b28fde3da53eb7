import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { JournalEntry, SpaceId } from '@mufakat/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Notices } from '../database/notices.js';
import { entriesAfter } from './journal-reader.js';

/** Does what follows from an entry, in the transaction that marks it as told. At least once, so repeatable. */
export type EntryReaction = (entry: JournalEntry, db: EntityManager) => Promise<void>;

const batch = 100;
/** Keeps the locks of this work apart from other advisory locks of the database. */
const lockClass = 7364503;

/** Reacts to entries, in the order of their sequence, once for all processes of a server. */
@Injectable()
export class JournalReactions {
  private readonly log = new Logger(JournalReactions.name);
  private readonly reactions: EntryReaction[] = [];

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly notices: Notices,
  ) {}

  add(reaction: EntryReaction): void {
    this.reactions.push(reaction);
  }

  /** Reacts to all that is new in a space, tells every process that it may be shown, and answers up to where. */
  async runFor(spaceId: string): Promise<number> {
    for (;;) {
      const { count, told } = await this.asSystem((db) => this.runNext(db, spaceId));
      if (count < batch) return told;
    }
  }

  /** The spaces with entries nobody has reacted to. */
  async unfinished(): Promise<string[]> {
    const spaces: { id: string }[] = await this.asSystem((db) =>
      db.query(`select id from space where told < sequence and kind <> 'server'`),
    );
    return spaces.map(({ id }) => id);
  }

  private async runNext(db: EntityManager, spaceId: string): Promise<{ count: number; told: number }> {
    // Of two processes the second waits, and then finds nothing left to do.
    await db.query('select pg_advisory_xact_lock($1, hashtext($2))', [lockClass, spaceId]);
    const spaces: { told: string; kind: string }[] = await db.query('select told, kind from space where id = $1', [
      spaceId,
    ]);
    const space = spaces[0];
    if (!space || space.kind === 'server') return { count: 0, told: 0 };
    const entries = await entriesAfter(db, spaceId as SpaceId, Number(space.told), batch);
    for (const entry of entries) await this.reactTo(entry, db);
    const told = entries.at(-1)?.sequence ?? Number(space.told);
    if (entries.length > 0) {
      await db.query('update space set told = $2 where id = $1', [spaceId, told]);
      await this.notices.tell(db, 'journal', `${spaceId} ${told}`);
    }
    return { count: entries.length, told };
  }

  /** A reaction that fails is a bug in one feature: it is logged, and must not keep the others from being told. */
  private async reactTo(entry: JournalEntry, db: EntityManager): Promise<void> {
    for (const react of this.reactions) {
      await db
        .transaction((savepoint) => react(entry, savepoint))
        .catch((error: unknown) =>
          this.log.error({ fault: 'a reaction failed', entry: entry.name, sequence: entry.sequence, err: error }),
        );
    }
  }

  private asSystem<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return work(db);
    });
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { JournalEntry, SpaceId } from '@mufakat/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { entriesAfter } from './journal-reader.js';

/** Shows an entry to whoever is looking; may be told the same entry again after a restart. */
export type EntryListener = (entry: JournalEntry) => void;
/** Does what follows from an entry, in the transaction that marks it as told. At least once, so repeatable. */
export type EntryReaction = (entry: JournalEntry, db: EntityManager) => Promise<void>;

const batch = 100;

/**
 * Carries committed entries to screens and reactions, in the order of their sequence. What was told is kept in
 * the database, so that nothing is skipped when the process dies between a commit and its telling.
 */
@Injectable()
export class JournalRelay {
  private readonly log = new Logger(JournalRelay.name);
  private readonly listeners: EntryListener[] = [];
  private readonly reactions: EntryReaction[] = [];
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();

  constructor(@InjectDataSource() private readonly database: DataSource) {}

  onEntry(listener: EntryListener): void {
    this.listeners.push(listener);
  }

  react(reaction: EntryReaction): void {
    this.reactions.push(reaction);
  }

  /** Says that a space may hold new entries. */
  wake(spaceId: string): void {
    if (this.running.has(spaceId)) return void this.again.add(spaceId);
    const run = this.pump(spaceId)
      .catch((error: unknown) => this.log.error({ fault: 'the journal was not told', spaceId, err: error }))
      .finally(() => {
        this.running.delete(spaceId);
        if (this.again.delete(spaceId)) this.wake(spaceId);
      });
    this.running.set(spaceId, run);
  }

  /** Tells whatever an earlier process committed but did not tell. */
  async catchUp(): Promise<void> {
    const spaces: { id: string }[] = await this.asSystem((db) =>
      db.query(`select id from space where told < sequence and kind <> 'server'`),
    );
    for (const { id } of spaces) this.wake(id);
    await this.settled();
  }

  /** Resolves when everything woken so far is told. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  private async pump(spaceId: string): Promise<void> {
    for (;;) {
      const told = await this.asSystem((db) => this.tellNext(db, spaceId));
      for (const entry of told) for (const listener of this.listeners) listener(entry);
      if (told.length < batch) return;
    }
  }

  private async tellNext(db: EntityManager, spaceId: string): Promise<JournalEntry[]> {
    const spaces: { told: string; kind: string }[] = await db.query('select told, kind from space where id = $1', [
      spaceId,
    ]);
    const space = spaces[0];
    if (!space || space.kind === 'server') return [];
    const entries = await entriesAfter(db, spaceId as SpaceId, Number(space.told), batch);
    for (const entry of entries) await this.reactTo(entry, db);
    const last = entries.at(-1);
    if (last) await db.query('update space set told = $2 where id = $1', [spaceId, last.sequence]);
    return entries;
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

import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { JournalEntry, SpaceId } from '@mufakat/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Notices } from '../database/notices.js';
import { JournalReactions, type EntryReaction } from './journal-reactions.js';
import { toldEntriesAfter, toldSequences } from './journal-reader.js';

/** Shows an entry to whoever is looking; may be told the same entry again after a restart. */
export type EntryListener = (entry: JournalEntry) => void;

/** A space that somebody follows in this process. */
type Followed = { told: number; followers: number };

const batch = 100;
/** The heads of what is followed are looked at this often, in case news were lost, and while none can arrive. */
const beat = 500;
const beatsBetweenLooks = { up: 10, down: 1 };

/**
 * Carries committed entries to the screens of this process, in the order of their sequence and without a gap. Reactions
 * come first, once for all processes; the move of `told` that they commit is the news which every process hears.
 */
@Injectable()
export class JournalRelay implements OnModuleInit, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly log = new Logger(JournalRelay.name);
  private readonly listeners: EntryListener[] = [];
  private readonly followed = new Map<SpaceId, Followed>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Map<string, () => Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private beats = 0;
  private isOver = false;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly reactions: JournalReactions,
    private readonly notices: Notices,
  ) {}

  onModuleInit(): void {
    this.notices.on('journal', (text) => {
      const [spaceId, sequence] = text.split(' ');
      this.show(spaceId as SpaceId, Number(sequence));
    });
    this.notices.onReturn(() => this.look());
    this.timer = setInterval(() => this.onBeat(), beat).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** What is committed from here on is told by another process, or by the next. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.settled();
    this.isOver = true;
  }

  onEntry(listener: EntryListener): void {
    this.listeners.push(listener);
  }

  react(reaction: EntryReaction): void {
    this.reactions.add(reaction);
  }

  /**
   * Tells the listeners the entries of a space from now on, until the answer is called. What was before is read after
   * this, so that nothing lies between.
   */
  async follow(spaceId: SpaceId): Promise<() => void> {
    const told = this.followed.has(spaceId) ? undefined : (await this.heads([spaceId])).get(spaceId);
    const space = this.followed.get(spaceId) ?? { told: told ?? 0, followers: 0 };
    space.followers += 1;
    this.followed.set(spaceId, space);
    let isFollowing = true;
    return () => {
      if (!isFollowing) return;
      isFollowing = false;
      space.followers -= 1;
      if (space.followers === 0) this.followed.delete(spaceId);
    };
  }

  /** Says that this process committed entries to a space. */
  wake(spaceId: string): void {
    this.run(`react ${spaceId}`, async () => this.show(spaceId as SpaceId, await this.reactions.runFor(spaceId)));
  }

  /** Does and tells whatever an earlier process committed but did not finish. */
  async catchUp(): Promise<void> {
    for (const spaceId of await this.reactions.unfinished()) this.wake(spaceId);
    await this.settled();
  }

  /** Resolves when everything woken so far is told here. */
  async settled(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  /** The entries of a space may be shown up to this sequence. */
  private show(spaceId: SpaceId, sequence: number): void {
    if (this.isBehind(spaceId, sequence)) this.run(`show ${spaceId}`, () => this.tell(spaceId, sequence));
  }

  private isBehind(spaceId: SpaceId, sequence: number): boolean {
    const space = this.followed.get(spaceId);
    return space !== undefined && space.told < sequence;
  }

  private async tell(spaceId: SpaceId, sequence: number): Promise<void> {
    while (this.isBehind(spaceId, sequence)) {
      const space = this.followed.get(spaceId);
      if (!space) return;
      const entries = await this.asSystem((db) => toldEntriesAfter(db, spaceId, space.told, batch));
      if (entries.length === 0) return;
      for (const entry of entries) {
        space.told = entry.sequence;
        for (const listener of this.listeners) listener(entry);
      }
    }
  }

  private onBeat(): void {
    this.beats += 1;
    if (this.beats >= (this.notices.isUp ? beatsBetweenLooks.up : beatsBetweenLooks.down)) this.look();
  }

  /** Finds by their heads the spaces of which more is told than was shown here, or whose reactions nobody finished. */
  private look(): void {
    this.beats = 0;
    this.run('look', async () => {
      for (const spaceId of await this.reactions.unfinished()) this.wake(spaceId);
      for (const [spaceId, told] of await this.heads([...this.followed.keys()])) this.show(spaceId, told);
    });
  }

  private heads(spaceIds: readonly SpaceId[]): Promise<Map<SpaceId, number>> {
    return this.asSystem((db) => toldSequences(db, spaceIds));
  }

  /** One at a time of each kind; what is asked for meanwhile is done once more afterwards. */
  private run(name: string, work: () => Promise<void>): void {
    if (this.isOver) return;
    if (this.running.has(name)) return void this.again.set(name, work);
    const run = work()
      .catch((error: unknown) => this.log.error({ fault: 'the journal was not told', work: name, err: error }))
      .finally(() => {
        this.running.delete(name);
        const next = this.again.get(name);
        this.again.delete(name);
        if (next) this.run(name, next);
      });
    this.running.set(name, run);
  }

  private asSystem<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return work(db);
    });
  }
}

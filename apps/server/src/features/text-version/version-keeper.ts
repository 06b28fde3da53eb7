import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { DocumentId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Db } from '../../platform/database/system-work.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { LiveText } from './live-text.js';
import type { Kept } from './text-version.store.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Words are in a version at the latest so long after they were written, */
const longest = 10 * minute;
/** and when nobody has written for so long. */
const rest = 5 * minute;
/** All automatic versions are kept for so long, then one of each hour for so long, then one of each day. */
const keptWhole = day;
const keptHourly = 30 * day;
/** Texts that are looked after in one go; the rest has its turn a minute later. */
const atOnce = 50;

type Due = { id: DocumentId; after: string; at: Date };

/** Keeps versions of texts by itself, from what is stored; no one who writes waits for it. */
@Injectable()
export class VersionKeeper implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(VersionKeeper.name);
  private timer: NodeJS.Timeout | undefined;
  private thinnedAt = 0;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly texts: LiveText,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look(), minute).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** Keeps what is due and thins what is old. */
  look(): Promise<void> {
    return (this.looking ??= this.lookOnce().finally(() => (this.looking = null)));
  }

  private async lookOnce(): Promise<void> {
    try {
      for (const due of await this.work.asSystem((db) => this.due(db))) await this.keep(due);
      if (this.clock.now().getTime() - this.thinnedAt < hour) return;
      this.thinnedAt = this.clock.now().getTime();
      await this.work.asSystem((db) => this.thin(db));
    } catch (error) {
      this.log.error({ fault: 'versions of texts were not kept', err: error });
    }
  }

  private async keep({ id, after, at }: Due): Promise<void> {
    const now = await this.texts.read(id);
    const kept = await this.texts.keep(id, now, { after: Number(after), at });
    await this.work.asSystem((db) => this.add(db, kept, after));
  }

  /** The first entry of a log is what the text began with; a version begins with what somebody wrote. */
  private due(db: Db): Promise<Due[]> {
    const now = this.clock.now().getTime();
    return db.query(
      `select document.id, last.sequence as after, news.latest as at
       from document
       cross join lateral (select coalesce(max(sequence), 1) as sequence from document_version
                           where document_id = document.id) last
       cross join lateral (select min(at) as first, max(at) as latest from document_update
                           where document_id = document.id and sequence > last.sequence) news
       where document.sequence > last.sequence and (news.first <= $1 or news.latest <= $2)
       order by news.first limit $3`,
      [new Date(now - longest), new Date(now - rest), atOnce],
    );
  }

  /** Unless another process has kept one meanwhile. */
  private async add(db: Db, kept: Kept, after: string): Promise<void> {
    await db.query(
      `insert into document_version (id, document_id, space_id, sequence, kind, writers, state, at)
       select $1, document.id, document.space_id, $3, 'automatic', $4::uuid[], $5, $6 from document
       where document.id = $2 and not exists (
         select 1 from document_version where document_id = $2 and sequence > $7)
       on conflict do nothing`,
      [newId(), kept.documentId, kept.sequence, kept.writers, kept.state, kept.at, after],
    );
  }

  /** Of the older ones the last of each hour stays, of the oldest the last of each day. */
  private async thin(db: Db): Promise<void> {
    const now = this.clock.now().getTime();
    await db.query(
      `delete from document_version using (
         select id, row_number() over (
           partition by document_id,
             case when at > $2 then date_trunc('hour', at at time zone 'UTC')
                  else date_trunc('day', at at time zone 'UTC') end,
             at > $2
           order by sequence desc) as place
         from document_version where kind = 'automatic' and at <= $1) ranked
       where document_version.id = ranked.id and ranked.place > 1`,
      [new Date(now - keptWhole), new Date(now - keptHourly)],
    );
  }
}

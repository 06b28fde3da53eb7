import { randomUUID } from 'node:crypto';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { AwarenessEntry, Broker, StoredNews } from '@mufakat/broker';
import { BegunWork } from '../begun-work.js';
import { Carrier } from '../cluster/carrier.js';
import { PostgresRoomStore } from './postgres-room-store.js';
import { decodeNews, encodeNews, type RoomNews } from './room-news.js';

/** What the news of other processes are for: the broker. */
export type Audience = Pick<
  Broker,
  'openDocuments' | 'hear' | 'hearEarly' | 'compareHeads' | 'awareness' | 'hearAwareness'
>;

const channel = 'rooms';
/** The heads of open documents are compared this often with the log: as a wall, and as the way while nothing is carried. */
const beat = 250;
const beatsBetweenLooks = { alone: 20, up: 20, down: 1 };

/** Joins the rooms of several processes: carries what is stored and what is shown, and finds in the log what was lost. */
@Injectable()
export class RoomCarrier implements OnModuleDestroy {
  private readonly log = new Logger(RoomCarrier.name);
  private readonly me = randomUUID();
  private timer: NodeJS.Timeout | undefined;
  private readonly begun = new BegunWork();
  private beats = 0;
  private isLooking = false;

  constructor(
    private readonly carrier: Carrier,
    private readonly store: PostgresRoomStore,
  ) {}

  attach(audience: Audience): void {
    this.carrier.hear(channel, (message) => this.hear(audience, message));
    this.carrier.onUp(() => this.begun.begin(() => this.look(audience)));
    this.timer = setInterval(() => {
      this.beats += 1;
      if (this.beats >= beatsBetweenLooks[this.carrier.state]) this.begun.begin(() => this.look(audience));
    }, beat).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.begun.end();
  }

  /** Peers of this process wrote what is not stored yet. */
  accepted(documentId: string, updates: readonly Uint8Array[]): void {
    this.send({ kind: 'accepted', documentId, updates });
  }

  /** This process appended to a log. */
  stored({ documentId, sequence, updates }: StoredNews): void {
    this.send({ kind: 'stored', documentId, sequence, updates });
  }

  /** Peers of this process changed what they show. */
  shown(documentId: string, entries: readonly AwarenessEntry[]): void {
    this.send({ kind: 'shown', documentId, entries });
  }

  /** A document was opened here: whoever has it open too says who is in it. */
  opened(documentId: string): void {
    this.send({ kind: 'asked', documentId });
  }

  private send(news: RoomNews): void {
    if (this.carrier.state === 'up') this.carrier.send(channel, encodeNews(this.me, news));
  }

  private hear(audience: Audience, message: Uint8Array): void {
    try {
      const { from, news } = decodeNews(message);
      if (from !== this.me) this.take(audience, from, news);
    } catch (error) {
      this.log.error({ fault: 'news of a room were not read', err: error });
    }
  }

  private take(audience: Audience, from: string, news: RoomNews): void {
    switch (news.kind) {
      case 'stored':
        return audience.hear(news);
      case 'accepted':
        return audience.hearEarly(news.documentId, news.updates);
      case 'shown':
        return audience.hearAwareness(news.documentId, from, news.entries);
      case 'asked': {
        const entries = audience.awareness(news.documentId);
        if (entries.length > 0) this.shown(news.documentId, entries);
      }
    }
  }

  /** One question for all open documents. */
  private async look(audience: Audience): Promise<void> {
    this.beats = 0;
    const open = audience.openDocuments();
    if (open.length === 0 || this.isLooking) return;
    this.isLooking = true;
    try {
      audience.compareHeads(await this.store.heads(open));
    } catch (error) {
      this.log.error({ fault: 'documents were not compared with their logs', err: error });
    } finally {
      this.isLooking = false;
    }
  }
}

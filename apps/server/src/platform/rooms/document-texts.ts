import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { emptyUpdate } from '@mufakat/broker';
import { canonicalText, documentJson, type DocumentNode } from '@mufakat/collab';
import { DomainError, type DocumentId } from '@mufakat/domain';
import type { EntityManager } from 'typeorm';
import { BegunWork } from '../begun-work.js';
import { unpackUpdates } from './document.service.js';
import { PostgresRoomStore } from './postgres-room-store.js';
import * as sql from './room-store.sql.js';
import { WorkerFolder } from './worker-folder.js';

/** What a document says, taken from its log up to a sequence. */
export type DocumentText = { sequence: number; json: DocumentNode };

type Row = { sequence: string; state: Buffer | null; tail: Buffer[] | null };

/** How long after an edit its readers on the server look, in milliseconds; edits meanwhile share the look. */
const lookAfter = 1000;

/** The texts of documents as the database has them, and word of those that have changed. */
@Injectable()
export class DocumentTexts implements OnModuleDestroy {
  private readonly log = new Logger(DocumentTexts.name);
  private readonly readers: ((documentId: DocumentId) => Promise<void>)[] = [];
  private readonly waiting = new Map<DocumentId, NodeJS.Timeout>();
  private readonly begun = new BegunWork();

  constructor(
    store: PostgresRoomStore,
    private readonly folder: WorkerFolder,
  ) {
    store.onAppended((documentId) => this.stored(documentId as DocumentId));
  }

  /** What the text says now: everything that was ever acknowledged, mended to the schema, always as the same JSON. */
  async read(db: EntityManager, documentId: DocumentId): Promise<DocumentText> {
    const rows: Row[] = await db.query(sql.load.text, [[documentId]]);
    const row = rows[0];
    if (!row) throw new DomainError('not-found');
    const base = row.state ? new Uint8Array(row.state) : emptyUpdate;
    const { state, repair } = await this.folder.fold(base, (row.tail ?? []).flatMap(unpackUpdates));
    const sound = repair ? (await this.folder.fold(state, [repair])).state : state;
    return { sequence: Number(row.sequence), json: canonicalText(documentJson(sound)) };
  }

  /** Who reads texts is told a moment after one has changed; at least once, by the process that stored the edit. */
  onChange(reader: (documentId: DocumentId) => Promise<void>): void {
    this.readers.push(reader);
  }

  private stored(documentId: DocumentId): void {
    if (this.waiting.has(documentId)) return;
    this.waiting.set(documentId, setTimeout(() => this.begun.begin(() => this.tell(documentId)), lookAfter).unref());
  }

  /** What is stored from here on is looked at by the next process. */
  async onModuleDestroy(): Promise<void> {
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
    await this.begun.end();
  }

  private async tell(documentId: DocumentId): Promise<void> {
    this.waiting.delete(documentId);
    for (const reader of this.readers) {
      await reader(documentId).catch((error: unknown) =>
        this.log.error({ fault: 'a reader of texts failed', documentId, err: error }),
      );
    }
  }
}

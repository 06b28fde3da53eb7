import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  emptyUpdate,
  fold,
  type ClientIds,
  type LoggedUpdate,
  type RoomStore,
  type StoredDocument,
} from '@mufakat/broker';
import { DataSource, type EntityManager } from 'typeorm';
import { Metrics } from '../observe/metrics.js';
import { Clock } from '../outside/clock.js';
import { packUpdates, unpackUpdates } from './document.service.js';

/** A log this much longer than its snapshot is folded into a new one when it is next read. */
const foldAfterEntries = 200;

/** The log of every document in the database; the same statements on the embedded database and on PostgreSQL. */
@Injectable()
export class PostgresRoomStore implements RoomStore {
  private readonly log = new Logger(PostgresRoomStore.name);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async load(documentId: string): Promise<StoredDocument | null> {
    const stored = await this.inEverySpace('REPEATABLE READ', (db) => read(db, documentId));
    if (!stored) return null;
    if (stored.entries >= foldAfterEntries) {
      void this.keepSnapshot(documentId, stored).catch((error: unknown) => {
        this.log.error(`folding document ${documentId} failed: ${String(error)}`);
      });
    }
    return stored;
  }

  /** One row of the log per call; the database gives the sequence, so that any process may append. */
  async append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number> {
    const measured = this.metrics.appends.startTimer();
    const sequence = await this.inEverySpace('READ COMMITTED', async (db) => {
      const rows: { sequence: string }[] = await db.query(
        `with head as (update document set sequence = sequence + 1 where id = $1 returning sequence, space_id)
         insert into document_update (document_id, sequence, space_id, data, person_ids, at)
         select $1, head.sequence, head.space_id, $2, $3, $4 from head returning sequence`,
        [
          documentId,
          packUpdates(updates.map(({ update }) => update)),
          updates.map(({ actor }) => actor),
          this.clock.now(),
        ],
      );
      const row = rows[0];
      if (!row) throw new Error(`document ${documentId} does not exist`);
      return Number(row.sequence);
    });
    measured();
    return sequence;
  }

  readonly clientIds: ClientIds = {
    owner: (documentId, clientId) => this.inEverySpace('READ COMMITTED', (db) => ownerOf(db, documentId, clientId)),
    bind: (documentId, clientId, personId) =>
      this.inEverySpace('READ COMMITTED', async (db) => {
        await db.query(
          `insert into document_client (document_id, client_id, space_id, person_id)
           select id, $2, space_id, $3 from document where id = $1 on conflict do nothing`,
          [documentId, clientId, personId],
        );
        return (await ownerOf(db, documentId, clientId)) ?? personId;
      }),
  };

  /** Rooms serve every seat that may enter, so their statements see every space; the door stands before them. */
  private inEverySpace<T>(
    isolation: 'REPEATABLE READ' | 'READ COMMITTED',
    work: (db: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(isolation, async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return work(db);
    });
  }

  /** Derived from the log and reproducible; the log itself is kept. */
  private async keepSnapshot(documentId: string, stored: StoredDocument): Promise<void> {
    const state = fold(stored.base ?? emptyUpdate, stored.tail);
    await this.inEverySpace('READ COMMITTED', (db) =>
      db.query(
        `insert into document_snapshot (document_id, space_id, sequence, state, at)
         select id, space_id, $2, $3, $4 from document where id = $1
         on conflict (document_id) do update set sequence = excluded.sequence, state = excluded.state, at = excluded.at
         where document_snapshot.sequence < excluded.sequence`,
        [documentId, stored.lastSequence, Buffer.from(state), this.clock.now()],
      ),
    );
  }
}

async function read(db: EntityManager, documentId: string): Promise<(StoredDocument & { entries: number }) | null> {
  const documents: { sequence: string; state: Buffer | null; upto: string | null }[] = await db.query(
    `select document.sequence, snapshot.state, snapshot.sequence as upto
     from document left join document_snapshot snapshot on snapshot.document_id = document.id where document.id = $1`,
    [documentId],
  );
  const document = documents[0];
  if (!document) return null;
  const rows: { data: Buffer }[] = await db.query(
    'select data from document_update where document_id = $1 and sequence > $2 order by sequence',
    [documentId, document.upto ?? 0],
  );
  return {
    base: document.state ? new Uint8Array(document.state) : null,
    tail: rows.flatMap(({ data }) => unpackUpdates(data)),
    lastSequence: Number(document.sequence),
    entries: rows.length,
  };
}

async function ownerOf(db: EntityManager, documentId: string, clientId: number): Promise<string | null> {
  const rows: { person_id: string }[] = await db.query(
    'select person_id from document_client where document_id = $1 and client_id = $2',
    [documentId, clientId],
  );
  return rows[0]?.person_id ?? null;
}

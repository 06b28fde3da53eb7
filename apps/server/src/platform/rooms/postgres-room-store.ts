import { Injectable } from '@nestjs/common';
import type { ClientIds, LoggedUpdate, RoomStore, Snapshot, StoredDocument, StoredNews } from '@mufakat/broker';
import { DocumentDatabase } from '../database/document-database.js';
import { Metrics } from '../observe/metrics.js';
import { Clock } from '../outside/clock.js';
import { Batches } from './batches.js';
import { packUpdates, unpackUpdates } from './document.service.js';
import * as sql from './room-store.sql.js';

type Append = { documentId: string; updates: readonly LoggedUpdate[] };
type Owner = { person_id: string };
type DocumentRow = {
  id: string;
  sequence: string;
  generation: number;
  state: Buffer | null;
  vector: Buffer | null;
  tail: Buffer[] | null;
};

/** A commit costs the same for one edit as for many, so a busy process makes one at most this often, in milliseconds. */
const pace = 8;

/** The log of every document in the database; the same statements on the embedded database and on PostgreSQL. */
@Injectable()
export class PostgresRoomStore implements RoomStore {
  /** The documents of a process that have something to store share one commit. */
  private readonly commits = new Batches<Append, number>({
    do: (appends) => this.commit(appends),
    isOfOneItem: isAboutData,
    pace,
  });
  /** After a restart everybody comes back at once: their documents are read together, a few at a time. */
  private readonly loads = new Batches<string, StoredDocument | null>({
    do: (documentIds) => this.loadAll(documentIds),
    isOfOneItem: () => false,
    most: 64,
  });

  constructor(
    private readonly database: DocumentDatabase,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  private readonly listeners: ((documentId: string) => void)[] = [];

  /** Who reads texts on the server hears which ones this process has appended to. */
  onAppended(listener: (documentId: string) => void): void {
    this.listeners.push(listener);
  }

  /** This process has appended to a text, here or in a larger change. */
  appended(documentId: string): void {
    for (const listener of this.listeners) listener(documentId);
  }

  load(documentId: string): Promise<StoredDocument | null> {
    return this.loads.add(documentId);
  }

  append(documentId: string, updates: readonly LoggedUpdate[]): Promise<number> {
    return this.commits.add({ documentId, updates });
  }

  async after(documentId: string, sequence: number): Promise<StoredNews[]> {
    const rows = await this.database.query<{ sequence: string; data: Buffer }>(sql.after, [documentId, sequence]);
    return rows.map((row) => ({ documentId, sequence: Number(row.sequence), updates: unpackUpdates(row.data) }));
  }

  async keepSnapshot(documentId: string, { sequence, state, vector }: Snapshot): Promise<void> {
    const bytes = [state, vector].map((part) => Buffer.from(part));
    await this.database.query(sql.keepSnapshot, [documentId, sequence, ...bytes, this.clock.now()]);
  }

  /** How far the logs of these documents go. */
  async heads(documentIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.query<{ id: string; sequence: string }>(sql.heads, [documentIds]);
    return new Map(rows.map(({ id, sequence }) => [id, Number(sequence)]));
  }

  readonly clientIds: ClientIds = {
    owner: (documentId, clientId) => this.ownerOf(documentId, clientId),
    bind: async (documentId, clientId, personId) => {
      const [bound] = await this.database.query<Owner>(sql.bindClient, [documentId, clientId, personId]);
      // No answer: another process bound it at this very moment, and its word is newer than what this statement sees.
      return bound?.person_id ?? (await this.ownerOf(documentId, clientId)) ?? personId;
    },
  };

  private async loadAll(documentIds: readonly string[]): Promise<(StoredDocument | null)[]> {
    const rows = await this.database.query<DocumentRow>(sql.load, [documentIds]);
    const found = new Map(rows.map((row) => [row.id, documentOf(row)]));
    return documentIds.map((documentId) => found.get(documentId) ?? null);
  }

  private async ownerOf(documentId: string, clientId: number): Promise<string | null> {
    const [row] = await this.database.query<Owner>(sql.clientOwner, [documentId, clientId]);
    return row?.person_id ?? null;
  }

  /** One row of the log per document; the database gives the sequences, so that any process may append. */
  private async commit(appends: readonly Append[]): Promise<(number | Error)[]> {
    const measured = this.metrics.appends.startTimer();
    const rows = await this.database.query<{ document_id: string; sequence: string }>(sql.append, [
      appends.map(({ documentId }) => documentId),
      appends.map(({ updates }) => packUpdates(updates.map(({ update }) => update))),
      appends.map(({ updates }) => `{${updates.map(({ actor }) => actor ?? 'null').join(',')}}`),
      this.clock.now(),
    ]);
    measured();
    const sequences = new Map(rows.map((row) => [row.document_id, Number(row.sequence)]));
    for (const documentId of sequences.keys()) this.appended(documentId);
    return appends.map(
      ({ documentId }) => sequences.get(documentId) ?? new Error(`document ${documentId} does not exist`),
    );
  }
}

function documentOf({ sequence, generation, state, vector, tail }: DocumentRow): StoredDocument {
  return {
    base: state && new Uint8Array(state),
    baseVector: vector && new Uint8Array(vector),
    tail: (tail ?? []).flatMap(unpackUpdates),
    lastSequence: Number(sequence),
    generation,
  };
}

/** Errors of what was given (SQLSTATE classes 22, 23 and 54), not of the database or the way to it. */
function isAboutData(problem: unknown): boolean {
  return /^(22|23|54)/.test((problem as { code?: string }).code ?? '');
}

import { Injectable } from '@nestjs/common';
import { DomainError, type DocumentId, type DocumentNews, type sendUpdate, type ParsedOf } from '@mufakat/domain';
import type { Session } from '../access/session.service.js';
import { DocumentDatabase, type Statement } from '../database/document-database.js';
import { bringUpdate } from './http-peer.js';
import { PostgresRoomStore } from './postgres-room-store.js';
import { RoomRights } from './room-rights.js';
import { RoomsGateway } from './rooms.gateway.js';

/** Whoever lacks more entries of the log than this is given the whole instead. */
const mostEntries = 500;

const head: Statement = { name: 'document-head', text: 'select sequence, generation from document where id = $1' };
type Head = { sequence: string; generation: number };

/** Co-edited texts over plain HTTP, behind the same door as the sockets. */
@Injectable()
export class DocumentUpdates {
  constructor(
    private readonly database: DocumentDatabase,
    private readonly store: PostgresRoomStore,
    private readonly rights: RoomRights,
    private readonly rooms: RoomsGateway,
  ) {}

  async read(session: Session, documentId: DocumentId, after: number): Promise<DocumentNews> {
    if (!(await this.rights.decide(session, documentId))) throw new DomainError('not-found');
    const { sequence, generation } = await this.headOf(documentId);
    if (after === 0 || after > sequence || sequence - after > mostEntries) return this.whole(documentId);
    const news = after === sequence ? [] : await this.store.after(documentId, after);
    return {
      generation,
      sequence: news.at(-1)?.sequence ?? after,
      updates: news.flatMap(({ updates }) => updates.map(asText)),
    };
  }

  async send(session: Session, { documentId, personId, generation, update }: ParsedOf<typeof sendUpdate>) {
    const entry = await this.rights.decide(session, documentId);
    if (!entry) throw new DomainError('not-found');
    if (personId !== session.personId) throw new DomainError('session.missing');
    if ((await this.headOf(documentId)).generation !== generation) throw new DomainError('document.replaced');
    const bytes = new Uint8Array(Buffer.from(update, 'base64'));
    await bringUpdate(entry, bytes, (peer) => this.rooms.join(documentId, peer));
    return {};
  }

  private async whole(documentId: DocumentId): Promise<DocumentNews> {
    const stored = await this.store.load(documentId);
    if (!stored) throw new DomainError('not-found');
    const { base, tail, lastSequence, generation } = stored;
    return { generation, sequence: lastSequence, updates: [...(base ? [base] : []), ...tail].map(asText) };
  }

  private async headOf(documentId: DocumentId): Promise<{ sequence: number; generation: number }> {
    const [row] = await this.database.query<Head>(head, [documentId]);
    if (!row) throw new DomainError('not-found');
    return { sequence: Number(row.sequence), generation: row.generation };
  }
}

const asText = (update: Uint8Array): string => Buffer.from(update).toString('base64');

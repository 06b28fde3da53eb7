import { Injectable } from '@nestjs/common';
import type { Identity, Rights } from '@mufakat/broker';
import { may, type DocumentId, type SpaceId } from '@mufakat/domain';
import { SeatService, type SeatRow } from '../access/seat.service.js';
import { digestOf, SessionService, type Session, type SessionRow } from '../access/session.service.js';
import type { Seat } from '../access/seat.js';
import { DocumentDatabase } from '../database/document-database.js';
import { Batches } from './batches.js';
import { Doors } from './doors.js';
import * as sql from './room-rights.sql.js';

/** Who stands at the door of a document, and what this person may do in it now. */
export type Entry = {
  documentId: DocumentId;
  spaceId: SpaceId;
  /** The kind of thing whose text it is, and which one. */
  kind: string;
  subjectId: string;
  rights: Rights;
  seat: Seat;
  identity: Identity;
};
/** Somebody who was let in. */
export type Inside = { session: Pick<Session, 'id'>; entry: Entry };
export type Decision = Rights | 'signed out';

/** Whoever knocks, with what the person is known by. */
type Knock = { key: string | Buffer; documentId: DocumentId | null };
type Found = { space_id: SpaceId; kind: string; subject_id: string; seat: SeatRow; is_writable: boolean | null };
type Row = SessionRow & { number: number; is_good: boolean } & (Found | { seat: null });

/** Decides who enters which room, to read or to write. */
@Injectable()
export class RoomRights {
  /** A building whose power came back knocks all at once: those who wait at the same time are one question. */
  private readonly knocks = { token: this.knocksBy('token'), session: this.knocksBy('session') };

  constructor(
    private readonly database: DocumentDatabase,
    private readonly seats: SeatService,
    private readonly sessions: SessionService,
    private readonly doors: Doors,
  ) {}

  /** Whose token it is, null when nobody's; and the entry, null when the document does not exist for this person. */
  async admit(token: string, documentId: DocumentId | null): Promise<{ session: Session; entry: Entry | null } | null> {
    const row = await this.knocks.token.add({ key: digestOf(token), documentId });
    return row?.is_good ? { session: await this.sessions.recognize(row), entry: this.entryOf(row, documentId) } : null;
  }

  /** Null when the document does not exist for this person: unknown and foreign look the same. */
  async decide(session: Pick<Session, 'id'>, documentId: DocumentId): Promise<Entry | null> {
    const row = await this.knocks.session.add({ key: session.id, documentId });
    return row?.is_good ? this.entryOf(row, documentId) : null;
  }

  /** Decides again for many who are inside, in three questions for all of them. */
  async decideAgain<Who extends Inside>(inside: readonly Who[]): Promise<Map<Who, Decision>> {
    if (inside.length === 0) return new Map();
    const sessions = await this.sessions.openAmong([...new Set(inside.map(({ session }) => session.id))]);
    const seats = await this.seats.stillOpen([...new Set(inside.map(({ entry }) => entry.seat.id))]);
    const writers = inside.flatMap(({ entry }) => {
      const seat = seats.get(entry.seat.id);
      return seat && may(seat, 'write') ? [entry.documentId] : [];
    });
    const writable = await this.writable([...new Set(writers)]);
    const decide = ({ session, entry }: Who): Decision => {
      const seat = seats.get(entry.seat.id);
      if (!seat) return 'none';
      if (!sessions.has(session.id)) return 'signed out';
      return may(seat, 'write') && writable.has(entry.documentId) ? 'write' : 'read';
    };
    return new Map(inside.map((who) => [who, decide(who)]));
  }

  private knocksBy(by: sql.KnownBy): Batches<Knock, Row | null> {
    return new Batches({
      do: async (knocks) => {
        const rows = await this.database.query<Row>(sql.entries(by, this.doors), [
          ...this.sessions.oldest(),
          knocks.map(({ key }) => key),
          knocks.map(({ documentId }) => documentId),
        ]);
        const found = new Map(rows.map((row) => [row.number, row]));
        return knocks.map((_, index) => found.get(index + 1) ?? null);
      },
      isOfOneItem: () => false,
    });
  }

  private entryOf(row: Row, documentId: DocumentId | null): Entry | null {
    if (!documentId || !row.seat || row.is_writable === null || row.seat.is_suspended) return null;
    const seat = this.seats.admit(row.seat);
    const { name, organization, slot } = row.seat;
    return {
      documentId,
      spaceId: row.space_id,
      kind: row.kind,
      subjectId: row.subject_id,
      rights: row.is_writable && may(seat, 'write') ? 'write' : 'read',
      seat,
      identity: { id: seat.personId, name, organization, colour: slot },
    };
  }

  private async writable(documentIds: readonly DocumentId[]): Promise<Set<DocumentId>> {
    if (documentIds.length === 0) return new Set();
    const rows = await this.database.query<{ id: DocumentId }>(sql.writable(this.doors), [documentIds]);
    return new Set(rows.map(({ id }) => id));
  }
}

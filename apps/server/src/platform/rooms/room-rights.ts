import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Identity, Rights } from '@mufakat/broker';
import { DomainError, may, type DocumentId, type SpaceId } from '@mufakat/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { SeatService } from '../access/seat.service.js';
import { SessionService, type Session } from '../access/session.service.js';
import type { Seat } from '../access/seat.js';
import { Doors } from './doors.js';

/** Whose text a document is. */
export type Subject = { spaceId: SpaceId; kind: string; subjectId: string };
/** Who stands at the door of a document, and what this person may do in it now. */
export type Entry = Subject & { rights: Rights; seat: Seat; identity: Identity };
/** Somebody who was let in. */
export type Inside = { session: Pick<Session, 'id'>; entry: Entry };
export type Decision = Rights | 'signed out';

/** Decides who enters which room, to read or to write. */
@Injectable()
export class RoomRights {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly seats: SeatService,
    private readonly sessions: SessionService,
    private readonly doors: Doors,
  ) {}

  /** Null when the document does not exist for this person: unknown and foreign look the same. */
  async decide(session: Pick<Session, 'personId'>, documentId: DocumentId): Promise<Entry | null> {
    const subject = await this.subjectOf(documentId);
    const seat = subject && (await this.seatAt(session, subject.spaceId));
    if (!seat || !this.doors.of(subject.kind)) return null;
    return this.inEverySpace(async (db) => {
      const writable = may(seat, 'write') && (await this.writable([subject], db)).has(subject);
      return { ...subject, rights: writable ? 'write' : 'read', seat, identity: await identityOf(seat, db) };
    });
  }

  /** Decides again for many who are inside: two questions for all of them, and one for each kind of document. */
  async decideAgain<Who extends Inside>(inside: readonly Who[]): Promise<Map<Who, Decision>> {
    if (inside.length === 0) return new Map();
    const sessions = await this.sessions.openAmong([...new Set(inside.map(({ session }) => session.id))]);
    const seats = await this.seats.stillOpen([...new Set(inside.map(({ entry }) => entry.seat.id))]);
    const writers = inside.flatMap(({ entry }) => {
      const seat = seats.get(entry.seat.id);
      return seat && may(seat, 'write') ? [entry] : [];
    });
    const writable = await this.inEverySpace((db) => this.writable(writers, db));
    const decide = ({ session, entry }: Who): Decision => {
      if (!seats.has(entry.seat.id)) return 'none';
      if (!sessions.has(session.id)) return 'signed out';
      return writable.has(entry) ? 'write' : 'read';
    };
    return new Map(inside.map((who) => [who, decide(who)]));
  }

  private async writable<S extends Subject>(subjects: readonly S[], db: EntityManager): Promise<Set<S>> {
    const writable = new Set<S>();
    for (const kind of new Set(subjects.map((subject) => subject.kind))) {
      const group = subjects.filter((subject) => subject.kind === kind);
      const open = await this.doors.of(kind)?.([...new Set(group.map(({ subjectId }) => subjectId))], db);
      for (const subject of group) if (open?.has(subject.subjectId)) writable.add(subject);
    }
    return writable;
  }

  private async subjectOf(documentId: DocumentId): Promise<Subject | undefined> {
    const rows: Subject[] = await this.inEverySpace((db) =>
      db.query(`select space_id as "spaceId", kind, subject_id as "subjectId" from document where id = $1`, [
        documentId,
      ]),
    );
    return rows[0];
  }

  private async seatAt(session: Pick<Session, 'personId'>, spaceId: SpaceId): Promise<Seat | null> {
    try {
      return await this.seats.takeFor(session.personId, spaceId);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  private inEverySpace<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return work(db);
    });
  }
}

async function identityOf(seat: Seat, db: EntityManager): Promise<Identity> {
  const rows: { name: string; organization: string; slot: number }[] = await db.query(
    `select person.name, organization.name as organization, partner.slot
     from person, partner join organization on organization.id = partner.organization_id
     where person.id = $1 and partner.id = $2`,
    [seat.personId, seat.partnerId],
  );
  const row = rows[0] ?? { name: '', organization: '', slot: 0 };
  return { id: seat.personId, name: row.name, organization: row.organization, colour: row.slot };
}

import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Identity, Rights } from '@mufakat/broker';
import { DomainError, may, type DocumentId, type SpaceId } from '@mufakat/domain';
import { DataSource } from 'typeorm';
import { SeatService } from '../access/seat.service.js';
import { SessionService, type Session } from '../access/session.service.js';
import type { Seat } from '../access/seat.js';
import { Doors } from './doors.js';

/** Who stands at the door of a document, and what this person may do in it now. */
export type Entry = { rights: Rights; seat: Seat; identity: Identity; subjectId: string };

type DocumentRow = { space_id: string; kind: string; subject_id: string };

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
  async decide(session: Pick<Session, 'id' | 'personId'>, documentId: DocumentId): Promise<Entry | null> {
    if (!(await this.sessions.isOpen(session.id))) return null;
    const document = await this.documentOf(documentId);
    const seat = document && (await this.seatAt(session, document.space_id as SpaceId));
    if (!document || !seat) return null;
    const door = this.doors.of(document.kind);
    if (!door) return null;
    return this.database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', $1, true)`, [Object.values(seat.spaces).join(',')]);
      const canWrite = may(seat, 'write') && (await door(seat, document.subject_id, db));
      const rows: { name: string; organization: string; slot: number }[] = await db.query(
        `select person.name, organization.name as organization, partner.slot
         from person, partner join organization on organization.id = partner.organization_id
         where person.id = $1 and partner.id = $2`,
        [seat.personId, seat.partnerId],
      );
      const row = rows[0] ?? { name: '', organization: '', slot: 0 };
      const identity = { id: seat.personId, name: row.name, organization: row.organization, colour: row.slot };
      return { rights: canWrite ? 'write' : 'read', seat, identity, subjectId: document.subject_id };
    });
  }

  private async documentOf(documentId: DocumentId): Promise<DocumentRow | undefined> {
    return this.database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      const rows: DocumentRow[] = await db.query('select space_id, kind, subject_id from document where id = $1', [
        documentId,
      ]);
      return rows[0];
    });
  }

  private async seatAt(session: Pick<Session, 'personId'>, spaceId: SpaceId): Promise<Seat | null> {
    try {
      return await this.seats.takeFor(session.personId, spaceId);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

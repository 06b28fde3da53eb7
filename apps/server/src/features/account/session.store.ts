import { Injectable } from '@nestjs/common';
import type { PersonId, SessionId } from '@mufakat/domain';
import type { Db } from '../../platform/database/system-work.js';

type Row = { id: SessionId; device: string; started_at: Date; last_seen_at: Date };

/** The table of sessions, for the person they belong to; `SessionService` starts and finds them. */
@Injectable()
export class SessionStore {
  /** The person's open sessions that have not lapsed, newest use first. */
  list(db: Db, personId: PersonId, now: Date): Promise<Row[]> {
    return db.query(
      `select id, device, started_at, last_seen_at from session
       where person_id = $1 and ended_at is null
         and last_seen_at > $2::timestamptz - interval '30 days' and started_at > $2::timestamptz - interval '90 days'
       order by last_seen_at desc, id desc`,
      [personId, now],
    );
  }

  /** Ends the person's open sessions: one, or all but one, or all. Answers which ended. */
  async end(db: Db, of: { personId: PersonId; now: Date; only?: SessionId; except?: SessionId }): Promise<SessionId[]> {
    const [rows]: [{ id: SessionId }[], number] = await db.query(
      `update session set ended_at = $2 where person_id = $1 and ended_at is null
         and ($3::uuid is null or id = $3) and ($4::uuid is null or id <> $4) returning id`,
      [of.personId, of.now, of.only ?? null, of.except ?? null],
    );
    return rows.map(({ id }) => id);
  }

  /** The password was typed just now. */
  async confirm(db: Db, id: SessionId, now: Date): Promise<void> {
    await db.query('update session set confirmed_at = $2 where id = $1', [id, now]);
  }
}

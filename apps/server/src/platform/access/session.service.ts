import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DomainError, type PersonId, type SessionId } from '@mufakat/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Clock } from '../outside/clock.js';

/** A signed-in person on one device. */
export type Session = {
  id: SessionId;
  personId: PersonId;
  /** When the password was last typed; binding acts want it younger than 12 hours. */
  confirmedAt: Date;
  isOperator: boolean;
  locale: 'id' | 'en';
};

const day = 24 * 60 * 60 * 1000;
/** Phones go offline for days: a session lives 30 days unused and 90 days at most. */
const idleLimit = 30 * day;
const absoluteLimit = 90 * day;
const touchEvery = 5 * 60 * 1000;
const confirmationLasts = 12 * 60 * 60 * 1000;

/** Whether a session opens anything, in a statement whose first two parameters are `SessionService.oldest`. */
export const isGoodSession =
  '(session.ended_at is null and person.suspended_at is null and session.last_seen_at > $1 and session.started_at > $2)';

/** What `SessionService.recognize` needs of a session and its person. */
export const sessionColumns =
  'session.id as session_id, session.person_id, session.confirmed_at, session.last_seen_at, person.is_operator, person.locale';

export type SessionRow = {
  session_id: string;
  person_id: string;
  confirmed_at: Date;
  last_seen_at: Date;
  is_operator: boolean;
  locale: 'id' | 'en';
};

/** Who is calling. Only digests of session tokens are stored. */
@Injectable()
export class SessionService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The session of a token, or null when it ended, lapsed, or its person is suspended. */
  async find(token: string): Promise<Session | null> {
    const rows: SessionRow[] = await this.database.query(
      `select ${sessionColumns} from session join person on person.id = session.person_id
       where token_digest = $3 and ${isGoodSession}`,
      [...this.oldest(), digestOf(token)],
    );
    return rows[0] ? this.recognize(rows[0]) : null;
  }

  /** The session of a row that is good; notes that it was seen. */
  async recognize(row: SessionRow): Promise<Session> {
    const now = this.clock.now();
    if (now.getTime() - row.last_seen_at.getTime() > touchEvery) {
      await this.database.query('update session set last_seen_at = $2 where id = $1', [row.session_id, now]);
    }
    return {
      id: row.session_id as SessionId,
      personId: row.person_id as PersonId,
      confirmedAt: row.confirmed_at,
      isOperator: row.is_operator,
      locale: row.locale,
    };
  }

  /** Which of these sessions are still good, for sockets that stay open. */
  async openAmong(ids: readonly SessionId[]): Promise<Set<SessionId>> {
    const rows: { id: SessionId }[] = await this.database.query(
      `select session.id from session join person on person.id = session.person_id
       where session.id = any ($3) and ${isGoodSession}`,
      [...this.oldest(), ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Starts a session in the caller's transaction and answers its token, which is never stored. */
  async start(db: EntityManager, personId: PersonId, device: string): Promise<{ id: SessionId; token: string }> {
    const token = randomBytes(32).toString('base64url');
    const id = newId() as SessionId;
    const now = this.clock.now();
    await db.query(
      `insert into session (id, token_digest, person_id, device, started_at, last_seen_at, confirmed_at)
       values ($1, $2, $3, $4, $5, $5, $5)`,
      [id, digestOf(token), personId, device.slice(0, 120), now],
    );
    return { id, token };
  }

  /** The parameters of `isGoodSession`. */
  oldest(): [Date, Date] {
    const now = this.clock.now().getTime();
    return [new Date(now - idleLimit), new Date(now - absoluteLimit)];
  }

  /** Whether the password was typed lately enough for a binding act. */
  isConfirmed(session: Session): boolean {
    return this.clock.now().getTime() - session.confirmedAt.getTime() < confirmationLasts;
  }

  /** Refuses a binding act until the password is typed again. */
  enforceConfirmed(session: Session): void {
    if (!this.isConfirmed(session)) throw new DomainError('session.confirm');
  }
}

/** What is stored of a token. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

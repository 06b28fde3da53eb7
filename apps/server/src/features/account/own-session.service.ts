import { Injectable } from '@nestjs/common';
import { DomainError, type Session as SessionView, type SessionId } from '@mufakat/domain';
import type { Session } from '../../platform/access/session.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { SessionEnding } from './session-ending.js';
import { SessionStore } from './session.store.js';

/** Where a person is signed in, and how she ends it there. */
@Injectable()
export class OwnSessionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionStore,
    private readonly ending: SessionEnding,
    private readonly clock: Clock,
  ) {}

  async list(session: Session): Promise<SessionView[]> {
    const rows = await this.work.asSystem((db) => this.sessions.list(db, session.personId, this.clock.now()));
    return rows.map((row) => ({
      id: row.id,
      isThisOne: row.id === session.id,
      device: row.device,
      startedAt: row.started_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    }));
  }

  async end(session: Session, only: SessionId): Promise<SessionView[]> {
    if (!(await this.list(session)).some(({ id }) => id === only)) throw new DomainError('not-found');
    await this.ending.endWith((_db, _record, end) =>
      end({ personId: session.personId, only, reason: 'ended-elsewhere' }),
    );
    return this.list(session);
  }

  async endOthers(session: Session): Promise<SessionView[]> {
    await this.ending.endWith((_db, _record, end) =>
      end({ personId: session.personId, except: session.id, reason: 'ended-elsewhere' }),
    );
    return this.list(session);
  }
}

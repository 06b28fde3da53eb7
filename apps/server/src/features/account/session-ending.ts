import { Injectable } from '@nestjs/common';
import type { PersonId, ServerEntry, SessionId } from '@mufakat/domain';
import { AccessChanges } from '../../platform/access/access-changes.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { SessionStore } from './session.store.js';

type Reason = Extract<ServerEntry, { name: 'session.ended' }>['data']['reason'];
/** Whose sessions end: one, all but one, or all of them. */
export type Ending = { personId: PersonId; only?: SessionId; except?: SessionId; reason: Reason };

/** Ends sessions and, once that is committed, closes what they have open. */
@Injectable()
export class SessionEnding {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: SessionStore,
    private readonly journal: ServerJournal,
    private readonly changes: AccessChanges,
    private readonly clock: Clock,
  ) {}

  /** Ends them together with other work in one transaction. */
  endWith<T>(work: (db: Db, record: Recorder, end: (ending: Ending) => Promise<void>) => Promise<T>): Promise<T> {
    return this.work.asSystem((db, record) => work(db, record, (ending) => this.end(db, record, ending)));
  }

  private async end(db: Db, record: Recorder, { reason, ...of }: Ending): Promise<void> {
    const ended = await this.store.end(db, { ...of, now: this.clock.now() });
    const say = await this.journal.open(db, record, of.personId);
    for (const sessionId of ended) {
      say('session.ended', { personId: of.personId, sessionId, reason });
      await this.changes.announce(db, { kind: 'session', sessionId });
    }
  }
}

import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type About,
  type changeMe,
  type changePassword,
  type Me,
  type ParsedOf,
  type Session as SessionView,
  type SessionId,
} from '@mufakat/domain';
import { Passwords } from '../../platform/access/password.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import type { Session } from '../../platform/access/session.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { Mail } from '../../platform/outside/mail.js';
import { Settings } from '../../platform/settings.js';
import { DirectoryNews } from '../partnership/index.js';
import { MeReader } from './me-reader.js';
import { isCommonPassword } from './password-rule.js';
import { PasswordProof } from './password-proof.js';
import { PersonStore } from './person.store.js';
import { ResetCodeStore } from './reset-code.store.js';
import { SessionEnding } from './session-ending.js';
import { SessionStore } from './session.store.js';
import { SetupCode } from './setup-code.js';

/** What a person changes about herself: settings, password, where she is signed in. */
@Injectable()
export class AccountService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly codes: ResetCodeStore,
    private readonly proof: PasswordProof,
    private readonly passwords: Passwords,
    private readonly ending: SessionEnding,
    private readonly journal: ServerJournal,
    private readonly directories: DirectoryNews,
    private readonly me: MeReader,
    private readonly setup: SetupCode,
    private readonly mail: Mail,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async about(): Promise<About> {
    const { version, isDemo } = this.settings.given;
    return { version, isDemo, sendsMail: this.mail.sends, needsSetup: await this.setup.isWaited() };
  }

  async change(session: Session, { version, ...given }: ParsedOf<typeof changeMe>): Promise<Me> {
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const isNewest = await this.work.asSystem(async (db, record) => {
      const isNewest = await this.people.change(db, session.personId, version, change);
      const isSeen = 'name' in change || 'honorific' in change;
      if (isNewest && isSeen) await this.directories.personChanged(db, record, session.personId);
      return isNewest;
    });
    const me = await this.me.read(session.personId);
    if (!isNewest) throw new DomainError('version.stale', { current: me });
    return me;
  }

  /** A new password counts as typed just now, voids any reset code, and ends every other session. */
  async changePassword(session: Session, input: ParsedOf<typeof changePassword>, address: string): Promise<void> {
    const { personId } = session;
    const person = await this.proof.again(personId, input.current, address);
    if (isCommonPassword(input.next, ownWords(person))) throw new DomainError('password.common');
    const passwordHash = await this.passwords.hash(input.next);
    await this.ending.endWith(async (db, record, end) => {
      await this.people.setPassword(db, personId, passwordHash);
      await this.codes.remove(db, personId);
      await this.sessions.confirm(db, session.id, this.clock.now());
      const say = await this.journal.open(db, record, personId);
      say('password.changed', { personId });
      await end({ personId, except: session.id, reason: 'password-changed' });
    });
  }

  async listSessions(session: Session): Promise<SessionView[]> {
    const rows = await this.work.asSystem((db) => this.sessions.list(db, session.personId, this.clock.now()));
    return rows.map((row) => ({
      id: row.id,
      isThisOne: row.id === session.id,
      device: row.device,
      startedAt: row.started_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    }));
  }

  async endSession(session: Session, only: SessionId): Promise<SessionView[]> {
    if (!(await this.listSessions(session)).some(({ id }) => id === only)) throw new DomainError('not-found');
    await this.ending.endWith((_db, _record, end) =>
      end({ personId: session.personId, only, reason: 'ended-elsewhere' }),
    );
    return this.listSessions(session);
  }

  async endOtherSessions(session: Session): Promise<SessionView[]> {
    await this.ending.endWith((_db, _record, end) =>
      end({ personId: session.personId, except: session.id, reason: 'ended-elsewhere' }),
    );
    return this.listSessions(session);
  }
}

/** The words of a person that make a password easy to guess. */
export function ownWords(person: { name: string; email: string | null; phone: string | null }): string[] {
  return [person.name, person.email, person.phone].filter((word) => word !== null);
}

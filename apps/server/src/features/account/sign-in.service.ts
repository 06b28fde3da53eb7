import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type confirmPassword,
  type DemoPerson,
  type Me,
  type ParsedOf,
  type PersonId,
  type signIn,
} from '@mufakat/domain';
import { ServerJournal } from '../../platform/access/server-journal.js';
import { type Session, SessionService } from '../../platform/access/session.service.js';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { Settings } from '../../platform/settings.js';
import { MeReader } from './me-reader.js';
import { PasswordProof } from './password-proof.js';
import { SessionEnding } from './session-ending.js';
import { SessionStore } from './session.store.js';
import type { Visitor } from './visitor.js';

/** A session that has just begun: its token goes into the cookie and nowhere else. */
export type SignedIn = { token: string; me: Me };

/** Signing in and out. */
@Injectable()
export class SignInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionService,
    private readonly store: SessionStore,
    private readonly ending: SessionEnding,
    private readonly journal: ServerJournal,
    private readonly me: MeReader,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async signIn(input: ParsedOf<typeof signIn>, visitor: Visitor): Promise<SignedIn> {
    const person = await this.proof.byLogin(input.login, input.password, visitor.address);
    if (person.suspended_at) throw new DomainError('seat.suspended');
    return this.begin(person.id, visitor);
  }

  /** The sample people of the demo; nobody anywhere else. */
  async demoPeople(): Promise<DemoPerson[]> {
    this.enforceDemo();
    return this.me.seated();
  }

  async signInAsDemoPerson(personId: PersonId, visitor: Visitor): Promise<SignedIn> {
    const isThere = (await this.demoPeople()).some(({ id }) => id === personId);
    if (!isThere) throw new DomainError('not-found');
    return this.begin(personId, visitor);
  }

  /** Starts a session in an open transaction, for whoever has just been let in. */
  async start(db: Db, record: Recorder, as: { personId: PersonId; device: string }): Promise<string> {
    const { id, token } = await this.sessions.start(db, as.personId, as.device);
    const say = await this.journal.open(db, record, as.personId);
    say('session.started', { personId: as.personId, sessionId: id });
    return token;
  }

  async signOut(session: Session): Promise<void> {
    await this.ending.endWith((_db, _record, end) =>
      end({ personId: session.personId, only: session.id, reason: 'signed-out' }),
    );
  }

  async confirm(session: Session, input: ParsedOf<typeof confirmPassword>, address: string): Promise<void> {
    await this.proof.again(session.personId, input.password, address);
    await this.work.asSystem((db) => this.store.confirm(db, session.id, this.clock.now()));
  }

  /** A new session; the one this browser had until now ends, so that no known token ever signs anybody in. */
  private async begin(personId: PersonId, { device, session }: Visitor): Promise<SignedIn> {
    const token = await this.ending.endWith(async (db, record, end) => {
      if (session) await end({ personId: session.personId, only: session.id, reason: 'signed-out' });
      return this.start(db, record, { personId, device });
    });
    return { token, me: await this.me.read(personId) };
  }

  private enforceDemo(): void {
    if (!this.settings.given.isDemo) throw new DomainError('not-found');
  }
}

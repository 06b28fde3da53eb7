import { Injectable, Logger } from '@nestjs/common';
import {
  DomainError,
  type issueResetCode,
  type ParsedOf,
  type requestResetMail,
  type resetPassword,
} from '@mufakat/domain';
import { Attempts, perAccount } from '../../platform/access/attempts.js';
import { Passwords } from '../../platform/access/password.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import { type Session, SessionService } from '../../platform/access/session.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { loginText, parseLogin } from './login.js';
import { isCommonPassword, ownWords } from './password-rule.js';
import { type Credentials, PersonStore } from './person.store.js';
import { ResetCodeStore } from './reset-code.store.js';
import { ResetCodes, type ShownCode } from './reset-codes.js';
import { ResetLetters } from './reset-letters.js';
import { SessionEnding } from './session-ending.js';

const lettersPerAccount = { ...perAccount, tries: 3 };

/** The ways back in for somebody who forgot the password. */
@Injectable()
export class ResetService {
  private readonly log = new Logger(ResetService.name);

  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly store: ResetCodeStore,
    private readonly codes: ResetCodes,
    private readonly letters: ResetLetters,
    private readonly sessions: SessionService,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly ending: SessionEnding,
    private readonly journal: ServerJournal,
  ) {}

  /**
   * A code for a colleague, by an admin of the same organization. Not for oneself, who has a password to confirm with,
   * and not for somebody whose account also opens another organization or the server: that would be more than one's own.
   */
  async issueForColleague(session: Session, input: ParsedOf<typeof issueResetCode>): Promise<ShownCode> {
    const { person, ties } = await this.work.asSystem(async (db) => ({
      person: await this.people.byId(db, input.personId),
      ties: await this.store.colleagues(db, input.organizationId, session.personId, input.personId),
    }));
    if (!ties.isInside || !ties.isColleague || !person) throw new DomainError('not-found');
    const reachesFurther = ties.isElsewhere || person.is_operator || person.id === session.personId;
    if (!ties.isAdmin || reachesFurther) throw new DomainError('seat.role-needed');
    this.sessions.enforceConfirmed(session);
    return this.codes.issue(person.id, 'admin', session.personId);
  }

  /** Answers before looking whether the account exists, so that neither the answer nor its time tells. */
  async requestMail({ login: text }: ParsedOf<typeof requestResetMail>, address: string): Promise<void> {
    if (!this.letters.canSend) throw new DomainError('not-found');
    const login = parseLogin(text);
    await this.attempts.takeFrom(address);
    await this.attempts.take(`reset mail ${login ? loginText(login) : text.toLowerCase()}`, lettersPerAccount);
    if (!login) return;
    void this.work
      .asSystem((db) => this.people.byLogin(db, login))
      .then((person) => person && this.letters.send(person))
      .catch((error: unknown) => this.log.error({ fault: 'a reset letter was not sent', err: error }));
  }

  /** Chooses a new password with a code; every session ends. */
  async reset(input: ParsedOf<typeof resetPassword>, address: string): Promise<void> {
    const login = parseLogin(input.login);
    const fromHere = await this.attempts.takeFrom(address);
    await this.attempts.take(`reset of ${login ? loginText(login) : input.login.toLowerCase()}`);
    // Judged by what was typed, before anything tells whether the account exists.
    if (isCommonPassword(input.next, [input.login])) throw new DomainError('password.common');
    const person = await this.work.asSystem(async (db) => (login ? this.people.byLogin(db, login) : null));
    if (!person || !(await this.codes.isRight(person.id, input.code))) throw new DomainError('reset.refused');
    if (isCommonPassword(input.next, ownWords(person))) throw new DomainError('password.common');
    await this.choose(person, await this.passwords.hash(input.next));
    await this.attempts.giveBack(fromHere);
  }

  private async choose({ id }: Credentials, passwordHash: string): Promise<void> {
    // Of two who use the same code at once, the second finds it gone.
    await this.ending.endWith(async (db, record, end) => {
      if (!(await this.store.find(db, id))) throw new DomainError('reset.refused');
      await this.people.setPassword(db, id, passwordHash);
      await this.store.remove(db, id);
      const say = await this.journal.open(db, record, id);
      say('password.changed', { personId: id });
      await end({ personId: id, reason: 'password-reset' });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { DomainError, type changePassword, type ParsedOf } from '@mufakat/domain';
import { Passwords } from '../../platform/access/password.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import type { Session } from '../../platform/access/session.service.js';
import { Clock } from '../../platform/outside/clock.js';
import { isCommonPassword, ownWords } from './password-rule.js';
import { PasswordProof } from './password-proof.js';
import { PersonStore } from './person.store.js';
import { ResetCodeStore } from './reset-code.store.js';
import { SessionEnding } from './session-ending.js';
import { SessionStore } from './session.store.js';

/** Changing one's own password, knowing the old one. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly people: PersonStore,
    private readonly sessions: SessionStore,
    private readonly codes: ResetCodeStore,
    private readonly proof: PasswordProof,
    private readonly passwords: Passwords,
    private readonly ending: SessionEnding,
    private readonly journal: ServerJournal,
    private readonly clock: Clock,
  ) {}

  /** A new password counts as typed just now, voids any reset code, and ends every other session. */
  async change(session: Session, input: ParsedOf<typeof changePassword>, address: string): Promise<void> {
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
}

import { Injectable } from '@nestjs/common';
import { DomainError, type PersonId } from '@mufakat/domain';
import { Attempts } from '../../platform/access/attempts.js';
import { Passwords } from '../../platform/access/password.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { loginText, parseLogin } from './login.js';
import { type Credentials, PersonStore } from './person.store.js';

/** Checks a typed password as a counted try. An unknown account costs, counts and answers like a known one. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly passwords: Passwords,
    private readonly attempts: Attempts,
    private readonly journal: ServerJournal,
  ) {}

  /** The person whose login and password these are. */
  async byLogin(text: string, password: string, address: string): Promise<Credentials> {
    const login = parseLogin(text);
    const person = await this.work.asSystem(async (db) => (login ? this.people.byLogin(db, login) : null));
    const subject = person ? subjectOf(person.id) : `login ${login ? loginText(login) : text.toLowerCase()}`;
    return this.prove(person, { password, subject, address });
  }

  /** The signed-in person, once more. */
  async again(personId: PersonId, password: string, address: string): Promise<Credentials> {
    const person = await this.work.asSystem((db) => this.people.byId(db, personId));
    return this.prove(person, { password, subject: subjectOf(personId), address });
  }

  private async prove(
    person: Credentials | null,
    given: { password: string; subject: string; address: string },
  ): Promise<Credentials> {
    const fromHere = await this.attempts.takeFrom(given.address);
    await this.attempts.take(given.subject);
    const isRight = await this.passwords.matches(person?.password_hash ?? null, given.password);
    if (!person || !isRight) {
      await this.work.asSystem(async (db, record) => {
        const say = await this.journal.open(db, record, null);
        say('session.refused', { personId: person?.id ?? null });
      });
      throw new DomainError('session.refused');
    }
    await this.attempts.forget(given.subject);
    await this.attempts.giveBack(fromHere);
    return person;
  }
}

/** Under which name the guesses at a person's password are counted, whichever login they are made with. */
function subjectOf(personId: PersonId): string {
  return `password of ${personId}`;
}

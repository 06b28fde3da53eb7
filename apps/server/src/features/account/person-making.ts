import { Injectable } from '@nestjs/common';
import { DomainError, type Honorific, type Locale, type PersonId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { Passwords } from '../../platform/access/password.js';
import { ServerJournal } from '../../platform/access/server-journal.js';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { loginText, parseLogin } from './login.js';
import { isCommonPassword } from './password-rule.js';
import { PersonStore } from './person.store.js';

export type PersonToMake = {
  name: string;
  honorific: Honorific | null;
  login: string;
  password: string;
  locale: Locale;
  isOperator: boolean;
};

/** Makes people: the first one at set-up, all others by invitation. There is no open registration. */
@Injectable()
export class PersonMaking {
  constructor(
    private readonly people: PersonStore,
    private readonly passwords: Passwords,
    private readonly journal: ServerJournal,
    private readonly clock: Clock,
  ) {}

  /** Refuses with `input.invalid` (no e-mail or phone number), `password.common` or `login.taken`. */
  async make(db: Db, record: Recorder, person: PersonToMake): Promise<PersonId> {
    const login = parseLogin(person.login);
    if (!login) throw new DomainError('input.invalid', { issues: [{ path: ['login'], message: 'not a login' }] });
    if (isCommonPassword(person.password, [person.name, loginText(login)])) throw new DomainError('password.common');
    const id = newId() as PersonId;
    const passwordHash = await this.passwords.hash(person.password);
    const isNew = await this.people.add(db, { ...person, id, login, passwordHash, now: this.clock.now() });
    if (!isNew) throw new DomainError('login.taken');
    const say = await this.journal.open(db, record, id);
    say('person.joined', { personId: id, name: person.name });
    return id;
  }
}

import { Injectable } from '@nestjs/common';
import type { PersonId } from '@mufakat/domain';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { parseLogin } from './login.js';
import { PersonStore } from './person.store.js';

/** Finds the person behind an e-mail address or phone number, for those who may know. */
@Injectable()
export class FindPerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
  ) {}

  async byLogin(text: string): Promise<PersonId | null> {
    const login = parseLogin(text);
    if (!login) return null;
    const person = await this.work.asSystem((db) => this.people.byLogin(db, login));
    return person?.id ?? null;
  }
}

import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type PersonId, type ServerEntry } from '@mufakat/domain';
import { ServerJournal } from '../../platform/access/server-journal.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { PersonStore } from './person.store.js';
import { ResetCodeStore } from './reset-code.store.js';

type Channel = Extract<ServerEntry, { name: 'reset-code.issued' }>['data']['channel'];
/** A code as it is shown once; only its digest is kept. */
export type ShownCode = { code: string; expiresAt: string };

/** No 0, O, 1 or I: codes are read aloud and written on paper. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const lasts = 60 * 60 * 1000;
const wrongTries = 5;

/** One-hour codes with which somebody who forgot the password chooses a new one. */
@Injectable()
export class ResetCodes {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly store: ResetCodeStore,
    private readonly journal: ServerJournal,
    private readonly clock: Clock,
  ) {}

  /** Makes a code for the person; an earlier one is void. `by` is null when the product or the server's owner does it. */
  async issue(personId: PersonId, channel: Channel, by: PersonId | null): Promise<ShownCode> {
    const code = Array.from({ length: 10 }, () => signs[randomInt(signs.length)]).join('');
    const expiresAt = new Date(this.clock.now().getTime() + lasts);
    await this.work.asSystem(async (db, record) => {
      if (!(await this.people.byId(db, personId))) throw new DomainError('not-found');
      await this.store.put(db, { personId, digest: digest(code), expiresAt });
      const say = await this.journal.open(db, record, by);
      say('reset-code.issued', { personId, channel });
    });
    return { code: `${code.slice(0, 5)}-${code.slice(5)}`, expiresAt: expiresAt.toISOString() };
  }

  /** Whether the code is good. A wrong one is counted even though nothing else happens; five void it. */
  isRight(personId: PersonId, typed: string): Promise<boolean> {
    return this.work.asSystem(async (db) => {
      const row = await this.store.find(db, personId);
      if (!row || row.wrong_tries >= wrongTries || this.clock.now() >= row.expires_at) return false;
      if (timingSafeEqual(row.code_digest, digest(typed))) return true;
      await this.store.countWrongTry(db, personId);
      return false;
    });
  }
}

function digest(code: string): Buffer {
  return createHash('sha256')
    .update(code.replace(/[^0-9a-z]/gi, '').toUpperCase())
    .digest();
}

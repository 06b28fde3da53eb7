import { Injectable } from '@nestjs/common';
import type { Honorific, Locale, PersonId } from '@mufakat/domain';
import type { Db } from '../../platform/database/system-work.js';
import type { ParsedLogin } from './login.js';

/** A person as far as signing in needs to know. */
export type Credentials = {
  id: PersonId;
  name: string;
  email: string | null;
  phone: string | null;
  password_hash: string;
  locale: Locale;
  is_operator: boolean;
  suspended_at: Date | null;
};

export type NewPerson = {
  id: PersonId;
  name: string;
  honorific: Honorific | null;
  login: ParsedLogin;
  passwordHash: string;
  locale: Locale;
  isOperator: boolean;
  now: Date;
};

/** The settings a person changes; what is left out stays. */
export type PersonChange = Partial<{
  name: string;
  honorific: Honorific | null;
  locale: Locale;
  theme: string;
  textSize: string;
  shortcuts: boolean;
}>;

const columns = 'id, name, email, phone, password_hash, locale, is_operator, suspended_at';
const columnOf: Record<keyof PersonChange, string> = {
  name: 'name',
  honorific: 'honorific',
  locale: 'locale',
  theme: 'theme',
  textSize: 'text_size',
  shortcuts: 'shortcuts',
};

/** The table of people. */
@Injectable()
export class PersonStore {
  async byLogin(db: Db, login: ParsedLogin): Promise<Credentials | null> {
    const rows: Credentials[] =
      'email' in login
        ? await db.query(`select ${columns} from person where lower(email) = $1`, [login.email])
        : await db.query(`select ${columns} from person where phone = $1`, [login.phone]);
    return rows[0] ?? null;
  }

  async byId(db: Db, id: PersonId): Promise<Credentials | null> {
    const rows: Credentials[] = await db.query(`select ${columns} from person where id = $1`, [id]);
    return rows[0] ?? null;
  }

  async hasAnybody(db: Db): Promise<boolean> {
    const rows: unknown[] = await db.query('select 1 from person limit 1');
    return rows.length > 0;
  }

  /** Lets one set-up at a time look whether it is the first. */
  async queueForSetUp(db: Db): Promise<void> {
    await db.query('select pg_advisory_xact_lock(7364503)');
  }

  /** Answers false when somebody has the login already. */
  async add(db: Db, person: NewPerson): Promise<boolean> {
    const rows: unknown[] = await db.query(
      `insert into person (id, name, honorific, email, phone, password_hash, locale, is_operator, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [
        person.id,
        person.name,
        person.honorific,
        'email' in person.login ? person.login.email : null,
        'phone' in person.login ? person.login.phone : null,
        person.passwordHash,
        person.locale,
        person.isOperator,
        person.now,
      ],
    );
    return rows.length > 0;
  }

  /** Answers false when the version is no longer the newest. */
  async change(db: Db, id: PersonId, version: number, change: PersonChange): Promise<boolean> {
    const given = (Object.keys(columnOf) as (keyof PersonChange)[]).filter((name) => change[name] !== undefined);
    const sets = given.map((name, index) => `${columnOf[name]} = $${index + 3}`);
    const [, changed]: [unknown[], number] = await db.query(
      `update person set ${[...sets, 'version = version + 1'].join(', ')} where id = $1 and version = $2`,
      [id, version, ...given.map((name) => change[name])],
    );
    return changed > 0;
  }

  async setPassword(db: Db, id: PersonId, passwordHash: string): Promise<void> {
    await db.query('update person set password_hash = $2 where id = $1', [id, passwordHash]);
  }
}

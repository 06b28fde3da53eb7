import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DomainError } from '@mufakat/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../outside/clock.js';

const minute = 60_000;

/** How many tries a subject has within a sliding time. */
export type Limit = { tries: number; within: number };
/** Guesses at one account, whoever makes them. */
export const perAccount: Limit = { tries: 10, within: 15 * minute };
/** Guesses from one network, whatever they are aimed at. */
export const perAddress: Limit = { tries: 50, within: 15 * minute };

/** A try that was counted, to be given back when it was no guess. */
export type Attempt = { id: string };

/** Counts guesses in the database, so that neither a restart nor a second server forgets them. */
@Injectable()
export class Attempts {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Counts one try before it is made, in a transaction of its own; refuses with `session.too-many` past the limit. */
  async take(subject: string, limit: Limit = perAccount): Promise<Attempt> {
    const now = this.clock.now();
    const key = digest(subject);
    return this.database.transaction(async (db) => {
      // Parallel guesses at the same subject queue here, so that none slips past the count.
      await db.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [key]);
      await db.query('delete from attempt where subject = $1 and at <= $2', [
        key,
        new Date(now.getTime() - limit.within),
      ]);
      const rows: { n: number }[] = await db.query('select count(*)::int as n from attempt where subject = $1', [key]);
      if ((rows[0]?.n ?? 0) >= limit.tries) throw new DomainError('session.too-many');
      const made: { id: string }[] = await db.query('insert into attempt (subject, at) values ($1, $2) returning id', [
        key,
        now,
      ]);
      return { id: made[0]?.id ?? '' };
    });
  }

  /** Takes one try from a network: an office behind one address shares it. */
  takeFrom(address: string): Promise<Attempt> {
    return this.take(`network ${networkOf(address)}`, perAddress);
  }

  /** Gives a try back that turned out to be right. */
  async giveBack(attempt: Attempt): Promise<void> {
    await this.database.query('delete from attempt where id = $1', [attempt.id]);
  }

  /** Forgets the wrong tries at a subject once somebody proved to be the right one. */
  async forget(subject: string): Promise<void> {
    await this.database.query('delete from attempt where subject = $1', [digest(subject)]);
  }
}

/** The /24 of an IPv4 address or the /48 of an IPv6 one: what one household or office is given. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = '', tail] = (plain.split('%')[0] ?? '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array<string>(gap).fill('0'), ...back];
  const network = groups.slice(0, 3).map((group) => (Number.parseInt(group, 16) || 0).toString(16));
  return `${network.join(':')}::/48`;
}

/** Subjects are stored as digests: the table names neither people nor addresses. */
function digest(subject: string): string {
  return createHash('sha256').update(subject).digest('base64');
}

import { Injectable } from '@nestjs/common';
import type { OrganizationId, PersonId } from '@mufakat/domain';
import type { Db } from '../../platform/database/system-work.js';

export type PersonRow = {
  id: PersonId;
  name: string;
  login: string;
  organizations: string[];
  last_seen_at: Date | null;
  suspended_at: Date | null;
};
export type OrganizationRow = {
  id: OrganizationId;
  name: string;
  people: number;
  partnerships: number;
  suspended_at: Date | null;
};

/** Accounts and counts; never what people write. */
@Injectable()
export class OperatorStore {
  people(db: Db): Promise<PersonRow[]> {
    return db.query(
      `select person.id, person.name, coalesce(person.email, person.phone) as login, person.suspended_at,
              (select max(last_seen_at) from session where person_id = person.id) as last_seen_at,
              array(select organization.name from organization_member member
                    join organization on organization.id = member.organization_id
                    where member.person_id = person.id order by organization.name) as organizations
       from person order by person.name, person.id`,
    );
  }

  organizations(db: Db): Promise<OrganizationRow[]> {
    return db.query(
      `select id, name, suspended_at,
              (select count(*)::int from organization_member where organization_id = organization.id) as people,
              (select count(*)::int from partner
               where organization_id = organization.id and left_at is null) as partnerships
       from organization order by name, id`,
    );
  }

  async counts(db: Db): Promise<{ partnerships: number; journalEntries: number }> {
    const rows: { partnerships: number; journalEntries: number }[] = await db.query(
      `select (select count(*)::int from partnership) as partnerships,
              (select coalesce(sum(sequence), 0)::int from space) as "journalEntries"`,
    );
    return rows[0] ?? { partnerships: 0, journalEntries: 0 };
  }

  /** Answers whether there is such a person, and whether this changed anything. */
  suspendPerson(db: Db, id: PersonId, at: Date | null): Promise<'missing' | 'as-before' | 'changed'> {
    return this.suspend(db, 'person', id, at);
  }

  suspendOrganization(db: Db, id: OrganizationId, at: Date | null): Promise<'missing' | 'as-before' | 'changed'> {
    return this.suspend(db, 'organization', id, at);
  }

  private async suspend(
    db: Db,
    table: 'person' | 'organization',
    id: string,
    at: Date | null,
  ): Promise<'missing' | 'as-before' | 'changed'> {
    const [, changed]: [unknown[], number] = await db.query(
      `update ${table} set suspended_at = $2::timestamptz
       where id = $1 and (suspended_at is null) = ($2::timestamptz is not null)`,
      [id, at],
    );
    if (changed > 0) return 'changed';
    const rows: unknown[] = await db.query(`select 1 from ${table} where id = $1`, [id]);
    return rows.length > 0 ? 'as-before' : 'missing';
  }
}

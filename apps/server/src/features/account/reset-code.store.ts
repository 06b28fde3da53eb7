import { Injectable } from '@nestjs/common';
import type { OrganizationId, PersonId } from '@mufakat/domain';
import type { Db } from '../../platform/database/system-work.js';

type Row = { code_digest: Buffer; wrong_tries: number; expires_at: Date };
/** What two people are to an organization, as far as a reset code depends on it. */
export type Colleagues = { isAdmin: boolean; isInside: boolean; isColleague: boolean; isElsewhere: boolean };

const belongs = (person: string) => `
  (select organization_id from organization_member where person_id = ${person}
   union
   select partner.organization_id from seat join partner on partner.id = seat.partner_id
   where seat.person_id = ${person} and seat.ended_at is null and partner.left_at is null)`;

/** The table of reset codes, one a person. */
@Injectable()
export class ResetCodeStore {
  async put(db: Db, code: { personId: PersonId; digest: Buffer; expiresAt: Date }): Promise<void> {
    await db.query(
      `insert into reset_code (person_id, code_digest, expires_at) values ($1, $2, $3)
       on conflict (person_id) do update set code_digest = $2, expires_at = $3, wrong_tries = 0`,
      [code.personId, code.digest, code.expiresAt],
    );
  }

  /** Locks the code, so that parallel guesses queue. */
  async find(db: Db, personId: PersonId): Promise<Row | null> {
    const rows: Row[] = await db.query(
      'select code_digest, wrong_tries, expires_at from reset_code where person_id = $1 for update',
      [personId],
    );
    return rows[0] ?? null;
  }

  async countWrongTry(db: Db, personId: PersonId): Promise<void> {
    await db.query('update reset_code set wrong_tries = wrong_tries + 1 where person_id = $1', [personId]);
  }

  async remove(db: Db, personId: PersonId): Promise<void> {
    await db.query('delete from reset_code where person_id = $1', [personId]);
  }

  async colleagues(db: Db, organizationId: OrganizationId, admin: PersonId, other: PersonId): Promise<Colleagues> {
    const rows: Colleagues[] = await db.query(
      `select
         (exists (select from organization_member
                  where organization_id = $1 and person_id = $2 and role in ('owner', 'admin'))
          or exists (select from seat join partner on partner.id = seat.partner_id
                     where partner.organization_id = $1 and partner.left_at is null
                       and seat.person_id = $2 and seat.role = 'partner-admin' and seat.ended_at is null)) as "isAdmin",
         $1 in ${belongs('$2')} as "isInside",
         $1 in ${belongs('$3')} as "isColleague",
         exists (select from ${belongs('$3')} as place where organization_id <> $1) as "isElsewhere"`,
      [organizationId, admin, other],
    );
    return rows[0] ?? { isAdmin: false, isInside: false, isColleague: false, isElsewhere: false };
  }
}

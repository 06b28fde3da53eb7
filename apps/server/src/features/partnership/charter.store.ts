import { Injectable } from '@nestjs/common';
import { DomainError, type CharterFields, type PartnerId, type PartnershipId, type SpaceId } from '@mufakat/domain';
import type { Db } from '../../platform/database/system-work.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { CharterRow } from './charter.view.js';

/** The fields of a charter by their columns; lists are kept as JSON. */
const columns = {
  decisionRule: 'decision_rule',
  quorumPercent: 'quorum_percent',
  exceptions: 'exceptions',
  roles: 'roles',
  agendas: 'agendas',
  indicators: 'indicators',
  cautions: 'cautions',
  biggerDuties: 'bigger_duties',
  stages: 'stages',
  place: 'place',
  facilities: 'facilities',
} satisfies Record<keyof CharterFields, string>;
const names = Object.keys(columns) as (keyof CharterFields)[];

const selected = [
  ...names.map((name) => `${columns[name]} as "${name}"`),
  'partnership_id as id, space_id as "spaceId", version',
  'price_talk_read_by as "priceTalkReadBy", price_talk_read_at as "priceTalkReadAt"',
].join(', ');

const valuesOf = (fields: CharterFields) =>
  names.map((name) => (typeof fields[name] === 'object' ? JSON.stringify(fields[name]) : fields[name]));

type NewCharter = Pick<CharterRow, 'spaceId' | 'priceTalkReadBy' | 'priceTalkReadAt'> & {
  partnershipId: PartnershipId;
  fields: CharterFields;
};

/** How the partners work, one row a partnership. */
@Injectable()
export class CharterStore {
  async get(db: Db, id: PartnershipId, spaces: readonly SpaceId[]): Promise<CharterRow> {
    const rows: CharterRow[] = await db.query(
      `select ${selected} from charter where partnership_id = $1 and space_id = any ($2)`,
      [id, spaces],
    );
    if (!rows[0]) throw new DomainError('not-found');
    return rows[0];
  }

  /** Others wait until this change is through. */
  async lock({ db, seat, spaces }: Tx): Promise<CharterRow> {
    await db.query('select 1 from charter where partnership_id = $1 for no key update', [seat.partnershipId]);
    return this.get(db, seat.partnershipId, spaces);
  }

  async add(db: Db, { fields, ...of }: NewCharter): Promise<CharterRow> {
    await db.query(
      `insert into charter (partnership_id, space_id, price_talk_read_by, price_talk_read_at, ${names.map((name) => columns[name]).join(', ')})
       values ($1, $2, $3, $4, ${names.map((_, at) => `$${at + 5}`).join(', ')})`,
      [of.partnershipId, of.spaceId, of.priceTalkReadBy, of.priceTalkReadAt, ...valuesOf(fields)],
    );
    return this.get(db, of.partnershipId, [of.spaceId]);
  }

  async change({ db, seat, spaces }: Tx, fields: CharterFields): Promise<CharterRow> {
    await db.query(
      `update charter set ${names.map((name, at) => `${columns[name]} = $${at + 2}`).join(', ')}, version = version + 1
       where partnership_id = $1`,
      [seat.partnershipId, ...valuesOf(fields)],
    );
    return this.get(db, seat.partnershipId, spaces);
  }

  /** Whether all of them are partners of the partnership, also those who left. */
  async arePartners({ db, seat }: Tx, ids: readonly PartnerId[]): Promise<boolean> {
    const rows: { id: PartnerId }[] = await db.query(
      'select id from partner where partnership_id = $1 and id = any ($2)',
      [seat.partnershipId, ids],
    );
    return rows.length === new Set(ids).size;
  }
}

import { openSeats } from '../access/seat.service.js';
import { isGoodSession, sessionColumns } from '../access/session.service.js';
import type { Statement } from '../database/document-database.js';
import type { Doors } from './doors.js';

/** How whoever stands at a door is known: by the digest of a token, or by a session that was found already. */
export type KnownBy = 'token' | 'session';

const keys: Record<KnownBy, string> = {
  token:
    'unnest($3::bytea[], $4::uuid[]) with ordinality as given (key, document_id, number) join session on session.token_digest = given.key',
  session:
    'unnest($3::uuid[], $4::uuid[]) with ordinality as given (key, document_id, number) join session on session.id = given.key',
};

/**
 * Everything about many who want to enter: who each is, the document, the seat that opens it, what its door says.
 * Nobody has two seats in a partnership; the limit keeps the database from joining all seats with all documents first.
 */
export function entries(by: KnownBy, { rule, edition }: Doors): Statement {
  return {
    name: `rooms entries ${by} ${edition}`,
    text: `
      select given.number::int, ${sessionColumns}, ${isGoodSession} as is_good, found.*
      from ${keys[by]}
      join person on person.id = session.person_id
      left join lateral (
        select document.space_id, document.kind, document.subject_id, to_jsonb(seat) as seat, ${rule} as is_writable
        from document join (${openSeats}) seat on document.space_id in (seat.shared, seat.own)
        where document.id = given.document_id and seat.person_id = session.person_id
        limit 1
      ) found on true`,
  };
}

/** Of many documents those whose doors let write. */
export function writable({ rule, edition }: Doors): Statement {
  return {
    name: `rooms writable ${edition}`,
    text: `select id from document where id = any($1::uuid[]) and ${rule}`,
  };
}

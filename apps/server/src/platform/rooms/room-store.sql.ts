import type { Statement } from '../database/document-database.js';

const statement = (name: string, text: string): Statement => ({ name: `document ${name}`, text });

/** The newest snapshots and what came after them, seen at one moment. */
export const load = statement(
  'load',
  `select document.id, document.sequence, document.generation, snapshot.state, snapshot.vector,
          (select array_agg(data order by entry.sequence) from document_update entry
            where entry.document_id = document.id and entry.sequence > coalesce(snapshot.sequence, 0)) as tail
   from document left join document_snapshot snapshot on snapshot.document_id = document.id
   where document.id = any($1::uuid[])`,
);

/** Documents are locked in one order, so that processes that append to the same ones never wait for each other. */
export const append = statement(
  'append',
  `with given as (select * from unnest($1::uuid[], $2::bytea[], $3::text[]) as given (id, data, people)),
   locked as (select id from document where id = any($1::uuid[]) order by id for no key update),
   head as (
     update document set sequence = sequence + 1 from locked where document.id = locked.id
     returning document.id, document.sequence, document.space_id)
   insert into document_update (document_id, sequence, space_id, data, person_ids, at)
   select head.id, head.sequence, head.space_id, given.data, given.people::uuid[], $4
   from head join given on given.id = head.id
   returning document_id, sequence`,
);

export const after = statement(
  'after',
  `select sequence, data from document_update where document_id = $1 and sequence > $2 order by sequence limit 1000`,
);

export const heads = statement('heads', `select id, sequence from document where id = any($1::uuid[])`);

/** Derived from the log and reproducible; the log itself is kept. */
export const keepSnapshot = statement(
  'keep snapshot',
  `insert into document_snapshot (document_id, space_id, sequence, state, vector, at)
   select id, space_id, $2, $3, $4, $5 from document where id = $1
   on conflict (document_id) do update
     set sequence = excluded.sequence, state = excluded.state, vector = excluded.vector, at = excluded.at
     where document_snapshot.sequence < excluded.sequence`,
);

export const bindClient = statement(
  'bind client',
  `with bound as (
     insert into document_client (document_id, client_id, space_id, person_id)
     select id, $2, space_id, $3 from document where id = $1 on conflict do nothing
     returning person_id),
   owner as (
     select person_id from bound
     union all select person_id from document_client where document_id = $1 and client_id = $2)
   select person_id from owner`,
);

export const clientOwner = statement(
  'client owner',
  `select person_id from document_client where document_id = $1 and client_id = $2`,
);

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Co-edited texts: an append-only log of Yjs updates, and snapshots derived from it. */
export class CreateDocument1795400300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document (
        id         uuid primary key,
        space_id   uuid not null references space (id),
        -- What kind of thing the text belongs to, and which one: its door decides who enters.
        kind       text not null,
        subject_id uuid not null,
        -- Grows with every append; the order of the log.
        sequence   bigint not null default 0,
        -- Another number means another history: a client with an old one must not merge.
        generation int not null default 1,
        created_at timestamptz not null
      );
      create table document_update (
        document_id uuid not null references document (id),
        sequence    bigint not null,
        space_id    uuid not null,
        -- Length-prefixed Yjs updates of one commit.
        data        bytea not null,
        -- Who wrote each of them, in the same order; null for what the product itself wrote.
        person_ids  uuid[] not null,
        at          timestamptz not null,
        primary key (document_id, sequence)
      );
      create table document_snapshot (
        document_id uuid primary key references document (id),
        space_id    uuid not null,
        -- The snapshot holds the log up to and including this entry.
        sequence    bigint not null,
        state       bytea not null,
        -- The state vector of the state, so that a room opens without reading it.
        vector      bytea not null,
        at          timestamptz not null
      );
      -- A Yjs client id belongs to the person who was first seen with it, for ever.
      create table document_client (
        document_id uuid not null references document (id),
        client_id   bigint not null,
        space_id    uuid not null,
        person_id   uuid not null references person (id),
        primary key (document_id, client_id)
      );

      do $$ declare t text; begin
        foreach t in array array['document', 'document_update', 'document_snapshot', 'document_client'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy open_spaces on %I using (space_is_open(space_id)) with check (space_is_open(space_id))', t);
        end loop;
      end $$;
      grant select, insert, update on document, document_snapshot to mufakat_app;
      grant select, insert on document_update, document_client to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table document_client, document_snapshot, document_update, document');
  }
}

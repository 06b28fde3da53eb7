import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of co-edited texts, each whole by itself, and the restorations made from them. */
export class CreateTextVersion1795400800000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table document_version (
        id          uuid primary key,
        document_id uuid not null references document (id),
        space_id    uuid not null references space (id),
        -- The version holds the log up to and including this entry.
        sequence    bigint not null check (sequence > 0),
        kind        text not null check (kind in ('named', 'automatic')),
        name        text check (char_length(name) between 1 and 80),
        made_by     uuid references seat (id),
        -- The people who wrote since the version before.
        writers     uuid[] not null,
        -- The whole Yjs document, gzipped: nothing of it is looked up in the log.
        state       bytea not null,
        -- When the text was so.
        at          timestamptz not null,
        check ((kind = 'named') = (name is not null)),
        check ((kind = 'named') = (made_by is not null))
      );
      create index document_version_in_order on document_version (document_id, sequence);
      create index document_version_by_time on document_version (document_id, at);
      create unique index document_version_automatic on document_version (document_id, sequence) where kind = 'automatic';

      create table document_restoration (
        id          uuid primary key,
        document_id uuid not null references document (id),
        space_id    uuid not null references space (id),
        -- Not a reference: an automatic version may be gone by now.
        version_id  uuid not null,
        -- The version that holds the text as it stood before; null when nothing differed.
        before_id   uuid,
        seat_id     uuid not null references seat (id),
        -- Whose words came back, by their places in Yjs; they stay their author's.
        returned    jsonb not null,
        at          timestamptz not null
      );
      create index document_restoration_of_document on document_restoration (document_id);

      alter table document_version enable row level security;
      alter table document_version force row level security;
      create policy read_open_spaces on document_version for select using (space_is_open(space_id));
      create policy keep_in_open_spaces on document_version for insert with check (space_is_open(space_id));
      -- What somebody named is never taken away; no right to change a version exists at all.
      create policy thin_automatic_ones on document_version for delete
        using (space_is_open(space_id) and kind = 'automatic');
      grant select, insert, delete on document_version to mufakat_app;

      alter table document_restoration enable row level security;
      alter table document_restoration force row level security;
      create policy open_spaces on document_restoration
        using (space_is_open(space_id)) with check (space_is_open(space_id));
      grant select, insert on document_restoration to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table document_restoration, document_version');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The journal: one gapless sequence and one hash chain per space, append-only for everybody. */
export class CreateJournal1795400200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table journal (
        space_id      uuid not null references space (id),
        sequence      bigint not null,
        name          text not null,
        -- The seat that did it, or the person in the server's own space; null when the product did.
        by_id         uuid,
        subject_id    uuid,
        at            timestamptz not null,
        -- Free text and personal fields stand here as salted digests.
        data          jsonb not null,
        previous_hash bytea not null,
        hash          bytea not null,
        primary key (space_id, sequence)
      );
      create index journal_by_subject on journal (space_id, subject_id, sequence);
      create index journal_by_time on journal (space_id, at);

      -- What the digests stand for. A value may be erased; the chain still verifies.
      create table journal_text (
        space_id uuid not null,
        sequence bigint not null,
        path     text not null,
        salt     bytea not null,
        value    text,
        primary key (space_id, sequence, path),
        foreign key (space_id, sequence) references journal (space_id, sequence)
      );

      create function refuse_rewriting_history() returns trigger language plpgsql as $$
        begin raise exception 'the journal is append-only'; end $$;
      create trigger journal_is_append_only before update or delete on journal
        for each row execute function refuse_rewriting_history();
      create trigger journal_is_never_emptied before truncate on journal
        execute function refuse_rewriting_history();

      alter table journal enable row level security;
      alter table journal force row level security;
      create policy open_spaces on journal using (space_is_open(space_id)) with check (space_is_open(space_id));
      alter table journal_text enable row level security;
      alter table journal_text force row level security;
      create policy open_spaces on journal_text using (space_is_open(space_id)) with check (space_is_open(space_id));

      grant select, insert on journal, journal_text to mufakat_app;
      grant update (value) on journal_text to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table journal_text, journal; drop function refuse_rewriting_history');
  }
}

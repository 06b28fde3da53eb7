import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What partners are asked about their interests, and what each answers under seal. */
export class CreateInterest1795401600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table interest_round (
        id             uuid primary key,
        partnership_id uuid not null references partnership (id),
        space_id       uuid not null,
        number         int not null,
        state          text not null check (state in ('asking', 'closed', 'opened')),
        -- [{ goalId, title }], by the names of then.
        goals          jsonb not null,
        asked          uuid[] not null check (cardinality(asked) > 0),
        -- [{ partnerId, commitment, at }]: who has answered, and the hash of the answer with its salt.
        sealed         jsonb not null,
        reason         text not null,
        -- [{ partnerId, ratings, salt }]: what was answered, once it is opened.
        answers        jsonb not null check (state = 'opened' or answers = '[]'),
        asked_by       uuid not null references seat (id),
        asked_at       timestamptz not null,
        closed_by      uuid references seat (id),
        opened_at      timestamptz check ((opened_at is null) = (state <> 'opened')),
        version        int not null,
        unique (space_id, number)
      );
      -- Partners are asked one thing at a time.
      create unique index one_round_at_a_time on interest_round (space_id) where state <> 'opened';

      -- In the private space of the firm whose answer it is.
      create table interest_answer (
        round_id       uuid not null references interest_round (id),
        partner_id     uuid not null references partner (id),
        partnership_id uuid not null,
        space_id       uuid not null,
        ratings        jsonb not null,
        note           text not null,
        salt           text not null check (salt ~ '^[0-9a-f]{32}$'),
        by             uuid not null references seat (id),
        at             timestamptz not null,
        version        int not null,
        primary key (round_id, partner_id)
      );

      do $$ declare t text; begin
        foreach t in array array['interest_round', 'interest_answer'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy open_spaces on %I using (space_is_open(space_id)) with check (space_is_open(space_id))', t);
        end loop;
      end $$;
      grant select, insert, update on interest_round, interest_answer to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table interest_answer, interest_round');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What firms take upon themselves, what they were asked to sign, and what they said. */
export class CreateAgreement1795401000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table target
        add measurer_id uuid references partner (id),
        -- [{ partnerId, share }], shares as exact decimals.
        add splits jsonb not null default '[]';

      create table obligation (
        id         uuid primary key,
        goal_id    uuid not null references goal (id),
        space_id   uuid not null,
        partner_id uuid not null references partner (id),
        position   int not null,
        kind       text not null check (kind in ('duty', 'none')),
        text       text not null check (length(text) between 1 and 400),
        owner_id   uuid references seat (id),
        due_on     date,
        every      text check (every in ('weekly', 'monthly', 'quarterly', 'yearly')),
        state      text not null default 'open' check (state in ('open', 'met')),
        check (kind = 'duty' or (owner_id is null and due_on is null and every is null and state = 'open'))
      );
      create index obligation_of_goal on obligation (goal_id, position);

      -- Frozen for ever: nobody may change or delete a row.
      create table revision (
        id            uuid primary key,
        goal_id       uuid not null references goal (id),
        space_id      uuid not null,
        kind          text not null check (kind in ('content', 'ending')),
        number        int not null,
        -- Canonical JSON (RFC 8785), character by character what the hash covers.
        content       text not null,
        hash          text not null check (hash ~ '^[0-9a-f]{64}$'),
        summary       text not null,
        -- The log of the text up to here is what the content says; null for an ending, which has none.
        text_sequence bigint,
        proposed_by   uuid not null references seat (id),
        proposed_at   timestamptz not null,
        -- The partners who must sign, as they were at this moment.
        signers       uuid[] not null check (cardinality(signers) > 0),
        unique (goal_id, number)
      );

      -- What became of a revision; written once.
      create table revision_outcome (
        revision_id uuid primary key references revision (id),
        space_id    uuid not null,
        outcome     text not null check (outcome in ('agreed', 'withdrawn', 'replaced', 'void')),
        at          timestamptz not null
      );

      create table sign_off (
        id             uuid primary key,
        revision_id    uuid not null references revision (id),
        goal_id        uuid not null references goal (id),
        space_id       uuid not null,
        partner_id     uuid not null references partner (id),
        verdict        text not null check (verdict in ('agree', 'agree-with-note', 'object')),
        note           text not null,
        change         text not null,
        harmed_goal_id uuid references goal (id),
        hash           text not null,
        signed_by      uuid not null references seat (id),
        signed_at      timestamptz not null,
        -- { spokeWith, at, evidence } when the facilitator wrote down what was said by phone.
        call           jsonb,
        confirmed_by   uuid references seat (id),
        state          text not null check (state in ('standing', 'awaiting', 'withdrawn', 'lapsed')),
        check (call is not null or state <> 'awaiting'),
        check (call is null or state <> 'standing' or confirmed_by is not null)
      );
      -- A firm speaks once: of two people of one firm who sign at the same moment, one does.
      create unique index one_word_per_firm on sign_off (revision_id, partner_id) where state in ('standing', 'awaiting');
      create index sign_off_of_goal on sign_off (goal_id);

      alter table goal
        add in_force_id uuid references revision (id),
        add proposed_id uuid references revision (id),
        add is_changed  boolean not null default false,
        add is_ahead    boolean not null default false,
        -- The log of the text up to here was compared with what binds and what lies on the table.
        add compared_to bigint not null default 0,
        -- When the champion set it going.
        add running_since timestamptz;

      create table check_in (
        id              uuid primary key,
        goal_id         uuid not null references goal (id),
        space_id        uuid not null,
        number          int not null,
        status          text not null check (status in ('on-track', 'attention', 'stuck')),
        confidence      int not null check (confidence between 0 and 10),
        note            text not null,
        blockers        text not null,
        -- [{ targetId, value }], values as exact decimals.
        "values"        jsonb not null,
        by              uuid not null references seat (id),
        at              timestamptz not null,
        acknowledged_by uuid references seat (id),
        acknowledged_at timestamptz,
        unique (goal_id, number),
        check ((acknowledged_by is null) = (acknowledged_at is null))
      );

      do $$ declare t text; begin
        foreach t in array array['obligation', 'revision', 'revision_outcome', 'sign_off', 'check_in'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy open_spaces on %I using (space_is_open(space_id)) with check (space_is_open(space_id))', t);
        end loop;
      end $$;
      grant select, insert, update, delete on obligation to mufakat_app;
      grant select, insert on revision, revision_outcome, sign_off to mufakat_app;
      grant update (state, confirmed_by) on sign_off to mufakat_app;
      grant select, insert, update (acknowledged_by, acknowledged_at) on check_in to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table goal drop in_force_id, drop proposed_id, drop is_changed, drop is_ahead, drop compared_to, drop running_since;
      alter table target drop measurer_id, drop splits;
      drop table check_in, sign_off, revision_outcome, revision, obligation;
    `);
  }
}

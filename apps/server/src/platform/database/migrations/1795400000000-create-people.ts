import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application's own database role, people and how they sign in. First release: nothing runs yet. */
export class CreatePeople1795400000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'mufakat_app') then create role mufakat_app nologin; end if;
      exception when duplicate_object or unique_violation then null;
      end $$;
      -- Whoever made the role beforehand has granted it, too; granting it to oneself takes more than having it.
      do $$ begin execute format('grant mufakat_app to %I', current_user);
      exception when insufficient_privilege then null;
      end $$;
      grant usage on schema public to mufakat_app;

      -- Second wall behind the queries: a connection sees only the spaces its transaction names.
      create function space_is_open(space uuid) returns boolean language sql stable as $$
        select current_setting('mufakat.spaces', true) = '*'
            or space::text = any (string_to_array(current_setting('mufakat.spaces', true), ','))
      $$;

      create table person (
        id            uuid primary key,
        name          text not null check (length(name) between 1 and 80),
        honorific     text check (honorific in ('bu', 'pak', 'mbak', 'mas')),
        email         text,
        phone         text,
        password_hash text not null,
        locale        text not null default 'id' check (locale in ('id', 'en')),
        theme         text not null default 'system' check (theme in ('system', 'light', 'dark')),
        text_size     text not null default '100' check (text_size in ('100', '115', '130')),
        shortcuts     boolean not null default true,
        is_operator   boolean not null default false,
        suspended_at  timestamptz,
        created_at    timestamptz not null,
        version       int not null default 1,
        check (email is not null or phone is not null)
      );
      create unique index person_email on person (lower(email));
      create unique index person_phone on person (phone);

      create table session (
        id           uuid primary key,
        token_digest bytea not null unique,
        person_id    uuid not null references person (id),
        device       text not null,
        started_at   timestamptz not null,
        last_seen_at timestamptz not null,
        confirmed_at timestamptz not null,
        ended_at     timestamptz
      );
      create index session_of_person on session (person_id) where ended_at is null;

      create table attempt (
        id      bigint generated always as identity primary key,
        subject text not null,
        at      timestamptz not null
      );
      create index attempt_by_subject on attempt (subject, at);

      create table reset_code (
        person_id   uuid primary key references person (id),
        code_digest bytea not null,
        wrong_tries int not null default 0,
        expires_at  timestamptz not null
      );

      grant select, insert, update on person, session to mufakat_app;
      grant select, insert, update, delete on attempt, reset_code to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table reset_code, attempt, session, person; drop function space_is_open');
  }
}

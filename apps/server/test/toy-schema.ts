import type { MigrationInterface, QueryRunner } from 'typeorm';
import { applicationRole } from '../src/platform/database/application-role.js';
import type { Schema } from '../src/platform/database/open-database.js';

/** One of everything a backup must carry: every kind of value, references in a circle, generated and counted columns. */
export class CreateToys1700000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole} nologin; end if;
      end $$;
      do $$ begin execute format('grant ${applicationRole} to %I', current_user); end $$;
      create table toy_box (
        id     uuid primary key,
        name   text not null unique,
        newest bigint
      );
      create table toy (
        id      bigint generated always as identity primary key,
        box_id  uuid not null references toy_box (id),
        title   text,
        length  int generated always as (char_length(title)) stored,
        bytes   bytea not null default '',
        tags    text[] not null default '{}',
        more    jsonb not null default '{}',
        price   numeric(20, 6),
        at      timestamptz not null default now(),
        due_on  date
      );
      alter table toy_box add foreign key (newest) references toy (id);
      grant select, insert on toy_box, toy to ${applicationRole};
      grant usage on schema public to ${applicationRole};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table toy_box drop column newest; drop table toy; drop table toy_box');
  }
}

/** A second step, for tests of a program that is newer or older than its database. */
export class PaintToys1700000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table toy add colour text not null default 'plain'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('alter table toy drop column colour');
  }
}

export const toySchema: Schema = { entities: [], migrations: [CreateToys1700000000000] };
export const paintedToySchema: Schema = { entities: [], migrations: [...toySchema.migrations, PaintToys1700000001000] };

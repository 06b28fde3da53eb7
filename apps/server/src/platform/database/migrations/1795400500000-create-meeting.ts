import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMeeting1795400500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table meeting (
        id             uuid primary key,
        partnership_id uuid not null references partnership (id),
        space_id       uuid not null references space (id),
        title          text not null check (length(title) between 1 and 160),
        starts_at      timestamptz not null,
        ends_at        timestamptz not null,
        place          text not null,
        url            text not null,
        chair_id       uuid references seat (id),
        state          text not null default 'scheduled' check (state in ('scheduled', 'running', 'ended', 'cancelled')),
        document_id    uuid not null references document (id),
        created_by     uuid not null references seat (id),
        created_at     timestamptz not null,
        version        int not null default 1,
        check (ends_at > starts_at)
      );
      create index meeting_by_time on meeting (space_id, starts_at);

      create table agenda_item (
        id           uuid primary key,
        meeting_id   uuid not null references meeting (id),
        space_id     uuid not null,
        title        text not null,
        kind         text not null check (kind in ('information', 'discussion', 'decision', 'promises')),
        minutes      int not null check (minutes between 1 and 480),
        presenter_id uuid references partner (id),
        rank         text collate "C" not null,
        state        text not null default 'open' check (state in ('open', 'done', 'postponed'))
      );
      create index agenda_of_meeting on agenda_item (meeting_id);

      create table attendance (
        meeting_id uuid not null references meeting (id),
        seat_id    uuid not null references seat (id),
        space_id   uuid not null,
        status     text not null check (status in ('present', 'excused', 'absent')),
        primary key (meeting_id, seat_id)
      );

      do $$ declare t text; begin
        foreach t in array array['meeting', 'agenda_item', 'attendance'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy open_spaces on %I using (space_is_open(space_id)) with check (space_is_open(space_id))', t);
        end loop;
      end $$;
      grant select, insert, update on meeting to mufakat_app;
      grant select, insert, update, delete on agenda_item, attendance to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table attendance, agenda_item, meeting');
  }
}

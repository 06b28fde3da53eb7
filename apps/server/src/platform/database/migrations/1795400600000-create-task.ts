import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTask1795400600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table task (
        id                       uuid primary key,
        partnership_id           uuid not null references partnership (id),
        space_id                 uuid not null references space (id),
        number                   int not null,
        title                    text not null check (length(title) between 1 and 200),
        note                     text not null,
        partner_id               uuid references partner (id),
        assignee_id              uuid references seat (id),
        due_on                   date,
        state                    text not null default 'open' check (state in ('open', 'doing', 'waiting', 'done', 'cancelled')),
        waiting_for              text not null default '',
        goal_id                  uuid references goal (id),
        origin                   jsonb,
        requested_by             uuid not null references seat (id),
        requested_by_partner_id  uuid not null references partner (id),
        completed_at             timestamptz,
        rank                     text collate "C" not null,
        archived_at              timestamptz,
        created_at               timestamptz not null,
        version                  int not null default 1,
        unique (space_id, number),
        check ((state = 'done') = (completed_at is not null))
      );
      create index open_task_by_due_day on task (space_id, due_on) where archived_at is null;

      alter table task enable row level security;
      alter table task force row level security;
      create policy open_spaces on task using (space_is_open(space_id)) with check (space_is_open(space_id));
      grant select, insert, update on task to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table task');
  }
}

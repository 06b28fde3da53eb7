import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGoal1795400400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table goal (
        id             uuid primary key,
        partnership_id uuid not null references partnership (id),
        space_id       uuid not null references space (id),
        number         int not null,
        title          text not null check (length(title) between 1 and 160),
        benefit        text check (benefit in ('resources', 'knowledge', 'market', 'innovation', 'competitiveness')),
        champion_id    uuid references seat (id),
        reviewer_id    uuid references seat (id),
        starts_on      date,
        ends_on        date,
        state          text not null default 'draft'
                       check (state in ('draft', 'proposed', 'agreed', 'running', 'achieved', 'partly', 'missed', 'dropped')),
        rank           text collate "C" not null,
        document_id    uuid not null references document (id),
        archived_at    timestamptz,
        created_by     uuid not null references seat (id),
        created_at     timestamptz not null,
        version        int not null default 1,
        unique (partnership_id, number),
        check (ends_on > starts_on)
      );
      create index goal_in_space on goal (space_id) where archived_at is null;

      create table target (
        id          uuid primary key,
        goal_id     uuid not null references goal (id),
        space_id    uuid not null,
        position    int not null,
        label       text not null,
        unit        text not null,
        direction   text not null check (direction in ('up', 'down', 'keep')),
        baseline    numeric(16, 4) not null,
        target      numeric(16, 4) not null,
        lower_bound numeric(16, 4),
        current     numeric(16, 4) not null,
        weight      int not null check (weight between 1 and 5),
        due_on      date,
        check ((direction = 'keep') = (lower_bound is not null))
      );
      create index target_of_goal on target (goal_id, position);

      do $$ declare t text; begin
        foreach t in array array['goal', 'target'] loop
          execute format('alter table %I enable row level security', t);
          execute format('alter table %I force row level security', t);
          execute format('create policy open_spaces on %I using (space_is_open(space_id)) with check (space_is_open(space_id))', t);
        end loop;
      end $$;
      grant select, insert, update on goal to mufakat_app;
      grant select, insert, update, delete on target to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table target, goal');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the partners of a partnership work together. Additive; partnerships that are there begin with an empty one. */
export class CreateCharter1795401300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table charter (
        partnership_id     uuid primary key references partnership (id),
        space_id           uuid not null references space (id),
        decision_rule      text not null default 'consent'
                           check (decision_rule in ('consent', 'unanimous', 'two-thirds', 'majority')),
        quorum_percent     int not null default 60 check (quorum_percent between 1 and 100),
        -- Lists as the contract has them.
        exceptions         jsonb not null default '[]',
        roles              jsonb not null default '[]',
        agendas            jsonb not null default '[]',
        indicators         jsonb not null default '[]',
        cautions           jsonb not null default '[]',
        bigger_duties      jsonb not null default '[]',
        stages             jsonb not null default '[]',
        place              text not null default '' check (length(place) <= 120),
        facilities         jsonb not null default '[]',
        price_talk_read_by uuid references seat (id),
        price_talk_read_at timestamptz,
        version            int not null default 1,
        check ((price_talk_read_by is null) = (price_talk_read_at is null))
      );
      select set_config('mufakat.spaces', '*', true);
      insert into charter (partnership_id, space_id)
        select partnership_id, id from space where kind = 'shared';

      alter table charter enable row level security;
      alter table charter force row level security;
      create policy open_spaces on charter using (space_is_open(space_id)) with check (space_is_open(space_id));
      grant select, insert, update on charter to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table charter');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which journal entries concern whom, and up to where a person has seen what changed. */
export class CreateNotification1795400700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table notification (
        seat_id  uuid not null references seat (id),
        space_id uuid not null,
        sequence bigint not null,
        reason   text not null,
        read_at  timestamptz,
        primary key (seat_id, space_id, sequence),
        foreign key (space_id, sequence) references journal (space_id, sequence)
      );
      create table visit (
        seat_id          uuid primary key references seat (id),
        shared_sequence  bigint not null,
        private_sequence bigint not null,
        at               timestamptz not null
      );
      alter table notification enable row level security;
      alter table notification force row level security;
      create policy open_spaces on notification using (space_is_open(space_id)) with check (space_is_open(space_id));
      grant select, insert, update on notification, visit to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table visit, notification');
  }
}

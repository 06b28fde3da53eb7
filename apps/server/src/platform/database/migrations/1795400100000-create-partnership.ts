import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations, partnerships, partners, seats, spaces and invitations. */
export class CreatePartnership1795400100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table organization (
        id           uuid primary key,
        name         text not null check (length(name) between 1 and 120),
        letters      text not null check (letters ~ '^[A-Z]{2}$'),
        kind         text not null,
        size         text not null,
        place        text not null,
        suspended_at timestamptz,
        created_at   timestamptz not null
      );
      create table organization_member (
        organization_id uuid not null references organization (id),
        person_id       uuid not null references person (id),
        role            text not null check (role in ('owner', 'admin', 'staff')),
        primary key (organization_id, person_id)
      );
      create index organization_member_by_person on organization_member (person_id);

      create table partnership (
        id         uuid primary key,
        name       text not null check (length(name) between 1 and 120),
        type       text not null check (type in ('horizontal', 'vertical', 'strategic', 'cluster')),
        purpose    text not null,
        zone       text not null,
        created_at timestamptz not null,
        version    int not null default 1
      );

      create table partner (
        id              uuid primary key,
        partnership_id  uuid not null references partnership (id),
        organization_id uuid not null references organization (id),
        letters         text not null check (letters ~ '^[A-Z]{2}$'),
        standing        text not null check (standing in ('full', 'observer', 'facilitator')),
        slot            int not null check (slot between 0 and 7),
        joined_at       timestamptz not null,
        left_at         timestamptz,
        version         int not null default 1,
        unique (partnership_id, organization_id),
        unique (partnership_id, letters)
      );

      create table seat (
        id             uuid primary key,
        partnership_id uuid not null references partnership (id),
        partner_id     uuid not null references partner (id),
        person_id      uuid not null references person (id),
        role           text not null check (role in ('facilitator', 'partner-admin', 'member', 'observer')),
        is_signatory   boolean not null default false,
        taken_at       timestamptz not null,
        ended_at       timestamptz,
        version        int not null default 1
      );
      create unique index one_open_seat on seat (partnership_id, person_id) where ended_at is null;
      create index seat_by_person on seat (person_id) where ended_at is null;

      -- A shared space per partnership, a private one per partner, one for the server itself.
      create table space (
        id             uuid primary key,
        kind           text not null check (kind in ('shared', 'private', 'server')),
        partnership_id uuid references partnership (id),
        partner_id     uuid references partner (id),
        sequence       bigint not null default 0,
        head           bytea not null,
        -- The last number given to each kind of thing in the space, for show.
        numbers        jsonb not null default '{}',
        -- Up to here the entries have been told to screens and reactions.
        told           bigint not null default 0,
        check ((kind = 'server') = (partnership_id is null)),
        check ((kind = 'private') = (partner_id is not null))
      );
      create unique index one_shared_space on space (partnership_id) where kind = 'shared';
      create unique index one_private_space on space (partner_id) where kind = 'private';
      create unique index one_server_space on space (kind) where kind = 'server';

      create table invitation (
        id                uuid primary key,
        partnership_id    uuid not null references partnership (id),
        space_id          uuid not null references space (id),
        partner_id        uuid references partner (id),
        organization_name text not null,
        standing          text not null,
        role              text not null,
        is_signatory      boolean not null,
        token_digest      bytea not null unique,
        code_digest       bytea not null unique,
        pin_digest        bytea not null,
        wrong_pins        int not null default 0,
        max_uses          int not null,
        uses              int not null default 0,
        invited_by        uuid not null references seat (id),
        expires_at        timestamptz not null,
        revoked_at        timestamptz,
        created_at        timestamptz not null,
        version           int not null default 1
      );
      create index invitation_of_partnership on invitation (partnership_id);

      alter table space enable row level security;
      alter table space force row level security;
      create policy open_spaces on space using (space_is_open(id)) with check (space_is_open(id));
      alter table invitation enable row level security;
      alter table invitation force row level security;
      create policy open_spaces on invitation using (space_is_open(space_id)) with check (space_is_open(space_id));

      grant select, insert, update on organization, partnership, partner, seat, space, invitation to mufakat_app;
      grant select, insert, update, delete on organization_member to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table invitation, space, seat, partner, partnership, organization_member, organization');
  }
}

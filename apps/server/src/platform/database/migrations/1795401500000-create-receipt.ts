import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Additive: what the server vouched for to each firm when a sign-off was written into the journal. */
export class CreateReceipt1795401500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table receipt (
        space_id   uuid not null,
        sequence   bigint not null,
        partner_id uuid not null references partner (id),
        -- Canonical JSON (RFC 8785), character by character what is signed.
        statement  text not null,
        public_key bytea not null check (length(public_key) = 32),
        signature  bytea not null check (length(signature) = 64),
        primary key (space_id, sequence, partner_id),
        foreign key (space_id, sequence) references journal (space_id, sequence)
      );
      create index receipt_of_partner on receipt (partner_id, space_id, sequence desc);
      create index journal_key_used on journal (space_id) where name = 'proof.key-used';

      -- Whoever signs makes a receipt for every firm, and sees those of its own.
      alter table receipt enable row level security;
      alter table receipt force row level security;
      create policy made_in_open_spaces on receipt for insert with check (space_is_open(space_id));
      create policy read_by_its_firm on receipt for select
        using (exists (select from space where space.partner_id = receipt.partner_id and space_is_open(space.id)));
      grant select, insert on receipt to mufakat_app;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop index journal_key_used; drop table receipt');
  }
}

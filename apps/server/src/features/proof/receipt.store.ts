import { Injectable } from '@nestjs/common';
import type { HeldReceipt, PartnerId, PartnershipId, Receipt } from '@mufakat/domain';
import { canonical } from '@mufakat/proof';
import type { EntityManager } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';

type Row = { statement: string; public_key: Buffer; signature: Buffer };

const most = 200;

/** What the server vouched for, firm by firm. The database shows a firm its own receipts only. */
@Injectable()
export class ReceiptStore {
  async add(db: EntityManager, receipts: readonly Receipt[]): Promise<void> {
    for (const { statement, publicKey, signature } of receipts)
      await db.query(
        `insert into receipt (space_id, sequence, partner_id, statement, public_key, signature)
         values ($1, $2, $3, $4, decode($5, 'hex'), decode($6, 'hex'))`,
        [statement.spaceId, statement.sequence, statement.partnerId, canonical(statement), publicKey, signature],
      );
  }

  /** The own firm's, newest first. */
  async newest(tx: Tx): Promise<HeldReceipt[]> {
    const rows: (Row & Pick<HeldReceipt, 'signedFor' | 'goalTitle'>)[] = await tx.db.query(
      `select statement, public_key, signature, seat.partner_id as "signedFor", coalesce(goal.title, '') as "goalTitle"
       from receipt
       join journal on journal.space_id = receipt.space_id and journal.sequence = receipt.sequence
       left join seat on seat.id = journal.by_id
       left join goal on goal.id = journal.subject_id and goal.space_id = receipt.space_id
       where receipt.partner_id = $1 and receipt.space_id = $2 order by receipt.sequence desc limit ${most}`,
      [tx.seat.partnerId, tx.seat.spaces.shared],
    );
    return rows.map(({ signedFor, goalTitle, ...row }) => ({ ...receiptOf(row), signedFor, goalTitle }));
  }

  /** Every receipt for entries of a space that this transaction may see. */
  async of(db: Pick<EntityManager, 'query'>, spaceId: string, partnerId?: PartnerId): Promise<Receipt[]> {
    const rows: Row[] = await db.query(
      `select statement, public_key, signature from receipt
       where space_id = $1 and ($2::uuid is null or partner_id = $2) order by sequence, partner_id`,
      [spaceId, partnerId ?? null],
    );
    return rows.map(receiptOf);
  }

  /** Whether the chain of a space names this key. */
  async isKeyUsed(db: EntityManager, spaceId: string, keyId: string): Promise<boolean> {
    const rows: unknown[] = await db.query(
      `select 1 from journal where space_id = $1 and name = 'proof.key-used' and data ->> 'keyId' = $2`,
      [spaceId, keyId],
    );
    return rows.length > 0;
  }

  /** The partnership of a shared space and the firms that are in it now. */
  async firmsIn(db: EntityManager, spaceId: string): Promise<{ partnershipId: PartnershipId; partnerId: PartnerId }[]> {
    return db.query(
      `select partner.partnership_id as "partnershipId", partner.id as "partnerId" from space
       join partner on partner.partnership_id = space.partnership_id and partner.left_at is null
       where space.id = $1 order by partner.id`,
      [spaceId],
    );
  }
}

/** A row that was tampered with may hold anything; what it says is judged by whoever checks it. */
function receiptOf({ statement, public_key: key, signature }: Row): Receipt {
  return {
    statement: JSON.parse(statement) as Receipt['statement'],
    publicKey: key.toString('hex'),
    signature: signature.toString('hex'),
  };
}

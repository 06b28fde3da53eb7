import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  isSigning,
  signedContent,
  type EntryData,
  type EntryHash,
  type Goal,
  type Receipt,
  type SeatId,
  type SigningName,
  type SpaceId,
} from '@mufakat/domain';
import { signedBytes } from '@mufakat/proof';
import type { Db } from '../../platform/database/system-work.js';
import { JournalWriter, type Appended, type Draft, type Witness } from '../../platform/journal/journal-writer.js';
import { SigningKey } from '../../platform/journal/signing-key.js';
import { ReceiptStore } from './receipt.store.js';

/** Gives every firm a signed receipt in the very transaction that writes a sign-off into the journal. */
@Injectable()
export class ReceiptWriter implements Witness, OnModuleInit {
  constructor(
    private readonly journal: JournalWriter,
    private readonly key: SigningKey,
    private readonly receipts: ReceiptStore,
  ) {}

  onModuleInit(): void {
    this.journal.addWitness(this);
  }

  /** Before the first receipt of a key the chain names the key, so that a chain alone can be checked. */
  async before(db: Db, spaceId: string, drafts: readonly Draft[]): Promise<Draft[]> {
    const { id: keyId, publicKey } = this.key;
    if (!drafts.some(({ name }) => isSigning(name))) return [];
    if (await this.receipts.isKeyUsed(db, spaceId, keyId)) return [];
    const data: EntryData<'proof.key-used'> = { keyId, publicKey };
    return [{ spaceId, name: 'proof.key-used', data, by: null }];
  }

  async after(db: Db, entries: readonly Appended[]): Promise<void> {
    for (const entry of entries) if (isSigning(entry.name)) await this.vouchFor(db, entry, entry.name);
  }

  private async vouchFor(db: Db, entry: Appended, name: SigningName): Promise<void> {
    const goal = entry.data as Goal;
    const by = entry.by as SeatId | null;
    const contentHash = signedContent(goal, by);
    if (contentHash === null) throw new TypeError(`the entry ${entry.sequence} (${name}) carries no word of ${by}`);
    const firms = await this.receipts.firmsIn(db, entry.spaceId);
    const said = firms.map((firm): Receipt['statement'] => ({
      format: 'mufakat.receipt/1',
      ...firm,
      spaceId: entry.spaceId as SpaceId,
      sequence: entry.sequence,
      hash: entry.hash as EntryHash,
      name,
      goalId: goal.id,
      contentHash,
      at: entry.at,
      keyId: this.key.id,
    }));
    const signed = said.map((statement) => ({
      statement,
      publicKey: this.key.publicKey,
      signature: this.key.sign(signedBytes(statement)),
    }));
    await this.receipts.add(db, signed);
  }
}

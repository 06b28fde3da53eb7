import { Injectable } from '@nestjs/common';
import { hashOf } from '@mufakat/proof';
import type { EntityManager } from 'typeorm';
import { Clock } from '../outside/clock.js';
import { erasableOf } from './erasable-paths.js';
import { seal, type SealedText } from './sealing.js';

/** An entry before it has a sequence: what happened, in which space, by which seat (or person, in the server's own space). */
export type Draft = { spaceId: string; name: string; data: unknown; by: string | null };

/** An entry that has its place in the chain, in a transaction that is still open. */
export type Appended = Draft & { sequence: number; at: string; hash: string };

/** Takes part in the transaction of an entry: it commits with what the witness makes of it, or not at all. */
export interface Witness {
  /** What has to stand in the chain of this space before these entries. */
  before(db: EntityManager, spaceId: string, drafts: readonly Draft[]): Promise<readonly Draft[]>;
  after(db: EntityManager, entries: readonly Appended[]): Promise<void>;
}

/** Appends entries to the journal inside the transaction that made them true. */
@Injectable()
export class JournalWriter {
  private readonly witnesses: Witness[] = [];

  constructor(private readonly clock: Clock) {}

  addWitness(witness: Witness): void {
    this.witnesses.push(witness);
  }

  async append(db: EntityManager, drafts: readonly Draft[]): Promise<void> {
    const spaces = [...new Set(drafts.map((draft) => draft.spaceId))].sort();
    // One order of locking for everybody, so that two transactions cannot wait for each other.
    for (const spaceId of spaces) {
      await this.appendTo(
        db,
        spaceId,
        drafts.filter((draft) => draft.spaceId === spaceId),
      );
    }
  }

  private async appendTo(db: EntityManager, spaceId: string, drafts: readonly Draft[]): Promise<void> {
    // The row lock hands out sequence numbers in commit order, with no gap.
    const rows: { sequence: string; head: Buffer }[] = await db.query(
      'select sequence, head from space where id = $1 for update',
      [spaceId],
    );
    const space = rows[0];
    if (!space) throw new Error(`the space ${spaceId} is not open to this transaction`);

    let sequence = Number(space.sequence);
    let head: Uint8Array = space.head;
    const appended: Appended[] = [];
    for (const draft of [...(await this.preludeTo(db, spaceId, drafts)), ...drafts]) {
      const at = this.clock.now().toISOString();
      sequence += 1;
      head = await this.insert(db, draft, { sequence, at, head });
      appended.push({ ...draft, sequence, at, hash: Buffer.from(head).toString('hex') });
    }
    await db.query('update space set sequence = $2, head = $3 where id = $1', [spaceId, sequence, Buffer.from(head)]);
    for (const witness of this.witnesses) await witness.after(db, appended);
  }

  private async preludeTo(db: EntityManager, spaceId: string, drafts: readonly Draft[]): Promise<Draft[]> {
    const prelude: Draft[] = [];
    for (const witness of this.witnesses) prelude.push(...(await witness.before(db, spaceId, drafts)));
    return prelude;
  }

  /** Writes one entry after the head and answers its hash. */
  private async insert(db: EntityManager, draft: Draft, { sequence, at, head }: Place): Promise<Uint8Array> {
    const { spaceId, name, by } = draft;
    const { sealed, texts } = seal(draft.data, erasableOf.get(name) ?? []);
    const hash = Buffer.from(hashOf(head, { spaceId, sequence, name, by, at, data: sealed }));
    await db.query(
      `insert into journal (space_id, sequence, name, by_id, subject_id, at, data, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [spaceId, sequence, name, by, subjectOf(draft.data), at, JSON.stringify(sealed), Buffer.from(head), hash],
    );
    await keepTexts(db, spaceId, sequence, texts);
    return hash;
  }
}

type Place = { sequence: number; at: string; head: Uint8Array };

async function keepTexts(
  db: EntityManager,
  spaceId: string,
  sequence: number,
  texts: readonly SealedText[],
): Promise<void> {
  if (texts.length === 0) return;
  await db.query(
    `insert into journal_text (space_id, sequence, path, salt, value)
     select $1, $2, path, salt, value from unnest($3::text[], $4::bytea[], $5::text[]) as t (path, salt, value)`,
    [spaceId, sequence, texts.map(({ path }) => path), texts.map(({ salt }) => salt), texts.map(({ value }) => value)],
  );
}

/** What an entry is about: the id of its data, whatever the kind. */
function subjectOf(data: unknown): string | null {
  const ids = data as { id?: string; seatId?: string; personId?: string; organizationId?: string };
  return ids.id ?? ids.seatId ?? ids.personId ?? ids.organizationId ?? null;
}

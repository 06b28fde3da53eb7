import { ChainCheck, type Fault } from '@mufakat/proof';
import type { EntityManager } from 'typeorm';
import { chainAfter } from './chain-reader.js';

/** What is wrong with a chain, and where. */
export type JournalFault = Fault & { spaceId: string };

const page = 500;

/** Looks at a chain beyond its own hashes, before it is read and after. */
export type Look = {
  before?(spaceId: string, chain: ChainCheck): Promise<void>;
  after?(spaceId: string, chain: ChainCheck): Promise<void>;
};

/** Recomputes every chain from its first entry; answers the faults found and how many entries were read. */
export async function verifyJournal(
  db: Pick<EntityManager, 'query'>,
  look: Look = {},
): Promise<{ entries: number; faults: JournalFault[] }> {
  const spaces: { id: string }[] = await db.query('select id from space order by id');
  const faults: JournalFault[] = [];
  let entries = 0;
  for (const { id: spaceId } of spaces) {
    const chain = await verifySpace(db, spaceId, look);
    entries += chain.head.sequence;
    faults.push(...chain.faults.map((fault) => ({ spaceId, ...fault })));
  }
  return { entries, faults };
}

/** Recomputes the chain of one space. */
export async function verifySpace(
  db: Pick<EntityManager, 'query'>,
  spaceId: string,
  look: Look = {},
): Promise<ChainCheck> {
  const chain = new ChainCheck(spaceId);
  await look.before?.(spaceId, chain);
  for (let after = 0; ;) {
    const rows = await chainAfter(db, spaceId, after, page);
    for (const row of rows) {
      chain.add(row);
      if (row.isAstray) chain.faults.push({ sequence: row.sequence, fault: 'hash' });
    }
    after = rows.at(-1)?.sequence ?? after;
    if (rows.length < page) break;
  }
  const heads: { sequence: string; hash: string }[] = await db.query(
    `select sequence, encode(head, 'hex') as hash from space where id = $1`,
    [spaceId],
  );
  chain.end({ sequence: Number(heads[0]?.sequence), hash: heads[0]?.hash ?? '' });
  await look.after?.(spaceId, chain);
  return chain;
}

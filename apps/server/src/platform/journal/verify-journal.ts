import type { EntityManager } from 'typeorm';
import { hashOf, noHead } from './chain.js';
import { digestOf } from './sealing.js';

/** What is wrong with a chain, and where. */
export type JournalFault = { spaceId: string; sequence: number; fault: 'gap' | 'chain' | 'hash' | 'text' | 'head' };

type Row = {
  sequence: string;
  name: string;
  by_id: string | null;
  at: Date;
  data: unknown;
  previous_hash: Buffer;
  hash: Buffer;
  texts: { path: string; salt: string; value: string | null }[] | null;
};

/** Recomputes every chain from its first entry; answers the faults found and how many entries were read. */
export async function verifyJournal(
  db: Pick<EntityManager, 'query'>,
): Promise<{ entries: number; faults: JournalFault[] }> {
  const faults: JournalFault[] = [];
  let entries = 0;
  const spaces: { id: string; sequence: string; head: Buffer }[] = await db.query(
    'select id, sequence, head from space',
  );
  for (const space of spaces) {
    let head: Buffer = noHead;
    let expected = 1;
    for await (const row of rowsOf(db, space.id)) {
      entries += 1;
      faults.push(...faultsOf(space.id, row, head, expected));
      head = row.hash;
      expected += 1;
    }
    if (Number(space.sequence) !== expected - 1 || !space.head.equals(head)) {
      faults.push({ spaceId: space.id, sequence: expected - 1, fault: 'head' });
    }
  }
  return { entries, faults };
}

function faultsOf(spaceId: string, row: Row, head: Buffer, expected: number): JournalFault[] {
  const sequence = Number(row.sequence);
  const fault = (kind: JournalFault['fault']) => ({ spaceId, sequence, fault: kind });
  const link = { spaceId, sequence, name: row.name, by: row.by_id, at: row.at.toISOString(), data: row.data };
  return [
    ...(sequence === expected ? [] : [fault('gap')]),
    ...(row.previous_hash.equals(head) ? [] : [fault('chain')]),
    ...(hashOf(row.previous_hash, link).equals(row.hash) ? [] : [fault('hash')]),
    ...(row.texts ?? [])
      .filter(
        ({ path, salt, value }) =>
          value !== null && digestAt(row.data, path) !== digestOf(Buffer.from(salt, 'base64'), value),
      )
      .map(() => fault('text')),
  ];
}

function digestAt(data: unknown, path: string): unknown {
  const place = path.split('.').reduce<unknown>((node, name) => (node as Record<string, unknown> | null)?.[name], data);
  return (place as { digest?: unknown } | null)?.digest;
}

async function* rowsOf(db: Pick<EntityManager, 'query'>, spaceId: string): AsyncGenerator<Row> {
  const page = 500;
  for (let after = 0; ;) {
    const rows: Row[] = await db.query(
      `select sequence, name, by_id, at, data, previous_hash, hash,
              (select json_agg(json_build_object('path', path, 'salt', encode(salt, 'base64'), 'value', value)) from journal_text
               where journal_text.space_id = journal.space_id and journal_text.sequence = journal.sequence) as texts
       from journal where space_id = $1 and sequence > $2 order by sequence limit $3`,
      [spaceId, after, page],
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = Number(last.sequence);
  }
}

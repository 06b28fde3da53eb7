import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashOf } from '@mufakat/proof';
import { DataSource, type EntityManager } from 'typeorm';
import { agreeingIn, good } from '../../../test/agreeing.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { chainAfter } from '../../platform/journal/chain-reader.js';
import { verifyProofsOf } from './verify-proofs.js';

const tampers = 200;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

let workspace: Workspace;
let ana: Sitting;
beforeAll(async () => {
  workspace = await openWorkspace();
  const people = await workspace.threePeople();
  ana = people.ana;
  const table = agreeingIn(workspace);
  const agreed = await table.agreedGoal([ana, people.budi]);
  await table.write(ana, agreed, 'Tiga kontainer sebulan');
  const changed = good(await table.propose(ana, await table.read(ana, agreed)));
  good(await table.sign(people.budi, changed));
  good(await table.sign(ana, await table.read(ana, changed)));
});
afterAll(() => workspace.close());

describe('the verifier', () => {
  it('finds nothing where nothing was changed', async () => {
    expect(await inSecret(async (db) => (await verifyProofsOf(db, ana.shared)).faults)).toEqual([]);
  });

  it(`finds each of ${tampers} random changes of the database (SEED=${seed})`, async () => {
    const dice = diceOf(seed);
    const missed: string[] = [];
    for (let n = 0; n < tampers; n += 1) {
      const [name, tamper] = dice.one(Object.entries(ways));
      const faults = await inSecret(async (db) => {
        await tamper(db, dice);
        return (await verifyProofsOf(db, ana.shared)).faults;
      });
      if (faults.length === 0) missed.push(`${n}: ${name}`);
    }
    expect(missed).toEqual([]);
  }, 240_000);
});

/** Does what only somebody with the database itself in hand can, and takes it back. */
async function inSecret<T>(work: (db: EntityManager) => Promise<T>): Promise<T> {
  const nothingHappened = new Error('taken back');
  let result: T | undefined;
  await workspace.app
    .get(DataSource)
    .transaction(async (db) => {
      await db.query(`set local role none`);
      await db.query(`set local session_replication_role = replica`);
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      result = await work(db);
      throw nothingHappened;
    })
    .catch((error: unknown) => {
      if (error !== nothingHappened) throw error;
    });
  return result as T;
}

type Dice = ReturnType<typeof diceOf>;
type Tamper = (db: EntityManager, dice: Dice) => Promise<unknown>;

const somebody = '01990000-0000-7000-8000-00000000dead';

/** Sets a column of one random row of the space, by an expression of SQL. */
const set =
  (table: string, column: string, to: string, where = 'true'): Tamper =>
  async (db, dice) => {
    const rows: { ctid: string }[] = await db.query(
      `select ctid::text from ${table} where space_id = $1 and ${where} order by ctid`,
      [ana.shared],
    );
    await db.query(`update ${table} set ${column} = ${to} where ctid = $1::tid`, [dice.one(rows).ctid]);
  };

const flipped = (column: string) => `set_byte(${column}, 3, get_byte(${column}, 3) # 1)`;

const ways: Record<string, Tamper> = {
  'the name of an entry': set('journal', 'name', `'goal.moved'`, `name <> 'goal.moved'`),
  'who did it': set('journal', 'by_id', `'${somebody}'`),
  'that nobody did it': set('journal', 'by_id', 'null', 'by_id is not null'),
  'when it was': set('journal', 'at', `at - interval '1 day'`),
  'when it was, by less than is hashed': set('journal', 'at', `at + interval '1 microsecond'`),
  'what it is about': set('journal', 'subject_id', `'${somebody}'`),
  'the hash of an entry': set('journal', 'hash', flipped('hash')),
  'the hash before it': set('journal', 'previous_hash', flipped('previous_hash')),
  'one value in an entry': changeLeaf,
  'one value in an entry, hashed anew': async (db, dice) => rehash(db, await changeLeaf(db, dice), 1),
  'one value in an entry, and every hash after it': async (db, dice) =>
    rehash(db, await changeLeaf(db, dice), Infinity),
  'a text': set('journal_text', 'value', `value || ' dan lain-lain'`, 'value is not null'),
  'the salt of a text': set('journal_text', 'salt', flipped('salt'), 'value is not null'),
  'the place of a text': set('journal_text', 'path', `path || '.x'`),
  'that there was a text': deleteOne('journal_text'),
  'that there was an entry': deleteOne('journal'),
  'the order of two entries': swap,
  'the end of the journal': cutTail,
  'an entry nobody made': addEntry,
  'what a version says': set('revision', 'content', `replace(content, 'kontainer', 'karung')`),
  'what a version says, with its hash': set(
    'revision',
    '(content, hash)',
    `(select c, encode(sha256(convert_to(c, 'UTF8')), 'hex') from (select replace(content, 'kontainer', 'karung') as c) changed)`,
  ),
  'one letter of a version': set('revision', 'content', `overlay(content placing '#' from length(content) / 2 for 1)`),
  'the hash of a version': set('revision', 'hash', `repeat('0', 64)`),
  'the number of a version': set('revision', 'number', 'number + 100'),
  'the kind of a version': set('revision', 'kind', `'ending'`),
  'what its proposer said of a version': set('revision', 'summary', `summary || 'x'`),
  'who proposed a version': set('revision', 'proposed_by', `'${somebody}'`),
  'when a version was proposed': set('revision', 'proposed_at', `proposed_at + interval '1 hour'`),
  'who must sign a version': set('revision', 'signers', `signers[1:1]`),
  'whose goal a version is of': set('revision', 'goal_id', `'${somebody}'`),
  'up to where the text went into a version': set('revision', 'text_sequence', 'text_sequence + 1'),
  'that there was a version': deleteOne('revision'),
  'a version nobody proposed': (db) =>
    db.query(
      `insert into revision select '${somebody}', goal_id, space_id, kind, 999, content, hash, summary, text_sequence,
         proposed_by, proposed_at, signers from revision where space_id = $1 limit 1`,
      [ana.shared],
    ),
  'the signature of a receipt': set('receipt', 'signature', flipped('signature')),
  'what a receipt says': set('receipt', 'statement', `replace(statement, 'goal.signed', 'goal.objected')`),
};

function deleteOne(table: string): Tamper {
  return async (db, dice) => {
    const rows: { ctid: string }[] = await db.query(
      `select ctid::text from ${table} where space_id = $1 order by ctid`,
      [ana.shared],
    );
    await db.query(`delete from ${table} where ctid = $1::tid`, [dice.one(rows).ctid]);
  };
}

/** Changes one value somewhere in one entry before the last receipt, and answers which entry that was. */
async function changeLeaf(db: EntityManager, dice: Dice): Promise<number> {
  const rows: { sequence: number; data: object }[] = await db.query(
    `select sequence::int, data from journal where space_id = $1
       and sequence <= (select max(sequence) from receipt where space_id = $1) order by sequence`,
    [ana.shared],
  );
  const { sequence, data } = dice.one(rows);
  const leaves = leavesOf(data);
  const path = dice.one(leaves);
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((node, key) => node[key] as never, data as never);
  const last = path.at(-1) ?? '';
  holder[last] = another(holder[last]);
  await db.query('update journal set data = $3 where space_id = $1 and sequence = $2', [
    ana.shared,
    sequence,
    JSON.stringify(data),
  ]);
  return sequence;
}

function leavesOf(node: unknown, path: string[] = []): string[][] {
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

function another(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'string' ? `${value}x` : 'x';
}

/** Hashes entries anew from one on, as somebody would who hides a change, and the head if it reaches that far. */
async function rehash(db: EntityManager, from: number, count: number): Promise<void> {
  let previous: Uint8Array | null = null;
  const rows = await chainAfter(db, ana.shared, from - 1, 500);
  for (const row of rows.slice(0, count)) {
    previous ??= new Uint8Array(Buffer.from(row.previous, 'hex'));
    const { sequence, name, by, at, data } = row;
    const hash = hashOf(previous, { spaceId: ana.shared, sequence, name, by, at, data });
    await db.query('update journal set previous_hash = $3, hash = $4 where space_id = $1 and sequence = $2', [
      ana.shared,
      sequence,
      Buffer.from(previous),
      Buffer.from(hash),
    ]);
    previous = hash;
  }
  if (count === Infinity && previous)
    await db.query('update space set head = $2 where id = $1', [ana.shared, Buffer.from(previous)]);
}

async function swap(db: EntityManager, dice: Dice): Promise<void> {
  const [{ n }] = (await db.query('select max(sequence)::int as n from journal where space_id = $1', [ana.shared])) as [
    { n: number },
  ];
  const at = 1 + dice.below(n - 1);
  for (const [from, to] of [
    [at, -1],
    [at + 1, at],
    [-1, at + 1],
  ])
    for (const table of ['journal', 'journal_text'])
      await db.query(`update ${table} set sequence = $3 where space_id = $1 and sequence = $2`, [ana.shared, from, to]);
}

/** Ends the journal before the last receipt, and makes the space say that this is its end. */
async function cutTail(db: EntityManager, dice: Dice): Promise<void> {
  const [{ n }] = (await db.query('select max(sequence)::int as n from receipt where space_id = $1', [ana.shared])) as [
    { n: number },
  ];
  const end = 1 + dice.below(n - 1);
  for (const table of ['journal', 'journal_text'])
    await db.query(`delete from ${table} where space_id = $1 and sequence > $2`, [ana.shared, end]);
  await db.query(
    `update space set sequence = $2, head = (select hash from journal where space_id = $1 and sequence = $2) where id = $1`,
    [ana.shared, end],
  );
}

async function addEntry(db: EntityManager): Promise<void> {
  await db.query(
    `insert into journal select space_id, sequence + 1, name, by_id, subject_id, at, data, hash, sha256(hash)
     from journal where space_id = $1 order by sequence desc limit 1`,
    [ana.shared],
  );
}

/** The same throws for the same seed (mulberry32). */
function diceOf(start: number) {
  let state = start >>> 0;
  const throwOne = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(throwOne() * n);
  return {
    below,
    one<T>(items: readonly T[]): T {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('there is nothing to choose from');
      return item;
    },
  };
}

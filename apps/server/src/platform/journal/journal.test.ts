import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError, type Goal, type GoalId, type DocumentId, type PartnershipId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { SeatService } from '../access/seat.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { verifyJournal } from './verify-journal.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const goalOf = (as: Sitting, title: string): Goal => ({
  id: newId() as GoalId,
  partnershipId: as.partnershipId,
  spaceId: as.shared,
  number: 1,
  title,
  benefit: null,
  championId: null,
  reviewerId: null,
  startsOn: null,
  endsOn: null,
  state: 'draft',
  rank: 'a0',
  documentId: newId() as DocumentId,
  targets: [],
  obligations: [],
  agreement: { inForce: null, measured: null, proposed: null, isChanged: false, isAhead: false, signedBefore: [] },
  runningSince: null,
  lastCheckIn: null,
  archivedAt: null,
  createdBy: as.seatId,
  createdAt: '2026-11-24T02:00:00.000Z',
  version: 1,
});

const takeSeat = (as: Sitting) => workspace.app.get(SeatService).take(as.personId, as.partnershipId as PartnershipId);

describe('the journal', () => {
  it('gives gapless sequences when 30 transactions write at once and 10 of them fail', async () => {
    const { ana } = await workspace.threePeople();
    const seat = await takeSeat(ana);
    const work = workspace.app.get(UnitOfWork);

    await Promise.allSettled(
      Array.from({ length: 30 }, (_, n) =>
        work.run(seat, async (tx) => {
          tx.record(ana.shared, 'goal.created', goalOf(ana, `Tujuan ${n}`));
          if (n % 3 === 0) throw new DomainError('version.stale');
        }),
      ),
    );

    const entries = await workspace.journal(ana.shared);
    expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(entries.every(({ by }) => by === ana.seatId)).toBe(true);
  });

  it('reads back the texts it keeps beside the chain, and still verifies after one is erased', async () => {
    const { ana } = await workspace.threePeople();
    const seat = await takeSeat(ana);
    await workspace.app
      .get(UnitOfWork)
      .run(seat, async (tx) => tx.record(ana.shared, 'goal.created', goalOf(ana, 'Rahasia “kita”')));

    expect((await workspace.journal(ana.shared))[0]?.data).toMatchObject({ title: 'Rahasia “kita”' });
    const rows = await workspace.sql<{ data: { title: unknown } }>('select data from journal where space_id = $1', [
      ana.shared,
    ]);
    expect(rows[0]?.data.title).toEqual({ digest: expect.any(String) });

    await workspace.sql('update journal_text set value = null where space_id = $1', [ana.shared]);
    expect((await workspace.journal(ana.shared))[0]?.data).toMatchObject({ title: '—' });
    expect(await verify()).toEqual([]);
  });

  it('refuses to be rewritten by the application, and by the owner of the schema', async () => {
    const { ana } = await workspace.threePeople();
    await workspace.app
      .get(UnitOfWork)
      .run(await takeSeat(ana), async (tx) => tx.record(ana.shared, 'goal.created', goalOf(ana, 'Tetap')));

    await expect(workspace.sql('update journal set name = $1', ['goal.moved'])).rejects.toThrow(/permission denied/);
    await expect(workspace.sql('delete from journal')).rejects.toThrow(/permission denied/);
    await expect(workspace.asOwner(`update journal set name = 'goal.moved'`)).rejects.toThrow(/append-only|row-level/);
    expect(await verify()).toEqual([]);
  });

  it('shows a transaction only the spaces its seat opens, even to a query that forgot the fence', async () => {
    const { ana, budi } = await workspace.threePeople();
    const work = workspace.app.get(UnitOfWork);
    await work.run(await takeSeat(ana), async (tx) =>
      tx.record(ana.own, 'goal.created', goalOf({ ...ana, shared: ana.own }, 'Biaya kami')),
    );

    const seen = await work.read(await takeSeat(budi), (tx) =>
      tx.db.query('select 1 from journal where space_id = $1', [ana.own]),
    );
    expect(seen).toEqual([]);
    const own = await work.read(await takeSeat(ana), (tx) =>
      tx.db.query('select 1 from journal where space_id = $1', [ana.own]),
    );
    expect(own).toHaveLength(1);
  });

  it('is fenced like every other table whose rows lie in a space', async () => {
    const open = await workspace.asOwner(
      `select relname from pg_class join pg_attribute on attrelid = pg_class.oid
       where relnamespace = 'public'::regnamespace and relkind = 'r' and attname = 'space_id'
         and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  const verify = async () => {
    const { faults } = await workspace.app.get(UnitOfWork).asSystem((db) => verifyJournal(db));
    return faults;
  };
});

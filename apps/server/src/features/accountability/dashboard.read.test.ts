import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SpaceId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
// Nine in the morning in Jakarta.
beforeEach(() => workspace.clock.set('2026-11-24T02:00:00.000Z'));

type Kept = { dueOn: string | null; completedAt?: string; spaceId?: SpaceId; archivedAt?: string; state?: string };
let number = 0;
/** A task as it would stand after months of work. */
async function keep(as: Sitting, task: Kept, title = 'Tugas'): Promise<void> {
  number += 1;
  await workspace.sql(
    `insert into task (id, partnership_id, space_id, number, title, note, partner_id, assignee_id, due_on, state,
                       requested_by, requested_by_partner_id, completed_at, rank, archived_at, created_at)
     values ($1, $2, $3, $4, $5, '', $6, $7, $8, $9, $7, $6, $10, 'a0', $11, now())`,
    [
      ...[newId(), as.partnershipId, task.spaceId ?? as.shared, number, title, as.partnerId, as.seatId, task.dueOn],
      ...[task.state ?? (task.completedAt ? 'done' : 'open'), task.completedAt ?? null, task.archivedAt ?? null],
    ],
  );
}

const read = async (as: Sitting, period?: '30' | '90' | '180') =>
  (await workspace.call(as, 'readDashboard', { partnershipId: as.partnershipId, ...(period && { period }) })).body;
const done = (dueOn: string, completedAt: string): Kept => ({ dueOn, completedAt });

describe('the accountability dashboard', () => {
  it('counts what was done by the end of its day in the zone of the partnership', async () => {
    const { ana, budi } = await workspace.threePeople();
    // 23.59 on the day, then 00.01 on the next.
    await keep(ana, done('2026-11-10', '2026-11-10T16:59:00Z'));
    await keep(ana, done('2026-11-10', '2026-11-10T17:01:00Z'));
    await keep(budi, { dueOn: '2026-11-23' });
    await keep(budi, { dueOn: '2026-11-24' });
    await keep(budi, done('2026-11-20', '2026-11-18T02:00:00Z'));
    await keep(ana, done('2026-11-20', '2026-11-20T02:00:00Z'));

    const { onTime, from, to } = await read(budi);
    expect({ from, to }).toEqual({ from: '2026-08-27', to: '2026-11-24' });
    expect(onTime.all).toEqual({ numerator: 3, denominator: 5, share: 0.6 });
    expect(onTime.byPartner).toEqual([
      { partnerId: ana.partnerId, rate: { numerator: 2, denominator: 3, share: null } },
      { partnerId: budi.partnerId, rate: { numerator: 1, denominator: 2, share: null } },
    ]);
    expect(onTime.byWeek).toHaveLength(14);
    expect(onTime.byPartnerAndWeek).toHaveLength(28);
    expect(onTime.byWeek.at(-2)).toEqual({ week: '2026-11-16', rate: { numerator: 2, denominator: 2, share: null } });
  });

  it('never counts private, cancelled or removed tasks', async () => {
    const { ana } = await workspace.threePeople();
    await keep(ana, { dueOn: '2026-11-10', spaceId: ana.own });
    await keep(ana, { dueOn: '2026-11-10', state: 'cancelled' });
    await keep(ana, { dueOn: '2026-11-10', archivedAt: '2026-11-11T02:00:00Z' });
    const { onTime, unowned } = await read(ana);
    expect([onTime.all.denominator, onTime.facts, unowned.facts]).toEqual([0, [], []]);
  });

  it('looks back as many days as asked, today included', async () => {
    const { ana } = await workspace.threePeople();
    await keep(ana, done('2026-10-25', '2026-10-25T02:00:00Z'));
    await keep(ana, done('2026-10-26', '2026-10-26T02:00:00Z'));
    expect((await read(ana, '30')).onTime.all.denominator).toBe(1);
    expect((await read(ana, '90')).onTime.all.denominator).toBe(2);
  });

  it('shows full partners only, in the order of their names', async () => {
    const table = await workspace.partnership();
    const facilitator = await workspace.person(await workspace.firm(table, 'facilitator'), 'facilitator');
    const firms = [await workspace.firm(table), await workspace.firm(table)];
    const names = ['UD Ukir Barokah', 'cv Jati Lestari'];
    for (const [at, { organizationId }] of firms.entries())
      await workspace.sql('update organization set name = $2 where id = $1', [organizationId, names[at]]);
    const { onTime } = await read(facilitator);
    expect(onTime.byPartner.map(({ partnerId }) => partnerId)).toEqual(
      firms.toReversed().map((firm) => firm.partnerId),
    );
  });
});

describe('the facts as CSV', () => {
  const download = async (as: Sitting, locale: 'id' | 'en') =>
    workspace.call(as, 'exportDashboard', { partnershipId: as.partnershipId, locale });

  it('come as a file to save, with the header in the asked language', async () => {
    const { ana } = await workspace.threePeople();
    const { headers } = await download(ana, 'id');
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="mufakat-accountability.csv"');
    expect((await download(ana, 'id')).body).toContain('Ukuran,Nomor,Judul,Perusahaan');
    expect((await download(ana, 'en')).body).toContain('Measure,Number,Title,Organization');
  });

  it('hold the same facts as the dashboard, none of which a spreadsheet takes for a formula', async () => {
    const { ana } = await workspace.threePeople();
    const hostile = ['=HYPERLINK("https://jahat.example")', '+62', '@SUM(A1)', '-1', '＝1+1', 'kayu;=1+1'];
    for (const title of hostile) await keep(ana, { dueOn: '2026-11-10' }, title);
    await workspace.sql(`update organization set name = '=cmd' where id = $1`, [ana.organizationId]);

    const { body } = await download(ana, 'en');
    const rows = body.split('\r\n');
    expect(rows.filter((row) => row.startsWith('On-time tasks,'))).toHaveLength(hostile.length);
    expect(rows.filter((row) => row.startsWith('Without owner or date,'))).toHaveLength(hostile.length);
    expect(body).not.toMatch(/(^|[,;"\n])\s*[=+\-@＝＋－＠]/m);
    expect(body).toContain(`"'=HYPERLINK(""https://jahat.example"")"`);
    expect(body).toContain(`"'=cmd"`);
  });
});

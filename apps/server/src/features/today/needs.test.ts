import { describe, expect, it } from '@jest/globals';
import type { Goal, InterestRound, Meeting, PartnerId, SeatId, Task } from '@mufakat/domain';
import { needsOf } from './needs.js';

const seat = { id: 'ana' as SeatId, partnerId: 'firm' as PartnerId, role: 'partner-admin', isSignatory: true } as const;
const now = { now: new Date('2026-11-24T02:00:00Z'), today: '2026-11-24' };
const task = (title: string, change: object) =>
  ({
    id: title,
    title,
    number: 1,
    assigneeId: 'ana',
    partnerId: 'firm',
    dueOn: null,
    state: 'open',
    ...change,
  }) as Task;
const meeting = (title: string, change: object) =>
  ({
    title,
    state: 'scheduled',
    startsAt: '2026-11-24T02:30:00Z',
    endsAt: '2026-11-24T04:00:00Z',
    ...change,
  }) as Meeting;
const nothing = { inForce: null, proposed: null, signedBefore: [] };
const draft = {
  ...{ title: 'Retur', state: 'draft', championId: 'ana', benefit: null, targets: [], archivedAt: null },
  agreement: nothing,
} as unknown as Goal;
const proposed = (title: string, ...signOffs: object[]) =>
  ({
    ...draft,
    title,
    state: 'proposed',
    agreement: { ...nothing, proposed: { signers: ['firm'], signOffs } },
  }) as unknown as Goal;

const round = (change: object) =>
  ({ number: 1, state: 'asking', asked: ['firm'], sealed: [], ...change }) as unknown as InterestRound;

const shown = (
  records: { tasks?: Task[]; meetings?: Meeting[]; goals?: Goal[]; rounds?: InterestRound[] },
  as: Parameters<typeof needsOf>[0] = seat,
) =>
  needsOf(as, { tasks: [], meetings: [], goals: [], rounds: [], ...records }, now).map((need) => {
    if (need.kind === 'interest') return `${need.reason}: ${need.round.number}`;
    const thing = need.kind === 'task' ? need.task : need.kind === 'meeting' ? need.meeting : need.goal;
    return `${need.reason}: ${thing.title}`;
  });

describe('what waits for a person', () => {
  it('stands in order of consequence', () => {
    expect(
      shown({
        goals: [draft],
        tasks: [
          task('tanpa orang', { assigneeId: null }),
          task('27', { dueOn: '2026-11-27' }),
          task('25', { dueOn: '2026-11-25' }),
          task('hari ini', { dueOn: '2026-11-24' }),
          task('kemarin', { dueOn: '2026-11-23' }),
          task('lama', { dueOn: '2026-10-01' }),
        ],
        meetings: [meeting('segera', {}), meeting('berjalan', { state: 'running' })],
      }),
    ).toEqual([
      'running: berjalan',
      'overdue: lama',
      'overdue: kemarin',
      'due-today: hari ini',
      'starts-soon: segera',
      'due-soon: 25',
      'due-soon: 27',
      'needs-person: tanpa orang',
      'incomplete: Retur',
    ]);
  });

  it('leaves out what is done, what is due in more than three days, and what others have', () => {
    expect(
      shown({
        tasks: [
          task('selesai', { dueOn: '2026-11-20', state: 'done' }),
          task('nanti', { dueOn: '2026-11-28' }),
          task('tanpa tanggal', {}),
          task('orang lain', { dueOn: '2026-11-20', assigneeId: 'budi' }),
        ],
        goals: [
          { ...draft, championId: 'budi' as SeatId },
          { ...draft, state: 'proposed' },
        ],
      }),
    ).toEqual([]);
  });

  it('counts a meeting as near up to 60 minutes ahead, and until its end when nobody started it', () => {
    const at = (startsAt: string) => shown({ meetings: [meeting('rapat', { startsAt })] });
    expect(at('2026-11-24T03:00:00Z')).toHaveLength(1);
    expect(at('2026-11-24T03:00:01Z')).toHaveLength(0);
    expect(at('2026-11-24T01:00:00Z')).toHaveLength(1);
    expect(shown({ meetings: [meeting('usai', { endsAt: '2026-11-24T02:00:00Z' })] })).toEqual([]);
  });

  it('begins with what binds the firm, for who can sign: its answer, and what was written down for it by phone', () => {
    const goals = [
      draft,
      proposed('tanya'),
      proposed('telepon', { partnerId: 'firm', state: 'awaiting', verdict: 'agree' }),
      proposed('sudah', { partnerId: 'firm', state: 'standing', verdict: 'object' }),
    ];
    const tasks = [task('kemarin', { dueOn: '2026-11-23' })];
    expect(shown({ goals, tasks })).toEqual([
      'sign-off: tanya',
      'confirm-call: telepon',
      'overdue: kemarin',
      'incomplete: Retur',
    ]);
    expect(shown({ goals, tasks }, { ...seat, isSignatory: false })).toEqual(['overdue: kemarin', 'incomplete: Retur']);
  });

  it('asks who may answer for the firm what matters to it, until it has said so', () => {
    const answered = { sealed: [{ partnerId: 'firm', commitment: '', at: '' }] };
    expect(shown({ rounds: [round({}), round(answered), round({ asked: ['other'] })] })).toEqual(['rate: 1']);
    expect(shown({ rounds: [round({})] }, { ...seat, role: 'member', isSignatory: false })).toEqual([]);
  });

  it('asks only admins to find a person for a task of their firm', () => {
    const tasks = [task('tanpa orang', { assigneeId: null }), task('firma lain', { assigneeId: null, partnerId: 'b' })];
    expect(shown({ tasks })).toEqual(['needs-person: tanpa orang']);
    expect(shown({ tasks }, { ...seat, role: 'member' })).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { PartnerId } from '../kernel/id.js';
import type { Role, Seat } from '../kernel/seat.js';
import {
  byUrgency,
  isOnTime,
  taskChangeRefusal,
  taskCreateRefusal,
  taskMoveRefusal,
  taskMoves,
  taskRestoreRefusal,
} from './task.rules.js';
import { TaskState, type Task } from './task.schema.js';

const [ours, theirs, third] = ['ours', 'theirs', 'third'] as unknown as [PartnerId, PartnerId, PartnerId];
const seatOf = (partnerId: PartnerId, role: Role = 'member') => ({ role, partnerId }) as Seat;
const task = (change: Partial<Task> = {}) =>
  ({
    partnerId: ours,
    requestedByPartnerId: theirs,
    archivedAt: null,
    state: 'open',
    waitingFor: '',
    dueOn: null,
    number: 1,
    ...change,
  }) as Task;

describe('who may write a task', () => {
  it('is the firm that does it, the firm that asked, the facilitator, and anybody while nobody has it', () => {
    expect(taskChangeRefusal(seatOf(ours), task())).toBeNull();
    expect(taskChangeRefusal(seatOf(theirs), task())).toBeNull();
    expect(taskChangeRefusal(seatOf(third), task())).toBe('task.not-your-firm');
    expect(taskChangeRefusal(seatOf(third, 'facilitator'), task())).toBeNull();
    expect(taskChangeRefusal(seatOf(third), task({ partnerId: null }))).toBeNull();
    expect(taskChangeRefusal(seatOf(ours, 'observer'), task())).toBe('seat.read-only');
  });

  it('changes nothing that is removed but restoring it', () => {
    const removed = task({ archivedAt: '2026-11-24T02:00:00Z' });
    expect(taskChangeRefusal(seatOf(ours), removed)).toBe('task.archived');
    expect(taskRestoreRefusal(seatOf(ours), removed)).toBeNull();
  });

  it('gives private tasks to members and admins only', () => {
    const refusals = (['facilitator', 'partner-admin', 'member', 'observer'] as const).map((role) =>
      taskCreateRefusal(seatOf(ours, role), { isPrivate: true }),
    );
    expect(refusals).toEqual(['seat.read-only', null, null, 'seat.read-only']);
    expect(taskCreateRefusal(seatOf(ours, 'facilitator'), { isPrivate: false })).toBeNull();
  });
});

describe('moving a task', () => {
  it('goes exactly where the table says, and may always stay', () => {
    for (const from of TaskState.options) {
      const reachable = TaskState.options.filter(
        (state) => !taskMoveRefusal(seatOf(ours), task({ state: from }), { state, waitingFor: 'kayu' }),
      );
      expect(new Set(reachable)).toEqual(new Set([from, ...taskMoves[from]]));
    }
  });

  it('waits only for something', () => {
    expect(taskMoveRefusal(seatOf(ours), task(), { state: 'waiting' })).toBe('task.waiting-reason');
    expect(taskMoveRefusal(seatOf(ours), task(), { state: 'waiting', waitingFor: 'kayu' })).toBeNull();
    const waiting = task({ state: 'waiting', waitingFor: 'kayu' });
    expect(taskMoveRefusal(seatOf(ours), waiting, { state: 'waiting' })).toBeNull();
    expect(taskMoveRefusal(seatOf(ours), waiting, { state: 'waiting', waitingFor: '' })).toBe('task.waiting-reason');
  });
});

describe('a list of tasks', () => {
  it('shows open ones first, the most pressing on top, undated last, then by number', () => {
    const tasks = [
      task({ number: 1, state: 'done', dueOn: '2026-01-01' }),
      task({ number: 2 }),
      task({ number: 3, dueOn: '2026-12-01' }),
      task({ number: 5, dueOn: '2026-11-24' }),
      task({ number: 4, dueOn: '2026-11-24', state: 'waiting' }),
    ];
    expect(tasks.toSorted(byUrgency).map(({ number }) => number)).toEqual([4, 5, 3, 2, 1]);
  });

  it('calls a task kept when it was done on its due day or before', () => {
    const dayOf = (moment: string) => moment.slice(0, 10);
    const done = (completedAt: string | null) => isOnTime({ dueOn: '2026-11-24', completedAt }, dayOf);
    expect([done('2026-11-24T23:00:00Z'), done('2026-11-25T00:00:00Z'), done(null)]).toEqual([true, false, false]);
    expect(isOnTime({ dueOn: null, completedAt: '2026-11-24T23:00:00Z' }, dayOf)).toBe(false);
  });
});

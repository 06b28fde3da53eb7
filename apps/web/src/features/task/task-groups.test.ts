import { describe, expect, it } from '@jest/globals';
import type { Task } from '@mufakat/domain';
import { today } from '@/lib/dates';
import { endOfWeek, filterTasks, groupOf, groupTasks } from './task-groups';

const task = (id: string, fields: Partial<Task> = {}) =>
  ({ id, number: 1, title: id, note: '', state: 'open', dueOn: null, completedAt: null, ...fields }) as Task;

describe('the groups of the list', () => {
  it('follow the clock of the partnership: late in Jayapura is still today in Jakarta', () => {
    const now = new Date('2026-11-24T16:00:00Z');
    const due = task('a', { dueOn: '2026-11-24' });
    expect(groupOf(due, today('Asia/Jakarta', now))).toBe('today');
    expect(groupOf(due, today('Asia/Jayapura', now))).toBe('late');
  });

  it('end the week on Sunday', () => {
    expect(endOfWeek('2026-11-24')).toBe('2026-11-29');
    expect(endOfWeek('2026-11-29')).toBe('2026-11-29');
    expect(groupOf(task('a', { dueOn: '2026-11-29' }), '2026-11-24')).toBe('week');
    expect(groupOf(task('a', { dueOn: '2026-11-30' }), '2026-11-24')).toBe('later');
  });

  it('put what was done apart, however late it was due, and leave empty groups out', () => {
    const tasks = [
      task('undated'),
      task('done', { state: 'done', dueOn: '2026-01-01' }),
      task('late', { dueOn: '2026-11-01' }),
    ];
    expect(groupTasks(tasks, '2026-11-24').map(({ group }) => group)).toEqual(['late', 'undated', 'done']);
  });
});

describe('a filter', () => {
  const seat = { id: 'dedi', partnerId: 'rotan' } as never;
  const tasks = [
    task('mine', { assigneeId: 'dedi', partnerId: 'rotan' } as never),
    task('ours', { assigneeId: null, partnerId: 'rotan' } as never),
    task('theirs', { assigneeId: 'sari', partnerId: 'kayu', note: 'Rangka' } as never),
  ];
  const found = (whose: 'mine' | 'ours' | 'all', sought = '') =>
    filterTasks(tasks, { whose, firm: null, goal: null, sought }, seat).map(({ id }) => id);

  it('tells mine from my firm’s from everybody’s', () => {
    expect([found('mine'), found('ours'), found('all')]).toEqual([
      ['mine'],
      ['mine', 'ours'],
      ['mine', 'ours', 'theirs'],
    ]);
  });

  it('finds words in title and note, in any case', () => {
    expect(found('all', ' rANGka ')).toEqual(['theirs']);
  });
});

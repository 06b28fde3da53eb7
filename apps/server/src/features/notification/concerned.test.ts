import { describe, expect, it } from '@jest/globals';
import type { JournalEntry, PartnerId, SeatId } from '@mufakat/domain';
import { concerned, type OpenSeat } from './concerned.js';

const [firm, other] = ['firm', 'other'] as PartnerId[] as [PartnerId, PartnerId];
const seat = (seatId: string, partnerId: PartnerId, role: OpenSeat['role']): OpenSeat => ({
  seatId: seatId as SeatId,
  partnerId,
  role,
  isSignatory: role === 'partner-admin',
});
const seats = [
  seat('ana', firm, 'partner-admin'),
  seat('adi', firm, 'member'),
  seat('budi', other, 'partner-admin'),
  seat('beni', other, 'member'),
];
const task = {
  id: 'task',
  partnerId: null as string | null,
  assigneeId: null as string | null,
  state: 'open',
  waitingFor: '',
  requestedBy: 'ana',
};
const goal = { id: 'goal', championId: null as string | null, reviewerId: null as string | null, state: 'draft' };

/** Who is told what, as "name reason", when `by` makes an entry. */
const told = (by: string | null, name: JournalEntry['name'], data: object, previous: object | null = null) =>
  concerned({ name, data, by } as unknown as JournalEntry, previous, seats)
    .map(({ seatId, reason }) => `${seatId} ${reason}`)
    .sort();

describe('whom an entry concerns', () => {
  it('tells a person that a task was given to them, when it is made and when it is handed over', () => {
    const forBeni = { ...task, partnerId: other, assigneeId: 'beni' };
    expect(told('ana', 'task.created', forBeni)).toEqual(['beni task-assigned']);
    expect(told('ana', 'task.changed', forBeni, task)).toEqual(['beni task-assigned']);
    expect(told('ana', 'task.changed', { ...forBeni, assigneeId: 'budi' }, forBeni)).toEqual([
      'beni task-changed',
      'budi task-assigned',
    ]);
  });

  it('never tells anybody of what they did themselves', () => {
    expect(told('beni', 'task.created', { ...task, partnerId: other, assigneeId: 'beni' })).toEqual([]);
    expect(told('ana', 'task.completed', { ...task, assigneeId: 'ana', state: 'done' }, task)).toEqual([]);
  });

  it('tells the admins of a firm, and no member, that a task came which no person has', () => {
    const forFirm = { ...task, partnerId: other };
    expect(told('ana', 'task.created', forFirm)).toEqual(['budi task-for-your-firm']);
    expect(told('ana', 'task.changed', { ...forFirm, dueOn: '2026-12-01' }, forFirm)).toEqual([]);
    expect(told('beni', 'task.changed', forFirm, { ...forFirm, assigneeId: 'beni' })).toEqual([
      'budi task-for-your-firm',
    ]);
  });

  it('tells the person who has a task that another changed it, and who asked for it that it is done', () => {
    const forBeni = { ...task, partnerId: other, assigneeId: 'beni' };
    expect(told('budi', 'task.changed', { ...forBeni, title: 'baru' }, forBeni)).toEqual(['beni task-changed']);
    expect(told('budi', 'task.removed', forBeni, forBeni)).toEqual(['beni task-changed']);
    expect(told('budi', 'task.completed', { ...forBeni, state: 'done' }, forBeni)).toEqual([
      'ana task-done',
      'beni task-done',
    ]);
  });

  it('tells nobody of a card that only changed its place', () => {
    const forBeni = { ...task, partnerId: other, assigneeId: 'beni' };
    expect(told('budi', 'task.moved', { ...forBeni, rank: 'a1' }, forBeni)).toEqual([]);
    expect(told('budi', 'task.moved', { ...forBeni, state: 'doing' }, forBeni)).toEqual(['beni task-changed']);
    const championed = { ...goal, championId: 'ana' };
    expect(told('budi', 'goal.moved', { ...championed, rank: 'a1' }, championed)).toEqual([]);
  });

  it('tells a champion and a reviewer of their appointment once, and the champion of later changes', () => {
    const appointed = { ...goal, championId: 'ana', reviewerId: 'budi' };
    expect(told('adi', 'goal.changed', appointed, goal)).toEqual(['ana goal-champion', 'budi goal-reviewer']);
    expect(told('budi', 'goal.target-reported', appointed, appointed)).toEqual(['ana goal-changed']);
    expect(told('ana', 'goal.changed', appointed, appointed)).toEqual([]);
  });

  it('tells every open seat but the actor of a meeting that is scheduled, changed or cancelled', () => {
    const others = (reason: string) => ['adi', 'beni', 'budi'].map((name) => `${name} ${reason}`);
    expect(told('ana', 'meeting.scheduled', { state: 'scheduled' })).toEqual(others('meeting-scheduled'));
    expect(told('ana', 'meeting.changed', { state: 'scheduled' }, {})).toEqual(others('meeting-changed'));
    expect(told('ana', 'meeting.moved', { state: 'cancelled' }, { state: 'scheduled' })).toEqual(
      others('meeting-cancelled'),
    );
    expect(told('ana', 'meeting.moved', { state: 'scheduled' }, { state: 'cancelled' })).toEqual(
      others('meeting-changed'),
    );
  });

  it('tells nobody that a meeting starts or ends, nor of its agenda and attendance', () => {
    expect(told('ana', 'meeting.moved', { state: 'running' }, { state: 'scheduled' })).toEqual([]);
    expect(told('ana', 'meeting.moved', { state: 'ended' }, { state: 'running' })).toEqual([]);
    expect(told('ana', 'meeting.agenda-changed', {}, {})).toEqual([]);
    expect(told('ana', 'meeting.attendance-changed', {}, {})).toEqual([]);
  });

  it('tells everybody of a new partner, colleagues of a new colleague, and a person of their own seat', () => {
    expect(told('budi', 'partner.joined', { id: other })).toEqual(['adi partner-joined', 'ana partner-joined']);
    expect(told('adi', 'seat.taken', { seatId: 'adi', partnerId: firm })).toEqual(['ana colleague-joined']);
    expect(told('ana', 'seat.changed', { seatId: 'adi', partnerId: firm }, {})).toEqual(['adi seat-changed']);
  });

  it('tells every firm that the journal is not what somebody saw', () => {
    expect(told('ana', 'proof.mismatch-found', {})).toEqual(
      ['adi', 'beni', 'budi'].map((name) => `${name} journal-mismatch`),
    );
  });

  it('tells only those who open the space', () => {
    expect(told('ana', 'task.created', { ...task, partnerId: 'third', assigneeId: 'cici' })).toEqual([]);
  });
});

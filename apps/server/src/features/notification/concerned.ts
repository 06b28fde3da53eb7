import type { Goal, JournalEntry, Meeting, NotificationReason, Role, SeatId, Task, PartnerId } from '@mufakat/domain';
import { agreementConcerns } from './agreement-concerns.js';

/** A seat that opens the space of the entry. */
export type OpenSeat = { seatId: SeatId; partnerId: PartnerId; role: Role; isSignatory: boolean };
/** Why one seat is told about an entry. */
export type Concern = { seatId: SeatId; reason: NotificationReason };

/**
 * Whom an entry concerns, each seat once with the weightiest reason. Nobody is told of what they did themselves.
 * `previous` is the data of the entry before it about the same thing, `seats` are those that open its space.
 */
export function concerned(entry: JournalEntry, previous: unknown, seats: readonly OpenSeat[]): Concern[] {
  const told = new Map<SeatId, Concern>();
  const candidates = new Set(seats.map(({ seatId }) => seatId));
  for (const concern of concernsOf(entry, previous, seats)) {
    const { seatId } = concern;
    if (seatId !== entry.by && candidates.has(seatId) && !told.has(seatId)) told.set(seatId, concern);
  }
  return [...told.values()];
}

function concernsOf(entry: JournalEntry, previous: unknown, seats: readonly OpenSeat[]): Concern[] {
  const everybody = (reason: NotificationReason) => seats.map(({ seatId }) => ({ seatId, reason }));
  switch (entry.name) {
    case 'task.created':
    case 'task.changed':
    case 'task.moved':
    case 'task.completed':
    case 'task.removed':
    case 'task.restored':
      return taskConcerns(entry.name, entry.data, previous as Task | null, seats);
    case 'goal.created':
    case 'goal.changed':
    case 'goal.moved':
    case 'goal.archived':
    case 'goal.restored':
    case 'goal.target-added':
    case 'goal.target-changed':
    case 'goal.target-removed':
    case 'goal.target-reported':
      return goalConcerns(entry.name, entry.data, previous as Goal | null);
    case 'meeting.scheduled':
      return everybody('meeting-scheduled');
    case 'meeting.changed':
      return everybody('meeting-changed');
    case 'meeting.moved':
      return meetingMoveReasons(entry.data, previous as Meeting | null).flatMap(everybody);
    case 'partner.joined':
      return seats
        .filter(({ partnerId }) => partnerId !== entry.data.id)
        .map(({ seatId }) => ({ seatId, reason: 'partner-joined' }));
    case 'seat.taken':
      return seats
        .filter(({ seatId, partnerId }) => partnerId === entry.data.partnerId && seatId !== entry.data.seatId)
        .map(({ seatId }) => ({ seatId, reason: 'colleague-joined' }));
    case 'seat.changed':
      return [{ seatId: entry.data.seatId, reason: 'seat-changed' }];
    default:
      return agreementConcerns(entry, seats);
  }
}

function taskConcerns(name: string, task: Task, before: Task | null, seats: readonly OpenSeat[]): Concern[] {
  // A card that only changed its place among its neighbours concerns nobody.
  if (name === 'task.moved' && before?.state === task.state && before.waitingFor === task.waitingFor) return [];
  const concerns: Concern[] = [];
  const tell = (seatId: SeatId | null, reason: NotificationReason) => {
    if (seatId) concerns.push({ seatId, reason });
  };
  if (task.assigneeId !== (before?.assigneeId ?? null)) tell(task.assigneeId, 'task-assigned');
  const hasNobody = task.partnerId !== null && task.assigneeId === null;
  const hadNobody = before?.partnerId === task.partnerId && before.assigneeId === null;
  if (hasNobody && !hadNobody) {
    for (const { seatId } of seats.filter((seat) => seat.partnerId === task.partnerId && isAdmin(seat)))
      tell(seatId, 'task-for-your-firm');
  }
  if (name === 'task.completed') {
    tell(task.assigneeId, 'task-done');
    tell(task.requestedBy, 'task-done');
  }
  if (before) {
    tell(task.assigneeId, 'task-changed');
    tell(before.assigneeId, 'task-changed');
  }
  return concerns;
}

function goalConcerns(name: string, goal: Goal, before: Goal | null): Concern[] {
  const concerns: Concern[] = [];
  const { championId, reviewerId } = goal;
  if (championId && championId !== before?.championId) concerns.push({ seatId: championId, reason: 'goal-champion' });
  if (reviewerId && reviewerId !== before?.reviewerId) concerns.push({ seatId: reviewerId, reason: 'goal-reviewer' });
  // A card that only changed its place in its column concerns nobody.
  const isOnlyPlaced = name === 'goal.moved' && before?.state === goal.state;
  if (championId && before && !isOnlyPlaced) concerns.push({ seatId: championId, reason: 'goal-changed' });
  return concerns;
}

/** Starting and ending a meeting is seen by those who are in it; a cancelled one, and one called anew, must be told. */
function meetingMoveReasons(meeting: Meeting, before: Meeting | null): NotificationReason[] {
  if (meeting.state === 'cancelled') return ['meeting-cancelled'];
  return meeting.state === 'scheduled' && before?.state === 'cancelled' ? ['meeting-changed'] : [];
}

const isAdmin = ({ role }: OpenSeat) => role === 'partner-admin' || role === 'facilitator';

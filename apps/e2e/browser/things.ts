import type { DocumentId, Goal, GoalId, Meeting, MeetingId, Task, TaskId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Table } from './table.js';

/** What lies on the table before a story begins, put there by Hadi. */
export function goal({ hadi, partnershipId }: Table, title: string, rank = 'a0'): Promise<Goal> {
  return hadi.caller.call('createGoal', {
    ...{ partnershipId, id: newId() as GoalId, documentId: newId() as DocumentId, title, rank },
    ...{ benefit: 'market', startsOn: null, endsOn: null, locale: 'id' },
  });
}

/** A task for a firm, by default the one that asks for it. */
export async function task(
  { hadi, partnershipId }: Table,
  title: string,
  given: { for?: 'hadi' | 'siti'; rank?: string } = {},
): Promise<Task> {
  const { members } = await hadi.caller.call('readDirectory', { partnershipId });
  const name = given.for === 'siti' ? 'Siti Aminah' : 'Hadi Santoso';
  const member = members.find((each) => each.name === name);
  return hadi.caller.call('createTask', {
    ...{ partnershipId, id: newId() as TaskId, title, rank: given.rank ?? 'a0', isPrivate: false, note: '' },
    ...{ partnerId: member?.partnerId ?? null, assigneeId: member?.seatId ?? null },
    ...{ dueOn: null, goalId: null, origin: null },
  });
}

export function meeting({ hadi, partnershipId }: Table, title: string): Promise<Meeting> {
  const startsAt = new Date(Date.now() + 3_600_000);
  return hadi.caller.call('scheduleMeeting', {
    ...{ partnershipId, id: newId() as MeetingId, documentId: newId() as DocumentId, title, locale: 'id' },
    ...{ startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() },
    ...{ place: 'Balai desa', url: '' },
  });
}

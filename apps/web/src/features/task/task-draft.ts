import type { GoalId, PartnerId, Seat, SeatId, TaskId } from '@mufakat/domain';
import { v7 } from 'uuid';
import type { NewTask } from './task.queries';
import type { Whose } from './task-groups';

/** A task while it is being written. */
export type TaskDraft = {
  title: string;
  note: string;
  partnerId: PartnerId | null;
  assigneeId: SeatId | null;
  dueOn: string | null;
  goalId: GoalId | null;
  isPrivate: boolean;
};

/** Starts with whoever writes it; on the firm's tab without a person, so that the firm decides who. */
export function newDraft(seat: Seat, given: Partial<TaskDraft> = {}, whose: Whose = 'mine'): TaskDraft {
  return {
    title: '',
    note: '',
    partnerId: seat.partnerId,
    assigneeId: whose === 'ours' ? null : seat.id,
    dueOn: null,
    goalId: null,
    isPrivate: false,
    ...given,
  };
}

/** What is sent; the id is made once for a draft, so that trying again is safe. */
export function newTaskOf(draft: TaskDraft, rank: string, origin: NewTask['origin'] = null): NewTask {
  const title = draft.title.trim();
  return { ...draft, title, id: v7() as TaskId, origin, rank };
}

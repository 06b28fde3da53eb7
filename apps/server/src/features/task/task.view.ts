import type { Task } from '@mufakat/domain';
import type { TaskEntity } from './task.entity.js';

/** The task as everybody sees it who opens its space. */
export function taskView(task: TaskEntity): Task {
  return {
    id: task.id,
    partnershipId: task.partnershipId,
    spaceId: task.spaceId,
    number: task.number,
    title: task.title,
    note: task.note,
    partnerId: task.partnerId,
    assigneeId: task.assigneeId,
    dueOn: task.dueOn,
    state: task.state,
    waitingFor: task.waitingFor,
    goalId: task.goalId,
    origin: task.origin,
    requestedBy: task.requestedBy,
    requestedByPartnerId: task.requestedByPartnerId,
    completedAt: task.completedAt?.toISOString() ?? null,
    rank: task.rank,
    archivedAt: task.archivedAt?.toISOString() ?? null,
    createdAt: task.createdAt.toISOString(),
    version: task.version,
  };
}

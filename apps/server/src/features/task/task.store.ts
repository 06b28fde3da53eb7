import { Injectable } from '@nestjs/common';
import { DomainError, type GoalId, type MeetingId, type TaskId } from '@mufakat/domain';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { TaskEntity } from './task.entity.js';

/** Tasks, fenced by the spaces of the transaction: a private task of another firm does not exist here. */
@Injectable()
export class TaskStore {
  list(tx: Tx): Promise<TaskEntity[]> {
    return tx.db.find(TaskEntity, {
      where: { spaceId: In(tx.spaces), archivedAt: IsNull() },
      order: { rank: 'asc', id: 'asc' },
    });
  }

  async get(tx: Tx, id: TaskId): Promise<TaskEntity> {
    const task = await tx.db.findOneBy(TaskEntity, { id, spaceId: In(tx.spaces) });
    if (!task) throw new DomainError('not-found');
    return task;
  }

  /** Others wait until this change is through. */
  async lock(tx: Tx, id: TaskId): Promise<TaskEntity> {
    const task = await tx.db.findOne(TaskEntity, {
      where: { id, spaceId: In(tx.spaces) },
      lock: { mode: 'for_no_key_update' },
    });
    if (!task) throw new DomainError('not-found');
    return task;
  }

  async add(tx: Tx, task: TaskEntity): Promise<void> {
    await tx.db.insert(TaskEntity, task);
  }

  /** Keeps the task as its next version. */
  async save(tx: Tx, task: TaskEntity): Promise<void> {
    task.version += 1;
    await tx.db.save(TaskEntity, task);
  }

  async goalExists(tx: Tx, id: GoalId): Promise<boolean> {
    const rows: unknown[] = await tx.db.query('select 1 from goal where id = $1 and space_id = any ($2)', [
      id,
      tx.spaces,
    ]);
    return rows.length > 0;
  }

  async meetingExists(tx: Tx, id: MeetingId): Promise<boolean> {
    const rows: unknown[] = await tx.db.query('select 1 from meeting where id = $1 and space_id = any ($2)', [
      id,
      tx.spaces,
    ]);
    return rows.length > 0;
  }
}

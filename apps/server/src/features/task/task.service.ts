import { Injectable } from '@nestjs/common';
import {
  DomainError,
  enforce,
  may,
  taskChangeRefusal,
  taskCreateRefusal,
  taskMoveRefusal,
  taskMoves,
  taskRestoreRefusal,
  type changeTask,
  type createTask,
  type EntryName,
  type moveTask,
  type ParsedOf,
  type Task,
  type TaskId,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { enforceSame, madeAs, refusingTakenIds, waitForTurn } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { TaskEntity } from './task.entity.js';
import { partiesOf, wantedParties } from './task.parties.js';
import { TaskStore } from './task.store.js';
import { taskView } from './task.view.js';

type NewTask = ParsedOf<typeof createTask>;
type TaskEntry = Extract<EntryName, `task.${string}`>;

/** Tasks of the partnership, and each firm's private ones. */
@Injectable()
export class TaskService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tasks: TaskStore,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat): Promise<Task[]> {
    return this.work.read(seat, async (tx) => (await this.tasks.list(tx)).map(taskView));
  }

  read(seat: Seat, id: TaskId): Promise<Task> {
    return this.work.read(seat, async (tx) => taskView(await this.tasks.get(tx, id)));
  }

  create(seat: Seat, { isPrivate, ...wanted }: NewTask): Promise<Task> {
    enforce(taskCreateRefusal(seat, { isPrivate }));
    const spaceId = isPrivate ? seat.spaces.own : seat.spaces.shared;
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        await waitForTurn(tx, spaceId);
        const made = await madeAs(tx, 'task.created', wanted.id);
        if (made) {
          // A firm that came along with the person was not in the body.
          enforceSame({ ...wanted, partnerId: wanted.partnerId ?? made.partnerId, spaceId }, made);
          return taskView(await this.tasks.get(tx, wanted.id));
        }

        await this.enforceLinks(tx, wanted);
        const task = Object.assign(new TaskEntity(), wanted, await partiesOf(tx, wanted, isPrivate), {
          spaceId,
          number: await tx.nextNumber(spaceId, 'task'),
          state: 'open',
          waitingFor: '',
          requestedBy: seat.id,
          requestedByPartnerId: seat.partnerId,
          completedAt: null,
          archivedAt: null,
          createdAt: this.clock.now(),
          version: 1,
        } as const);
        await this.tasks.add(tx, task);
        return this.tell(tx, 'task.created', task);
      }),
    );
  }

  change(seat: Seat, { taskId, version, ...change }: ParsedOf<typeof changeTask>): Promise<Task> {
    return this.work.run(seat, async (tx) => {
      const task = await this.hold(tx, taskId, version);
      enforce(taskChangeRefusal(seat, taskView(task)));
      const parties = wantedParties(task, change);
      if (parties) Object.assign(task, await partiesOf(tx, parties, task.spaceId === seat.spaces.own));
      if (change.goalId !== undefined && change.goalId !== task.goalId) {
        await this.enforceLinks(tx, { goalId: change.goalId, origin: null });
        task.goalId = change.goalId;
      }

      task.title = change.title ?? task.title;
      task.note = change.note ?? task.note;
      if (change.dueOn !== undefined) task.dueOn = change.dueOn;
      return this.keep(tx, 'task.changed', task);
    });
  }

  move(seat: Seat, { taskId, version, state, rank, waitingFor }: ParsedOf<typeof moveTask>): Promise<Task> {
    return this.work.run(seat, async (tx) => {
      const task = await this.hold(tx, taskId, version);
      const refusal = taskMoveRefusal(seat, taskView(task), { state, waitingFor });
      if (refusal === 'task.illegal-move') throw new DomainError(refusal, { allowed: taskMoves[task.state] });
      enforce(refusal);

      const completes = state === 'done' && task.state !== 'done';
      if (completes) task.completedAt = this.clock.now();
      if (state !== 'done') task.completedAt = null;
      task.waitingFor = state === 'waiting' ? (waitingFor ?? task.waitingFor) : '';
      task.state = state;
      task.rank = rank ?? task.rank;
      return this.keep(tx, completes ? 'task.completed' : 'task.moved', task);
    });
  }

  /** A removed task keeps its state and place, so that it comes back where it was. */
  remove(seat: Seat, taskId: TaskId, version: number): Promise<Task> {
    return this.work.run(seat, async (tx) => {
      const task = await this.hold(tx, taskId, version);
      enforce(taskChangeRefusal(seat, taskView(task)));
      task.archivedAt = this.clock.now();
      return this.keep(tx, 'task.removed', task);
    });
  }

  /** Restoring what is there changes nothing. */
  restore(seat: Seat, taskId: TaskId, version: number): Promise<Task> {
    return this.work.run(seat, async (tx) => {
      const task = await this.hold(tx, taskId, version);
      enforce(taskRestoreRefusal(seat, taskView(task)));
      if (!task.archivedAt) return taskView(task);
      task.archivedAt = null;
      return this.keep(tx, 'task.restored', task);
    });
  }

  /** Locks the task for a change that was made looking at `version`. */
  private async hold(tx: Tx, id: TaskId, version: number): Promise<TaskEntity> {
    const task = await this.tasks.lock(tx, id);
    if (!may(tx.seat, 'write')) throw new DomainError('seat.read-only');
    if (task.version !== version) throw new DomainError('version.stale', { current: taskView(task) });
    return task;
  }

  private async keep(tx: Tx, name: TaskEntry, task: TaskEntity): Promise<Task> {
    await this.tasks.save(tx, task);
    return this.tell(tx, name, task);
  }

  private tell(tx: Tx, name: TaskEntry, task: TaskEntity): Task {
    const view = taskView(task);
    tx.record(task.spaceId, name, view);
    return view;
  }

  /** A task points only to a goal and a meeting that its seat sees. */
  private async enforceLinks(tx: Tx, { goalId, origin }: Pick<NewTask, 'goalId' | 'origin'>): Promise<void> {
    if (goalId && !(await this.tasks.goalExists(tx, goalId))) throw new DomainError('not-found');
    if (origin && !(await this.tasks.meetingExists(tx, origin.meetingId))) throw new DomainError('not-found');
  }
}

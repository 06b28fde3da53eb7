import { Injectable } from '@nestjs/common';
import { DomainError, type GoalId } from '@mufakat/domain';
import { In, IsNull } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { GoalEntity } from './goal.entity.js';
import { TargetEntity } from './target.entity.js';

/** A goal together with its targets: they are loaded, changed and told as one. */
export type HeldGoal = { goal: GoalEntity; targets: TargetEntity[] };

/** Goals and their targets, fenced by the spaces of the transaction. */
@Injectable()
export class GoalStore {
  async list(tx: Tx): Promise<HeldGoal[]> {
    const goals = await tx.db.find(GoalEntity, {
      where: { spaceId: In(tx.spaces), archivedAt: IsNull() },
      order: { rank: 'asc', id: 'asc' },
    });
    const targets = await tx.db.findBy(TargetEntity, { spaceId: In(tx.spaces) });
    return goals.map((goal) => ({ goal, targets: targets.filter(({ goalId }) => goalId === goal.id) }));
  }

  async find(tx: Tx, id: GoalId): Promise<HeldGoal | null> {
    const goal = await tx.db.findOneBy(GoalEntity, { id, spaceId: In(tx.spaces) });
    return goal && { goal, targets: await this.targetsOf(tx, id) };
  }

  async get(tx: Tx, id: GoalId): Promise<HeldGoal> {
    const held = await this.find(tx, id);
    if (!held) throw new DomainError('not-found');
    return held;
  }

  /** Others wait until this change is through; a row that only refers to the goal does not. */
  async lock(tx: Tx, id: GoalId): Promise<HeldGoal> {
    const goal = await tx.db.findOne(GoalEntity, {
      where: { id, spaceId: In(tx.spaces) },
      lock: { mode: 'for_no_key_update' },
    });
    if (!goal) throw new DomainError('not-found');
    return { goal, targets: await this.targetsOf(tx, id) };
  }

  async add(tx: Tx, goal: GoalEntity): Promise<void> {
    await tx.db.insert(GoalEntity, goal);
  }

  /** Keeps the goal as its next version. */
  async save(tx: Tx, goal: GoalEntity): Promise<void> {
    goal.version += 1;
    await tx.db.save(GoalEntity, goal);
  }

  async addTarget(tx: Tx, target: TargetEntity): Promise<void> {
    await tx.db.insert(TargetEntity, target);
  }

  async saveTarget(tx: Tx, target: TargetEntity): Promise<void> {
    await tx.db.save(TargetEntity, target);
  }

  async removeTarget(tx: Tx, target: TargetEntity): Promise<void> {
    await tx.db.delete(TargetEntity, { id: target.id, spaceId: In(tx.spaces) });
  }

  private targetsOf(tx: Tx, goalId: GoalId): Promise<TargetEntity[]> {
    return tx.db.findBy(TargetEntity, { goalId, spaceId: In(tx.spaces) });
  }
}

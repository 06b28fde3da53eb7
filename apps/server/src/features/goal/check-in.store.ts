import { Injectable } from '@nestjs/common';
import type { CheckInId, GoalId } from '@mufakat/domain';
import { In } from 'typeorm';
import { CheckInEntity } from './check-in.entity.js';
import type { Fence } from './goal.store.js';

/** What champions reported, fenced by the spaces of the transaction. */
@Injectable()
export class CheckInStore {
  /** Newest first. */
  list(tx: Fence, goalId: GoalId): Promise<CheckInEntity[]> {
    return tx.db.find(CheckInEntity, { where: { goalId, spaceId: In([...tx.spaces]) }, order: { number: 'desc' } });
  }

  find(tx: Fence, id: CheckInId): Promise<CheckInEntity | null> {
    return tx.db.findOneBy(CheckInEntity, { id, spaceId: In([...tx.spaces]) });
  }

  /** The last report on each of these goals that has one. */
  async lastOf(tx: Fence, goalIds: readonly GoalId[]): Promise<Map<GoalId, CheckInEntity>> {
    const found = await tx.db
      .createQueryBuilder(CheckInEntity, 'check_in')
      .distinctOn(['check_in.goal_id'])
      .where({ goalId: In([...goalIds]), spaceId: In([...tx.spaces]) })
      .orderBy('check_in.goal_id')
      .addOrderBy('check_in.number', 'DESC')
      .getMany();
    return new Map(found.map((checkIn) => [checkIn.goalId, checkIn]));
  }

  async add(tx: Fence, checkIn: CheckInEntity): Promise<void> {
    await tx.db.insert(CheckInEntity, checkIn);
  }

  async acknowledge(tx: Fence, checkIn: CheckInEntity): Promise<void> {
    const { id, acknowledgedBy, acknowledgedAt } = checkIn;
    await tx.db.update(CheckInEntity, { id }, { acknowledgedBy, acknowledgedAt });
  }
}

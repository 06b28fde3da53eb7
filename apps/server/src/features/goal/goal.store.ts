import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type Agreement,
  type DocumentId,
  type GoalContent,
  type GoalId,
  type PartnerId,
  type SpaceId,
} from '@mufakat/domain';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { CheckInEntity } from './check-in.entity.js';
import { CheckInStore } from './check-in.store.js';
import { GoalEntity } from './goal.entity.js';
import { ObligationEntity } from './obligation.entity.js';
import { RevisionStore } from './revision.store.js';
import { TargetEntity } from './target.entity.js';

/** An open transaction and the spaces it may touch; every `Tx` is one. */
export type Fence = { readonly db: EntityManager; readonly spaces: readonly SpaceId[] };

/** A goal with all that is loaded, changed and told together with it. */
export type HeldGoal = {
  goal: GoalEntity;
  targets: TargetEntity[];
  obligations: ObligationEntity[];
  agreement: Omit<Agreement, 'isChanged' | 'isAhead' | 'measured'> & {
    /** What the firms agreed on, as it was frozen. */
    content: GoalContent | null;
  };
  lastCheckIn: CheckInEntity | null;
};

/** Goals and what belongs to them, fenced by the spaces of the transaction. */
@Injectable()
export class GoalStore {
  constructor(
    private readonly revisions: RevisionStore,
    private readonly checkIns: CheckInStore,
  ) {}

  async list(tx: Fence): Promise<HeldGoal[]> {
    const goals = await tx.db.find(GoalEntity, {
      where: { spaceId: In(tx.spaces), archivedAt: IsNull() },
      order: { rank: 'asc', id: 'asc' },
    });
    const targets = await tx.db.findBy(TargetEntity, { spaceId: In(tx.spaces) });
    const obligations = await tx.db.findBy(ObligationEntity, { spaceId: In(tx.spaces) });
    const agreementOf = await this.revisions.agreementsOf(tx, goals);
    const checkIns = await this.checkIns.lastOf(
      tx,
      goals.map(({ id }) => id),
    );
    return goals.map((goal) => ({
      goal,
      targets: targets.filter(({ goalId }) => goalId === goal.id),
      obligations: obligations.filter(({ goalId }) => goalId === goal.id),
      agreement: agreementOf(goal),
      lastCheckIn: checkIns.get(goal.id) ?? null,
    }));
  }

  async get(tx: Fence, id: GoalId): Promise<HeldGoal> {
    return this.withParts(tx, await tx.db.findOneBy(GoalEntity, { id, spaceId: In(tx.spaces) }));
  }

  /** Others wait until this change is through; a row that only refers to the goal does not. */
  async lock(tx: Fence, id: GoalId): Promise<HeldGoal> {
    const goal = await tx.db.findOne(GoalEntity, {
      where: { id, spaceId: In(tx.spaces) },
      lock: { mode: 'for_no_key_update' },
    });
    return this.withParts(tx, goal);
  }

  /** Agreed goals whose firms have agreed on a first day that has come, in their partnership's zone. */
  dueToBegin(db: EntityManager, now: Date): Promise<{ goalId: GoalId; spaceId: SpaceId }[]> {
    return db.query(
      `select goal.id as "goalId", goal.space_id as "spaceId"
       from goal join revision on revision.id = goal.in_force_id join partnership on partnership.id = goal.partnership_id
       where goal.state = 'agreed' and goal.archived_at is null
         and (revision.content::jsonb ->> 'startsOn')::date <= ($1::timestamptz at time zone partnership.zone)::date`,
      [now],
    );
  }

  async add(tx: Fence, goal: GoalEntity): Promise<void> {
    await tx.db.insert(GoalEntity, goal);
  }

  /** Keeps the goal as its next version. */
  async save(tx: Fence, held: HeldGoal): Promise<void> {
    held.goal.version += 1;
    await tx.db.save(GoalEntity, held.goal);
    held.agreement = await this.agreementOf(tx, held.goal);
  }

  async agreementOf(tx: Fence, goal: GoalEntity): Promise<HeldGoal['agreement']> {
    return (await this.revisions.agreementsOf(tx, [goal]))(goal);
  }

  async addTarget(tx: Fence, target: TargetEntity): Promise<void> {
    await tx.db.insert(TargetEntity, target);
  }

  async saveTarget(tx: Fence, target: TargetEntity): Promise<void> {
    await tx.db.save(TargetEntity, target);
  }

  async removeTarget(tx: Fence, target: TargetEntity): Promise<void> {
    await tx.db.delete(TargetEntity, { id: target.id, spaceId: In(tx.spaces) });
  }

  async addObligation(tx: Fence, obligation: ObligationEntity): Promise<void> {
    await tx.db.insert(ObligationEntity, obligation);
  }

  async saveObligation(tx: Fence, obligation: ObligationEntity): Promise<void> {
    await tx.db.save(ObligationEntity, obligation);
  }

  async removeObligation(tx: Fence, obligation: ObligationEntity): Promise<void> {
    await tx.db.delete(ObligationEntity, { id: obligation.id, spaceId: In(tx.spaces) });
  }

  /** The goals whose text must be compared again: it has grown since, and there is something to compare it with. */
  async uncompared(db: EntityManager, documentId: DocumentId | null): Promise<{ id: GoalId; spaceId: SpaceId }[]> {
    return db.query(
      `select goal.id, goal.space_id as "spaceId" from goal join document on document.id = goal.document_id
       where coalesce(goal.in_force_id, goal.proposed_id) is not null and goal.compared_to < document.sequence
         and ($1::uuid is null or goal.document_id = $1)`,
      [documentId],
    );
  }

  /** The goals with an open proposal that this partner must sign. */
  async proposedTo(tx: Fence, partnerId: PartnerId): Promise<GoalId[]> {
    const rows: { id: GoalId }[] = await tx.db.query(
      `select goal.id from goal join revision on revision.id = goal.proposed_id
       where goal.space_id = any ($1) and $2 = any (revision.signers) order by goal.id`,
      [tx.spaces, partnerId],
    );
    return rows.map(({ id }) => id);
  }

  async keepComparison(tx: Fence, goal: GoalEntity): Promise<void> {
    await tx.db.update(GoalEntity, { id: goal.id }, { comparedTo: goal.comparedTo });
  }

  private async withParts(tx: Fence, goal: GoalEntity | null): Promise<HeldGoal> {
    if (!goal) throw new DomainError('not-found');
    const of = { goalId: goal.id, spaceId: In(tx.spaces) };
    return {
      goal,
      targets: await tx.db.findBy(TargetEntity, of),
      obligations: await tx.db.findBy(ObligationEntity, of),
      agreement: await this.agreementOf(tx, goal),
      lastCheckIn: (await this.checkIns.lastOf(tx, [goal.id])).get(goal.id) ?? null,
    };
  }
}

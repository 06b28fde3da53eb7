import { Injectable } from '@nestjs/common';
import type { PartnerId, GoalContent, Target, Zone } from '@mufakat/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { CountedGoal, CountedTask } from './dashboard.js';

/** Reads what the dashboard counts: the shared space only, never a private task. */
@Injectable()
export class AccountabilityStore {
  async zone(tx: Tx): Promise<Zone> {
    const rows: { zone: Zone }[] = await tx.db.query('select zone from partnership where id = $1', [
      tx.seat.partnershipId,
    ]);
    return rows[0]?.zone ?? 'Asia/Jakarta';
  }

  /** Every open task, and every done one due since the first day of the period. */
  tasks(tx: Tx, zone: Zone, from: string): Promise<CountedTask[]> {
    return tx.db.query(
      `select id as "taskId", number, title, partner_id as "partnerId", assignee_id is not null as "hasPerson",
              due_on::text as "dueOn", (completed_at at time zone $2)::date::text as "completedOn", state
       from task
       where space_id = $1 and archived_at is null and state <> 'cancelled' and (state <> 'done' or due_on >= $3)
       order by due_on nulls last, number`,
      [tx.seat.spaces.shared, zone, from],
    );
  }

  /** Full partners that have not left, by name: an order nobody earns. */
  async fullPartners(tx: Tx): Promise<PartnerId[]> {
    const rows: { id: PartnerId }[] = await tx.db.query(
      `select partner.id from partner join organization on organization.id = partner.organization_id
       where partner.partnership_id = $1 and partner.standing = 'full' and partner.left_at is null
       order by lower(organization.name) collate "C", partner.id`,
      [tx.seat.partnershipId],
    );
    return rows.map(({ id }) => id);
  }

  /** The name of every partner, also of those who left. */
  async partnerNames(tx: Tx): Promise<ReadonlyMap<PartnerId, string>> {
    const rows: { id: PartnerId; name: string }[] = await tx.db.query(
      `select partner.id, organization.name from partner
       join organization on organization.id = partner.organization_id where partner.partnership_id = $1`,
      [tx.seat.partnershipId],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** The goals on the board, each as what is in force of it, or before an agreement as the draft says. */
  async goals(tx: Tx): Promise<CountedGoal[]> {
    const goals: (Omit<CountedGoal, 'targets'> & { content: string | null })[] = await tx.db.query(
      `select goal.id as "goalId", goal.number, title, starts_on::text as "startsOn", ends_on::text as "endsOn",
              revision.content
       from goal left join revision on revision.id = goal.in_force_id
       where goal.space_id = $1 and archived_at is null order by goal.number`,
      [tx.seat.spaces.shared],
    );
    const drafts: (Target & { goalId: string })[] = await tx.db.query(
      `select goal_id as "goalId", id, label, unit, direction, baseline, target, lower_bound as "lowerBound",
              current, weight, due_on::text as "dueOn", measurer_id as "measurerId", splits
       from target where space_id = $1 order by position, id`,
      [tx.seat.spaces.shared],
    );
    return goals.map(({ content, ...goal }) => {
      const targets = drafts.filter(({ goalId }) => goalId === goal.goalId);
      if (content === null) return { ...goal, targets };
      const { startsOn, endsOn, targets: agreed } = JSON.parse(content) as GoalContent;
      const currentOf = new Map(targets.map(({ id, current }) => [id, current]));
      const counted = agreed.map((target) => ({ ...target, current: currentOf.get(target.id) ?? target.baseline }));
      return { ...goal, startsOn, endsOn, targets: counted };
    });
  }
}

import { Injectable } from '@nestjs/common';
import {
  DomainError,
  enforce,
  goalChangeRefusal,
  goalWriteRefusal,
  splitsRefusal,
  targetRefusal,
  type addTarget,
  type changeTarget,
  type Goal,
  type ParsedOf,
  type removeTarget,
  type reportTarget,
  type TargetId,
} from '@mufakat/domain';
import { takesPart } from '../../platform/access/place.js';
import type { Seat } from '../../platform/access/seat.js';
import { enforceSame, refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { GoalService } from './goal.service.js';
import { GoalStore, type HeldGoal } from './goal.store.js';
import { goalView as viewOf, shortest } from './goal.view.js';
import { TargetEntity } from './target.entity.js';

const mostTargets = 12;

type Fields = Pick<
  TargetEntity,
  'label' | 'unit' | 'direction' | 'baseline' | 'target' | 'lowerBound' | 'weight' | 'dueOn' | 'measurerId' | 'splits'
>;

/** The measures of a goal. Each change of one is a change of the goal. */
@Injectable()
export class TargetService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly goals: GoalStore,
    private readonly goal: GoalService,
  ) {}

  add(seat: Seat, input: ParsedOf<typeof addTarget>): Promise<Goal> {
    enforce(targetRefusal(input) ?? splitsRefusal(input));
    const fields = fieldsOf(input);
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const now = await this.goals.lock(tx, input.goalId);
        enforce(goalWriteRefusal(seat));
        const made = viewOf(now).targets.find(({ id }) => id === input.targetId);
        if (made) {
          enforceSame(fields, made);
          return viewOf(now);
        }

        const held = await this.hold(tx, input);
        await enforceFirms(tx, fields);
        if (held.targets.length >= mostTargets) throw new DomainError('target.too-many');
        const target = Object.assign(new TargetEntity(), fields, {
          id: input.targetId,
          goalId: held.goal.id,
          spaceId: held.goal.spaceId,
          position: Math.max(0, ...held.targets.map(({ position }) => position)) + 1,
          current: fields.baseline,
        });
        await this.goals.addTarget(tx, target);
        held.targets.push(target);
        return this.goal.keep(tx, 'goal.target-added', held);
      }),
    );
  }

  change(seat: Seat, input: ParsedOf<typeof changeTarget>): Promise<Goal> {
    enforce(targetRefusal(input) ?? splitsRefusal(input));
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      const target = targetOf(held, input.targetId);
      await enforceFirms(tx, input);
      Object.assign(target, fieldsOf(input));
      await this.goals.saveTarget(tx, target);
      return this.goal.keep(tx, 'goal.target-changed', held);
    });
  }

  remove(seat: Seat, input: ParsedOf<typeof removeTarget>): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      const target = targetOf(held, input.targetId);
      await this.goals.removeTarget(tx, target);
      const targets = held.targets.filter((other) => other !== target);
      return this.goal.keep(tx, 'goal.target-removed', { ...held, targets });
    });
  }

  report(seat: Seat, input: ParsedOf<typeof reportTarget>): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      const target = targetOf(held, input.targetId);
      target.current = shortest(input.current);
      await this.goals.saveTarget(tx, target);
      return this.goal.keep(tx, 'goal.target-reported', held);
    });
  }

  private async hold(tx: Tx, { goalId, version }: Pick<Fixed, 'goalId' | 'version'>): Promise<HeldGoal> {
    const held = await this.goal.hold(tx, goalId, version);
    enforce(goalChangeRefusal(tx.seat, viewOf(held)));
    return held;
  }
}

type Fixed = ParsedOf<typeof removeTarget>;

/** Firms named in a target take part here. */
async function enforceFirms(tx: Tx, { measurerId, splits }: Pick<Fields, 'measurerId' | 'splits'>): Promise<void> {
  const named = [...(measurerId ? [measurerId] : []), ...splits.map(({ partnerId }) => partnerId)];
  for (const partnerId of new Set(named))
    if (!(await takesPart(tx, partnerId))) throw new DomainError('target.splits-wrong');
}

function targetOf({ targets }: HeldGoal, id: TargetId): TargetEntity {
  const target = targets.find((one) => one.id === id);
  if (!target) throw new DomainError('not-found');
  return target;
}

/** What a target measures, as it is kept: only a band has a lower bound. */
function fieldsOf(input: Fields): Fields {
  const { label, unit, direction, weight, dueOn, lowerBound, measurerId, splits } = input;
  return {
    label,
    unit,
    direction,
    weight,
    dueOn,
    baseline: shortest(input.baseline),
    target: shortest(input.target),
    lowerBound: direction === 'keep' && lowerBound !== null ? shortest(lowerBound) : null,
    measurerId,
    splits: splits.map(({ partnerId, share }) => ({ partnerId, share: shortest(share) })),
  };
}

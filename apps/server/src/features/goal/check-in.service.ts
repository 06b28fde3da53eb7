import { Injectable } from '@nestjs/common';
import {
  acknowledgeRefusal,
  checkInRefusal,
  DomainError,
  enforce,
  goalWriteRefusal,
  sentenceRefusal,
  type acknowledgeCheckIn,
  type checkIn,
  type CheckIn,
  type Goal,
  type GoalId,
  type ParsedOf,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { enforceSame, refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { CheckInEntity } from './check-in.entity.js';
import { CheckInStore } from './check-in.store.js';
import { GoalService } from './goal.service.js';
import { GoalStore, type HeldGoal } from './goal.store.js';
import { checkInView, goalView, shortest } from './goal.view.js';

type Report = ParsedOf<typeof checkIn>;

/** Goals that run are reported on by their champion, and the reports read by a reviewer of another firm. */
@Injectable()
export class CheckInService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly goals: GoalStore,
    private readonly checkIns: CheckInStore,
    private readonly goal: GoalService,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat, goalId: GoalId): Promise<CheckIn[]> {
    return this.work.read(seat, async (tx) => {
      await this.goals.get(tx, goalId);
      return (await this.checkIns.list(tx, goalId)).map(checkInView);
    });
  }

  report(seat: Seat, input: Report): Promise<Goal> {
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const repeated = await this.repeated(tx, input);
        if (repeated) return repeated;

        const held = await this.goal.hold(tx, input.goalId, input.version);
        enforce(checkInRefusal(seat, goalView(held)) ?? sentenceRefusal(held.lastCheckIn, input));
        await this.keepValues(tx, held, input);
        const { id, status, confidence, note, blockers } = input;
        const made = Object.assign(new CheckInEntity(), {
          ...{ id, status, confidence, note, blockers, values: valuesOf(input) },
          goalId: held.goal.id,
          spaceId: held.goal.spaceId,
          number: (held.lastCheckIn?.number ?? 0) + 1,
          by: seat.id,
          at: this.clock.now(),
          acknowledgedBy: null,
          acknowledgedAt: null,
        });
        await this.checkIns.add(tx, made);
        return this.goal.keep(tx, 'goal.checked-in', { ...held, lastCheckIn: made });
      }),
    );
  }

  /** Saying again that it was read changes nothing. */
  acknowledge(seat: Seat, input: ParsedOf<typeof acknowledgeCheckIn>): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.goals.lock(tx, input.goalId);
      enforce(goalWriteRefusal(seat));
      const found = await this.checkIns.find(tx, input.checkInId);
      if (found?.goalId !== held.goal.id) throw new DomainError('not-found');
      enforce(acknowledgeRefusal(seat, goalView(held)));
      if (found.acknowledgedBy) return goalView(held);
      Object.assign(found, { acknowledgedBy: seat.id, acknowledgedAt: this.clock.now() });
      await this.checkIns.acknowledge(tx, found);
      const isLast = held.lastCheckIn?.id === found.id;
      return this.goal.keep(tx, 'goal.check-in-acknowledged', isLast ? { ...held, lastCheckIn: found } : held);
    });
  }

  /** Only targets of the draft of now can be given a value. */
  private async keepValues(tx: Tx, held: HeldGoal, input: Report): Promise<void> {
    for (const { targetId, value } of valuesOf(input)) {
      const target = held.targets.find(({ id }) => id === targetId);
      if (!target) throw new DomainError('not-found');
      target.current = value;
      await this.goals.saveTarget(tx, target);
    }
  }

  private async repeated(tx: Tx, input: Report): Promise<Goal | null> {
    const made = await this.checkIns.find(tx, input.id);
    if (!made) return null;
    const { id, goalId, status, confidence, note, blockers } = input;
    enforceSame({ id, goalId, status, confidence, note, blockers, values: valuesOf(input) }, made);
    return goalView(await this.goals.get(tx, goalId));
  }
}

const valuesOf = ({ values }: Report) => values.map(({ targetId, value }) => ({ targetId, value: shortest(value) }));

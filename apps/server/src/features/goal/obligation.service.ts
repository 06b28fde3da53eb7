import { Injectable } from '@nestjs/common';
import {
  DomainError,
  enforce,
  goalChangeRefusal,
  goalWriteRefusal,
  obligationStateRefusal,
  type addObligation,
  type changeObligation,
  type Goal,
  type Obligation,
  type ObligationId,
  type ParsedOf,
  type removeObligation,
} from '@mufakat/domain';
import { fullPartners, placeOf } from '../../platform/access/place.js';
import type { Seat } from '../../platform/access/seat.js';
import { enforceSame, refusingTakenIds } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { GoalService } from './goal.service.js';
import { GoalStore, type HeldGoal } from './goal.store.js';
import { goalView } from './goal.view.js';
import { ObligationEntity } from './obligation.entity.js';

const mostObligations = 60;

type Fields = Omit<Obligation, 'id' | 'state'>;

/** What each firm takes upon itself for a goal. Each change of one is a change of the goal. */
@Injectable()
export class ObligationService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly goals: GoalStore,
    private readonly goal: GoalService,
  ) {}

  add(seat: Seat, input: ParsedOf<typeof addObligation>): Promise<Goal> {
    const fields = fieldsOf(input);
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        const now = await this.goals.lock(tx, input.goalId);
        enforce(goalWriteRefusal(seat));
        const made = goalView(now).obligations.find(({ id }) => id === input.obligationId);
        if (made) {
          enforceSame(fields, made);
          return goalView(now);
        }

        const held = await this.hold(tx, input);
        if (held.obligations.length >= mostObligations) throw new DomainError('obligation.too-many');
        await this.enforceFirm(tx, fields);
        const obligation = Object.assign(new ObligationEntity(), fields, {
          id: input.obligationId,
          goalId: held.goal.id,
          spaceId: held.goal.spaceId,
          position: Math.max(0, ...held.obligations.map(({ position }) => position)) + 1,
          state: 'open',
        } as const);
        await this.goals.addObligation(tx, obligation);
        held.obligations.push(obligation);
        return this.goal.keep(tx, 'goal.obligation-added', held);
      }),
    );
  }

  change(seat: Seat, input: ParsedOf<typeof changeObligation>): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      const obligation = obligationOf(held, input.obligationId);
      const fields = fieldsOf(input);
      const state = fields.kind === 'none' ? 'open' : input.state;
      if (state !== obligation.state) enforce(obligationStateRefusal(seat, fields));
      await this.enforceFirm(tx, fields);
      Object.assign(obligation, fields, { state });
      await this.goals.saveObligation(tx, obligation);
      return this.goal.keep(tx, 'goal.obligation-changed', held);
    });
  }

  remove(seat: Seat, input: ParsedOf<typeof removeObligation>): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, input);
      const obligation = obligationOf(held, input.obligationId);
      await this.goals.removeObligation(tx, obligation);
      held.obligations = held.obligations.filter((other) => other !== obligation);
      return this.goal.keep(tx, 'goal.obligation-removed', held);
    });
  }

  private async hold(tx: Tx, input: ParsedOf<typeof removeObligation>): Promise<HeldGoal> {
    const held = await this.goal.hold(tx, input.goalId, input.version);
    enforce(goalChangeRefusal(tx.seat, goalView(held)));
    return held;
  }

  /** Only who signs can be bound, and who sees to a duty sits for the firm that has it. */
  private async enforceFirm(tx: Tx, { partnerId, ownerId }: Fields): Promise<void> {
    const signers = await fullPartners(tx);
    if (!signers.includes(partnerId)) throw new DomainError('obligation.not-a-signer');
    const place = ownerId && (await placeOf(tx, ownerId));
    if (ownerId && (!place || !place.isOpen || place.partnerId !== partnerId))
      throw new DomainError('task.wrong-person');
  }
}

function obligationOf({ obligations }: HeldGoal, id: ObligationId): ObligationEntity {
  const obligation = obligations.find((one) => one.id === id);
  if (!obligation) throw new DomainError('not-found');
  return obligation;
}

/** An obligation as it is kept: who takes on nothing has no person, date or rhythm for it. */
function fieldsOf({ partnerId, kind, text, ownerId, dueOn, every }: Fields): Fields {
  return kind === 'none'
    ? { partnerId, kind, text, ownerId: null, dueOn: null, every: null }
    : { partnerId, kind, text, ownerId, dueOn, every };
}

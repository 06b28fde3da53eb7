import { Injectable } from '@nestjs/common';
import { goalText } from '@mufakat/collab';
import {
  archiveRefusal,
  datesRefusal,
  DomainError,
  enforce,
  goalChangeRefusal,
  goalMoveRefusal,
  goalWriteRefusal,
  type changeGoal,
  type createGoal,
  type EntryName,
  type Goal,
  type GoalId,
  type moveGoal,
  type ParsedOf,
  type Refusal,
  type SeatId,
} from '@mufakat/domain';
import { placeOf } from '../../platform/access/place.js';
import type { Seat } from '../../platform/access/seat.js';
import { enforceSame, madeAs, refusingTakenIds, waitForTurn } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { DraftComparison } from './draft-comparison.js';
import { GoalDrafting } from './goal-drafting.js';
import type { GoalEntity } from './goal.entity.js';
import { GoalStore, type HeldGoal } from './goal.store.js';
import { goalView as viewOf } from './goal.view.js';

type Change = ParsedOf<typeof changeGoal>;
type GoalEntry = Extract<EntryName, `goal.${string}`>;

/** Goals from the first draft to the archive. What binds a firm begins with signatures: see `SignOffService`. */
@Injectable()
export class GoalService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly goals: GoalStore,
    private readonly drafting: GoalDrafting,
    private readonly comparison: DraftComparison,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat): Promise<Goal[]> {
    return this.work.read(seat, async (tx) => (await this.goals.list(tx)).map(viewOf));
  }

  read(seat: Seat, id: GoalId): Promise<Goal> {
    return this.work.read(seat, async (tx) => viewOf(await this.goals.get(tx, id)));
  }

  create(seat: Seat, input: ParsedOf<typeof createGoal>): Promise<Goal> {
    enforce(goalWriteRefusal(seat) ?? datesRefusal(input));
    const { locale, ...wanted } = input;
    const spaceId = seat.spaces.shared;
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        await waitForTurn(tx, spaceId);
        const made = await madeAs(tx, 'goal.created', input.id);
        if (made) {
          enforceSame(wanted, made);
          return viewOf(await this.goals.get(tx, input.id));
        }

        return this.drafting.draft(tx, { ...wanted, text: goalText(locale) });
      }),
    );
  }

  change(seat: Seat, { goalId, version, title, ...change }: Change): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, goalId, version);
      const { goal } = held;
      enforce(goalChangeRefusal(seat, viewOf(held)));
      await this.enforcePeople(tx, goal, change);

      goal.title = title ?? goal.title;
      if (change.benefit !== undefined) goal.benefit = change.benefit;
      if (change.championId !== undefined) goal.championId = change.championId;
      if (change.reviewerId !== undefined) goal.reviewerId = change.reviewerId;
      if (change.startsOn !== undefined) goal.startsOn = change.startsOn;
      if (change.endsOn !== undefined) goal.endsOn = change.endsOn;
      enforce(datesRefusal(goal));
      return this.keep(tx, 'goal.changed', held);
    });
  }

  move(seat: Seat, { goalId, version, state, rank }: ParsedOf<typeof moveGoal>): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, goalId, version);
      enforceSignOff(goalMoveRefusal(seat, viewOf(held), state));
      held.goal.rank = rank;
      if (state === 'running' && held.goal.state !== state) held.goal.runningSince = this.clock.now();
      held.goal.state = state;
      return this.keep(tx, 'goal.moved', held);
    });
  }

  archive(seat: Seat, goalId: GoalId, version: number): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, goalId, version);
      enforceSignOff(archiveRefusal(seat, viewOf(held)));
      held.goal.archivedAt = this.clock.now();
      return this.keep(tx, 'goal.archived', held);
    });
  }

  /** Restoring what is on the board changes nothing. */
  restore(seat: Seat, goalId: GoalId, version: number): Promise<Goal> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, goalId, version);
      if (!held.goal.archivedAt) return viewOf(held);
      held.goal.archivedAt = null;
      return this.keep(tx, 'goal.restored', held);
    });
  }

  /** Locks the goal for a change that was made looking at `version`. */
  async hold(tx: Tx, goalId: GoalId, version: number): Promise<HeldGoal> {
    const held = await this.goals.lock(tx, goalId);
    enforce(goalWriteRefusal(tx.seat));
    if (held.goal.version !== version) throw new DomainError('version.stale', { current: viewOf(held) });
    return held;
  }

  /** Keeps the goal as its next version and tells everybody the whole of it. */
  async keep(tx: Tx, name: GoalEntry, held: HeldGoal): Promise<Goal> {
    await this.comparison.renew(tx, held);
    await this.goals.save(tx, held);
    return this.tell(tx, name, held);
  }

  private tell(tx: Tx, name: GoalEntry, held: HeldGoal): Goal {
    const view = viewOf(held);
    tx.record(held.goal.spaceId, name, view);
    return view;
  }

  /** Who is newly named must sit here now; champion and reviewer must come from two firms. */
  private async enforcePeople(tx: Tx, goal: GoalEntity, change: Pick<Change, 'championId' | 'reviewerId'>) {
    const firmOf = async (named: SeatId | null | undefined, held: SeatId | null) => {
      const seatId = named === undefined ? held : named;
      if (!seatId) return null;
      const place = await placeOf(tx, seatId);
      if (!place) throw new DomainError('not-found');
      if (!place.isOpen && seatId !== held) throw new DomainError('seat.ended');
      return place.partnerId;
    };
    const champion = await firmOf(change.championId, goal.championId);
    const reviewer = await firmOf(change.reviewerId, goal.reviewerId);
    if (champion && champion === reviewer) throw new DomainError('goal.reviewer-same-firm');
  }
}

function enforceSignOff(refusal: Refusal | null): void {
  if (refusal === 'goal.needs-sign-off') throw new DomainError(refusal, { needed: 'sign-off' });
  enforce(refusal);
}

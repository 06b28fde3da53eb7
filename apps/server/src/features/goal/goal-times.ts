import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { confirmationDays } from '@mufakat/domain';
import { BegunWork } from '../../platform/begun-work.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { GoalStore } from './goal.store.js';
import { goalView } from './goal.view.js';
import { RevisionStore } from './revision.store.js';

/** How often it is looked what time has brought about, in milliseconds. */
const lookEvery = 10 * 60 * 1000;

/** What time alone brings about: a word by phone that its firm has not confirmed lapses, and what is agreed begins. */
@Injectable()
export class GoalTimes implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(GoalTimes.name);
  private readonly begun = new BegunWork();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly goals: GoalStore,
    private readonly revisions: RevisionStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const look = () => this.begun.begin(() => this.lookOrLog());
    this.timer = setInterval(look, lookEvery).unref();
    look();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.begun.end();
  }

  async look(): Promise<void> {
    await this.lapseCalls();
    await this.beginGoals();
  }

  /** Marks every word by phone that was not confirmed in time. */
  private async lapseCalls(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - confirmationDays * 24 * 60 * 60 * 1000);
    const waiting = await this.work.asSystem((db) => this.revisions.awaitingSince(db, before));
    for (const { goalId, spaceId } of waiting)
      await this.work.asSystem(async (db, record) => {
        const fence = { db, spaces: [spaceId] };
        const held = await this.goals.lock(fence, goalId);
        if ((await this.revisions.lapse(fence, goalId, before)) === 0) return;
        await this.goals.save(fence, held);
        record({ spaceId, name: 'goal.sign-off-lapsed', data: goalView(held), by: null });
      });
  }

  /** A goal runs from the day on that its firms agreed upon, unless its champion has set it going before. */
  private async beginGoals(): Promise<void> {
    const now = this.clock.now();
    const due = await this.work.asSystem((db) => this.goals.dueToBegin(db, now));
    for (const { goalId, spaceId } of due)
      await this.work.asSystem(async (db, record) => {
        const fence = { db, spaces: [spaceId] };
        const held = await this.goals.lock(fence, goalId);
        if (held.goal.state !== 'agreed') return;
        Object.assign(held.goal, { state: 'running', runningSince: now });
        await this.goals.save(fence, held);
        record({ spaceId, name: 'goal.moved', data: goalView(held), by: null });
      });
  }

  private lookOrLog(): Promise<void> {
    return this.look().catch((error: unknown) => this.log.error({ fault: 'what time brings failed', err: error }));
  }
}

import { Injectable } from '@nestjs/common';
import { byRank, columnOf, type Today } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { addDays, dayIn } from '../../platform/calendar.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { HistoryService } from '../history/index.js';
import { needsOf } from './needs.js';
import { TodayStore } from './today.store.js';

const mostNeeds = 30;
const mostChanges = 20;

/** The home of a person: what waits for them, and what changed since they last looked. */
@Injectable()
export class TodayService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: TodayStore,
    private readonly history: HistoryService,
    private readonly clock: Clock,
  ) {}

  read(seat: Seat): Promise<Today> {
    return this.work.read(seat, async (tx) => {
      const now = this.clock.now();
      const zone = await this.store.zone(tx);
      const today = dayIn(zone, now);
      const tomorrow = addDays(today, 1);
      const tasks = await this.store.openTasks(tx);
      const meetings = await this.store.meetings(tx, zone, { from: today, to: tomorrow });
      const goals = (await this.store.goals(tx)).filter(({ state }) => columnOf(state) !== 'ended').sort(byRank);
      const rounds = await this.store.rounds(tx);
      const visit = await this.store.lastVisit(tx);
      return {
        needs: needsOf(seat, { tasks, meetings, goals, rounds }, { now, today }).slice(0, mostNeeds),
        meetings: meetings.filter(({ startsAt }) => dayIn(zone, startsAt) >= today),
        changes: await this.history.changesByOthers(tx, visit?.seen ?? { shared: 0, own: 0 }, mostChanges),
        since: visit?.at ?? null,
        goals,
      };
    });
  }

  recordVisit(seat: Seat): Promise<Record<string, never>> {
    return this.work.run(seat, async (tx) => {
      await this.store.recordVisit(tx, this.clock.now());
      return {};
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Dashboard, exportDashboard, ParsedOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { addDays, dayIn } from '../../platform/calendar.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { AccountabilityStore } from './accountability.store.js';
import { dashboardOf } from './dashboard.js';
import { dashboardCsv } from './dashboard-csv.js';

type Period = ParsedOf<typeof exportDashboard>['period'];

/** Who kept what, computed from shared records each time it is asked. */
@Injectable()
export class AccountabilityService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: AccountabilityStore,
    private readonly clock: Clock,
  ) {}

  dashboard(seat: Seat, period: Period): Promise<Dashboard> {
    return this.work.read(seat, (tx) => this.compute(tx, period));
  }

  csv(seat: Seat, asked: Pick<ParsedOf<typeof exportDashboard>, 'period' | 'locale'>): Promise<string> {
    return this.work.read(seat, async (tx) =>
      dashboardCsv(await this.compute(tx, asked.period), await this.store.partnerNames(tx), asked.locale),
    );
  }

  private async compute(tx: Tx, period: Period): Promise<Dashboard> {
    const zone = await this.store.zone(tx);
    const to = dayIn(zone, this.clock.now());
    // Today is the last of the days counted.
    const from = addDays(to, 1 - Number(period));
    return dashboardOf(
      { partnershipId: tx.seat.partnershipId, from, to },
      {
        tasks: await this.store.tasks(tx, zone, from),
        partners: await this.store.fullPartners(tx),
        goals: await this.store.goals(tx),
      },
    );
  }
}

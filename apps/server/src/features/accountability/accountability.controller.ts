import { Controller } from '@nestjs/common';
import { exportDashboard, readDashboard, type OutputOf, type ParsedOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { AccountabilityService } from './accountability.service.js';

@Controller()
export class AccountabilityController {
  constructor(private readonly accountability: AccountabilityService) {}

  @Endpoint(readDashboard)
  read(
    @TakenSeat() seat: Seat,
    @Input(readDashboard) input: ParsedOf<typeof readDashboard>,
  ): Promise<OutputOf<typeof readDashboard>> {
    return this.accountability.dashboard(seat, input.period);
  }

  @Endpoint(exportDashboard)
  export(
    @TakenSeat() seat: Seat,
    @Input(exportDashboard) input: ParsedOf<typeof exportDashboard>,
  ): Promise<OutputOf<typeof exportDashboard>> {
    return this.accountability.csv(seat, input);
  }
}

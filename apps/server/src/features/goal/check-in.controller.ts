import { Controller } from '@nestjs/common';
import { acknowledgeCheckIn, checkIn, listCheckIns, type CheckIn, type Goal, type ParsedOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { CheckInService } from './check-in.service.js';

@Controller()
export class CheckInController {
  constructor(private readonly checkIns: CheckInService) {}

  @Endpoint(listCheckIns)
  list(@TakenSeat() seat: Seat, @Input(listCheckIns) input: ParsedOf<typeof listCheckIns>): Promise<CheckIn[]> {
    return this.checkIns.list(seat, input.goalId);
  }

  @Endpoint(checkIn)
  report(@TakenSeat() seat: Seat, @Input(checkIn) input: ParsedOf<typeof checkIn>): Promise<Goal> {
    return this.checkIns.report(seat, input);
  }

  @Endpoint(acknowledgeCheckIn)
  acknowledge(
    @TakenSeat() seat: Seat,
    @Input(acknowledgeCheckIn) input: ParsedOf<typeof acknowledgeCheckIn>,
  ): Promise<Goal> {
    return this.checkIns.acknowledge(seat, input);
  }
}

import { Controller } from '@nestjs/common';
import { readToday, recordVisit, type OutputOf, type ParsedOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { TodayService } from './today.service.js';

@Controller()
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Endpoint(readToday)
  read(@TakenSeat() seat: Seat, @Input(readToday) _: ParsedOf<typeof readToday>): Promise<OutputOf<typeof readToday>> {
    return this.today.read(seat);
  }

  @Endpoint(recordVisit)
  recordVisit(
    @TakenSeat() seat: Seat,
    @Input(recordVisit) _: ParsedOf<typeof recordVisit>,
  ): Promise<OutputOf<typeof recordVisit>> {
    return this.today.recordVisit(seat);
  }
}

import { Controller } from '@nestjs/common';
import { readToday, recordVisit, type OutputOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, TakenSeat } from '../../platform/http/endpoint.js';
import { TodayService } from './today.service.js';

@Controller()
export class TodayController {
  constructor(private readonly today: TodayService) {}

  @Endpoint(readToday)
  read(@TakenSeat() seat: Seat): Promise<OutputOf<typeof readToday>> {
    return this.today.read(seat);
  }

  @Endpoint(recordVisit)
  recordVisit(@TakenSeat() seat: Seat): Promise<OutputOf<typeof recordVisit>> {
    return this.today.recordVisit(seat);
  }
}

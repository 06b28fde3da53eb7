import { Controller } from '@nestjs/common';
import { routes, type Charter, type ParsedOf, type Routes } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { CharterService } from './charter.service.js';

@Controller()
export class CharterController {
  constructor(private readonly charters: CharterService) {}

  @Endpoint(routes.readCharter)
  read(@TakenSeat() seat: Seat): Promise<Charter> {
    return this.charters.read(seat);
  }

  @Endpoint(routes.changeCharter)
  change(
    @TakenSeat() seat: Seat,
    @Input(routes.changeCharter) input: ParsedOf<Routes['changeCharter']>,
  ): Promise<Charter> {
    return this.charters.change(seat, input);
  }
}

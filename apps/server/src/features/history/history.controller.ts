import { Controller } from '@nestjs/common';
import { listHistory, readJournal, type OutputOf, type ParsedOf } from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { FollowService } from '../../platform/journal/follow.service.js';
import { HistoryService } from './history.service.js';

@Controller()
export class HistoryController {
  constructor(
    private readonly history: HistoryService,
    private readonly follow: FollowService,
  ) {}

  @Endpoint(listHistory)
  list(
    @TakenSeat() seat: Seat,
    @Input(listHistory) input: ParsedOf<typeof listHistory>,
  ): Promise<OutputOf<typeof listHistory>> {
    return this.history.list(seat, input);
  }

  @Endpoint(readJournal)
  read(
    @TakenSeat() seat: Seat,
    @Input(readJournal) input: ParsedOf<typeof readJournal>,
  ): Promise<OutputOf<typeof readJournal>> {
    return this.follow.missed(seat, input, input.limit);
  }
}

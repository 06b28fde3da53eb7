import { Controller } from '@nestjs/common';
import {
  answerInterests,
  askInterests,
  closeInterests,
  listInterestRounds,
  readOwnInterest,
  type InterestRound,
  type OwnInterest,
  type ParsedOf,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { InterestService } from './interest.service.js';

@Controller()
export class InterestController {
  constructor(private readonly interests: InterestService) {}

  @Endpoint(listInterestRounds)
  list(@TakenSeat() seat: Seat): Promise<InterestRound[]> {
    return this.interests.list(seat);
  }

  @Endpoint(readOwnInterest)
  readOwn(
    @TakenSeat() seat: Seat,
    @Input(readOwnInterest) input: ParsedOf<typeof readOwnInterest>,
  ): Promise<OwnInterest> {
    return this.interests.readOwn(seat, input.roundId);
  }

  @Endpoint(askInterests)
  ask(@TakenSeat() seat: Seat, @Input(askInterests) input: ParsedOf<typeof askInterests>): Promise<InterestRound> {
    return this.interests.ask(seat, input);
  }

  @Endpoint(answerInterests)
  answer(
    @TakenSeat() seat: Seat,
    @Input(answerInterests) input: ParsedOf<typeof answerInterests>,
  ): Promise<InterestRound> {
    return this.interests.answer(seat, input);
  }

  @Endpoint(closeInterests)
  close(
    @TakenSeat() seat: Seat,
    @Input(closeInterests) input: ParsedOf<typeof closeInterests>,
  ): Promise<InterestRound> {
    return this.interests.close(seat, input);
  }
}

import { Controller } from '@nestjs/common';
import {
  downloadJournal,
  listReceipts,
  readChain,
  reportMismatch,
  type HeldReceipt,
  type Mismatch,
  type OutputOf,
  type ParsedOf,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { Lines } from '../../platform/http/lines.js';
import { ProofService } from './proof.service.js';

@Controller()
export class ProofController {
  constructor(private readonly proofs: ProofService) {}

  @Endpoint(listReceipts)
  list(@TakenSeat() seat: Seat): Promise<HeldReceipt[]> {
    return this.proofs.list(seat);
  }

  @Endpoint(readChain)
  chain(
    @TakenSeat() seat: Seat,
    @Input(readChain) input: ParsedOf<typeof readChain>,
  ): Promise<OutputOf<typeof readChain>> {
    return this.proofs.chain(seat, input);
  }

  @Endpoint(downloadJournal)
  download(@TakenSeat() seat: Seat, @Input(downloadJournal) input: ParsedOf<typeof downloadJournal>): Lines {
    return new Lines(this.proofs.lines(seat, input.spaceId));
  }

  @Endpoint(reportMismatch)
  report(@TakenSeat() seat: Seat, @Input(reportMismatch) input: ParsedOf<typeof reportMismatch>): Promise<Mismatch> {
    return this.proofs.report(seat, input);
  }
}

import { Controller } from '@nestjs/common';
import {
  routes,
  type Goal,
  type OutputOf,
  type ParsedOf,
  type Revision,
  type RouteId,
  type Routes,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import type { Session } from '../../platform/access/session.service.js';
import { Endpoint, Input, OwnSession, TakenSeat } from '../../platform/http/endpoint.js';
import { ObligationService } from './obligation.service.js';
import { ProposalService } from './proposal.service.js';
import { SignOffService } from './sign-off.service.js';

type Of<Id extends RouteId> = ParsedOf<Routes[Id]>;
type From<Id extends RouteId> = OutputOf<Routes[Id]>;

@Controller()
export class AgreementController {
  constructor(
    private readonly obligations: ObligationService,
    private readonly proposals: ProposalService,
    private readonly signOffs: SignOffService,
  ) {}

  @Endpoint(routes.addObligation)
  addObligation(@TakenSeat() seat: Seat, @Input(routes.addObligation) input: Of<'addObligation'>): Promise<Goal> {
    return this.obligations.add(seat, input);
  }

  @Endpoint(routes.changeObligation)
  changeObligation(
    @TakenSeat() seat: Seat,
    @Input(routes.changeObligation) input: Of<'changeObligation'>,
  ): Promise<Goal> {
    return this.obligations.change(seat, input);
  }

  @Endpoint(routes.removeObligation)
  removeObligation(
    @TakenSeat() seat: Seat,
    @Input(routes.removeObligation) input: Of<'removeObligation'>,
  ): Promise<Goal> {
    return this.obligations.remove(seat, input);
  }

  @Endpoint(routes.proposeGoal)
  propose(@TakenSeat() seat: Seat, @Input(routes.proposeGoal) input: Of<'proposeGoal'>): Promise<Goal> {
    return this.proposals.propose(seat, input);
  }

  @Endpoint(routes.proposeEnding)
  proposeEnding(@TakenSeat() seat: Seat, @Input(routes.proposeEnding) input: Of<'proposeEnding'>): Promise<Goal> {
    return this.proposals.proposeEnding(seat, input);
  }

  @Endpoint(routes.withdrawProposal)
  withdrawProposal(
    @TakenSeat() seat: Seat,
    @Input(routes.withdrawProposal) input: Of<'withdrawProposal'>,
  ): Promise<Goal> {
    return this.proposals.withdraw(seat, input);
  }

  @Endpoint(routes.listRevisions)
  listRevisions(@TakenSeat() seat: Seat, @Input(routes.listRevisions) input: Of<'listRevisions'>): Promise<Revision[]> {
    return this.proposals.list(seat, input.goalId);
  }

  @Endpoint(routes.readRevision)
  readRevision(
    @TakenSeat() seat: Seat,
    @Input(routes.readRevision) input: Of<'readRevision'>,
  ): Promise<From<'readRevision'>> {
    return this.proposals.read(seat, input.goalId, input.revisionId);
  }

  @Endpoint(routes.readDraft)
  readDraft(@TakenSeat() seat: Seat, @Input(routes.readDraft) input: Of<'readDraft'>): Promise<From<'readDraft'>> {
    return this.proposals.draft(seat, input.goalId);
  }

  @Endpoint(routes.readDifference)
  readDifference(
    @TakenSeat() seat: Seat,
    @Input(routes.readDifference) input: Of<'readDifference'>,
  ): Promise<From<'readDifference'>> {
    return this.proposals.difference(seat, input);
  }

  @Endpoint(routes.signOff)
  signOff(
    @TakenSeat() seat: Seat,
    @OwnSession() session: Session,
    @Input(routes.signOff) input: Of<'signOff'>,
  ): Promise<Goal> {
    return this.signOffs.sign(seat, session, input);
  }

  @Endpoint(routes.withdrawSignOff)
  withdrawSignOff(
    @TakenSeat() seat: Seat,
    @OwnSession() session: Session,
    @Input(routes.withdrawSignOff) input: Of<'withdrawSignOff'>,
  ): Promise<Goal> {
    return this.signOffs.withdraw(seat, session, input);
  }

  @Endpoint(routes.recordSignOff)
  recordSignOff(
    @TakenSeat() seat: Seat,
    @OwnSession() session: Session,
    @Input(routes.recordSignOff) input: Of<'recordSignOff'>,
  ): Promise<Goal> {
    return this.signOffs.record(seat, session, input);
  }

  @Endpoint(routes.confirmSignOff)
  confirmSignOff(
    @TakenSeat() seat: Seat,
    @OwnSession() session: Session,
    @Input(routes.confirmSignOff) input: Of<'confirmSignOff'>,
  ): Promise<Goal> {
    return this.signOffs.confirm(seat, session, input);
  }
}

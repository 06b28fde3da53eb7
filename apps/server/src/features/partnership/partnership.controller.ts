import { Controller, Res } from '@nestjs/common';
import {
  routes,
  type Directory,
  type Invitation,
  type InvitationPreview,
  type Member,
  type OutputOf,
  type ParsedOf,
  type Partnership,
  type RouteId,
  type Routes,
} from '@mufakat/domain';
import type { Response } from 'express';
import type { Seat } from '../../platform/access/seat.js';
import type { Session } from '../../platform/access/session.service.js';
import { SessionCookie } from '../../platform/http/cookie.js';
import { Endpoint, Input, OwnSession, TakenSeat } from '../../platform/http/endpoint.js';
import { Knocking, type Visitor } from '../account/index.js';
import { InvitationService } from './invitation.service.js';
import { JoiningService, type Joined } from './joining.service.js';
import { PartnershipService } from './partnership.service.js';
import { SeatChangeService } from './seat-change.service.js';

type Of<Id extends RouteId> = ParsedOf<Routes[Id]>;
type From<Id extends RouteId> = OutputOf<Routes[Id]>;

@Controller()
export class PartnershipController {
  constructor(
    private readonly partnerships: PartnershipService,
    private readonly seats: SeatChangeService,
    private readonly invitations: InvitationService,
    private readonly joining: JoiningService,
    private readonly cookie: SessionCookie,
  ) {}

  @Endpoint(routes.createPartnership)
  create(
    @OwnSession() session: Session,
    @Input(routes.createPartnership) input: Of<'createPartnership'>,
  ): Promise<Directory> {
    return this.partnerships.create(session, input);
  }

  @Endpoint(routes.readDirectory)
  directory(@TakenSeat() seat: Seat): Promise<Directory> {
    return this.partnerships.directory(seat);
  }

  @Endpoint(routes.changePartnership)
  change(
    @TakenSeat() seat: Seat,
    @Input(routes.changePartnership) input: Of<'changePartnership'>,
  ): Promise<Partnership> {
    return this.partnerships.change(seat, input);
  }

  @Endpoint(routes.changeSeat)
  changeSeat(
    @TakenSeat() seat: Seat,
    @OwnSession() session: Session,
    @Input(routes.changeSeat) input: Of<'changeSeat'>,
  ): Promise<Member> {
    return this.seats.change(seat, session, input);
  }

  @Endpoint(routes.removeSeat)
  removeSeat(
    @TakenSeat() seat: Seat,
    @OwnSession() session: Session,
    @Input(routes.removeSeat) input: Of<'removeSeat'>,
  ): Promise<Member> {
    return this.seats.remove(seat, session, input);
  }

  @Endpoint(routes.listInvitations)
  listInvitations(@TakenSeat() seat: Seat): Promise<Invitation[]> {
    return this.invitations.list(seat);
  }

  @Endpoint(routes.createInvitation)
  createInvitation(
    @TakenSeat() seat: Seat,
    @OwnSession() session: Session,
    @Input(routes.createInvitation) input: Of<'createInvitation'>,
  ): Promise<From<'createInvitation'>> {
    return this.invitations.create(seat, session, input);
  }

  @Endpoint(routes.revokeInvitation)
  revokeInvitation(
    @TakenSeat() seat: Seat,
    @Input(routes.revokeInvitation) input: Of<'revokeInvitation'>,
  ): Promise<Invitation> {
    return this.invitations.revoke(seat, input);
  }

  @Endpoint(routes.previewInvitation)
  preview(
    @Input(routes.previewInvitation) { token }: Of<'previewInvitation'>,
    @Knocking() by: Visitor,
  ): Promise<InvitationPreview> {
    return this.joining.preview(token, by);
  }

  @Endpoint(routes.acceptInvitation)
  async accept(
    @Input(routes.acceptInvitation) input: Of<'acceptInvitation'>,
    @Knocking() by: Visitor,
    @Res({ passthrough: true }) to: Response,
  ): Promise<From<'acceptInvitation'>> {
    return this.welcome(await this.joining.accept(input, by), to);
  }

  private welcome({ me, partnershipId, token }: Joined, to: Response): From<'acceptInvitation'> {
    if (token) this.cookie.write(to, token);
    return { ...me, partnershipId };
  }
}

import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, PartnershipId, type Route } from '@mufakat/domain';
import type { Request } from 'express';
import { SeatService } from '../access/seat.service.js';
import { SessionService } from '../access/session.service.js';
import { setCaller } from './caller.js';
import { SessionCookie } from './cookie.js';
import { RequestLimits } from './request-limits.js';

export const routeKey = 'mufakat:route';

/** Lets a caller in by the access its route declares. A handler without a route is refused, so none can be forgotten. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly seats: SeatService,
    private readonly cookie: SessionCookie,
    private readonly limits: RequestLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<Route | undefined>(routeKey, context.getHandler());
    if (!route) return false;
    const request = context.switchToHttp().getRequest<Request>();
    // Known before anything is refused, so that the refusal can be checked against the route.
    setCaller(request, { route, session: null, seat: null });

    const token = this.cookie.read(request);
    const session = token ? await this.sessions.find(token) : null;
    this.limits.take(session?.personId ?? `address ${request.ip ?? 'unknown'}`, session !== null);
    setCaller(request, { route, session, seat: null });
    if (route.access === 'public') return true;
    if (!session) throw new DomainError('session.missing');
    if (route.access === 'operator' && !session.isOperator) throw new DomainError('not-found');
    if (route.access === 'seat') {
      const partnershipId = PartnershipId.safeParse(request.params['partnershipId']);
      if (!partnershipId.success) throw new DomainError('not-found');
      setCaller(request, { route, session, seat: await this.seats.take(session.personId, partnershipId.data) });
    }
    return true;
  }
}

import type { Route } from '@mufakat/domain';
import type { Request } from 'express';
import type { Seat } from '../access/seat.js';
import type { Session } from '../access/session.service.js';

/** What the guard learnt about a request before any feature sees it. */
export type Caller = {
  route: Route;
  session: Session | null;
  seat: Seat | null;
};

const callers = new WeakMap<Request, Caller>();

export function setCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

export function callerOf(request: Request): Caller | undefined {
  return callers.get(request);
}

import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Session } from '../../platform/access/session.service.js';
import { callerOf } from '../../platform/http/caller.js';
import { deviceOf } from './device.js';

/** Who knocks before anybody is signed in: from which network, on what device, with which session until now. */
export type Visitor = { address: string; device: string; session: Session | null };

/** The visitor of a request. */
export const Knocking = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const request = context.switchToHttp().getRequest<Request>();
  return {
    address: request.ip ?? '',
    device: deviceOf(request.headers['user-agent']),
    session: callerOf(request)?.session ?? null,
  };
});

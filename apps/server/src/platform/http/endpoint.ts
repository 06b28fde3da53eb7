import {
  applyDecorators,
  createParamDecorator,
  Header,
  HttpCode,
  Injectable,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  UseGuards,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, type OutputOf, type ParsedOf, type Route } from '@mufakat/domain';
import type { Request } from 'express';
import { map, type Observable } from 'rxjs';
import type * as z from 'zod';
import type { Seat } from '../access/seat.js';
import type { Session } from '../access/session.service.js';
import { AccessGuard, routeKey } from './access.guard.js';
import { callerOf } from './caller.js';
import { Lines } from './lines.js';

/**
 * Nothing comes in that the route does not name, whether or not the handler looks at it. Answers leave only in the
 * shape the route declares; anything else is a bug and answers 500.
 */
@Injectable()
class CheckInputAndOutput implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route>(routeKey, context.getHandler());
    checkedInput(route, context.switchToHttp().getRequest<Request>());
    return next.handle().pipe(map((answer) => (answer instanceof Lines ? answer : route.output.parse(answer))));
  }
}

type Handler<R extends Route> = (...args: never[]) => Promise<OutputOf<R>> | OutputOf<R> | Produced<R>;
/** What is made while it is sent cannot be checked as a whole. */
type Produced<R extends Route> = OutputOf<R> extends string ? Lines : never;

/** Mounts a route of the contract with its guard, its input check and its output check. The only way to make an endpoint. */
export function Endpoint<R extends Route>(route: R) {
  return <T extends Handler<R>>(target: object, key: string, descriptor: TypedPropertyDescriptor<T>): void => {
    applyDecorators(
      SetMetadata(routeKey, route),
      RequestMapping({ path: route.path, method: RequestMethod[route.method] }),
      HttpCode(200),
      UseGuards(AccessGuard),
      UseInterceptors(CheckInputAndOutput),
      ...(route.produces ? [Header('content-type', `${route.produces}; charset=utf-8`)] : []),
      ...(route.fileName ? [Header('content-disposition', `attachment; filename="${route.fileName}"`)] : []),
    )(target, key, descriptor as PropertyDescriptor);
  };
}

const checkedInputs = new WeakMap<Request, unknown>();

/** Path, query and body together, parsed once for each request. Names the route does not know are refused. */
function checkedInput(route: Route, request: Request): unknown {
  if (checkedInputs.has(request)) return checkedInputs.get(request);
  const { params, query, body } = request;
  const sent = (body ?? {}) as Record<string, unknown>;
  const doubled = Object.keys(params).find((name) => name in sent || name in query);
  if (doubled) throw new DomainError('input.invalid', { issues: [{ path: [doubled], message: 'given twice' }] });
  const given = { ...query, ...sent, ...params };
  if (isUnstorable(given)) throw new DomainError('input.invalid', { issues: [{ path: [], message: 'broken text' }] });
  const parsed = (route.input as z.ZodObject).strict().safeParse(given);
  if (!parsed.success) {
    throw new DomainError('input.invalid', {
      issues: parsed.error.issues.map(({ path, code, message }) => ({ path, code, message })),
    });
  }
  checkedInputs.set(request, parsed.data);
  return parsed.data;
}

/** Whether a text in it holds what no database keeps: a zero character, or one half of a pair. */
function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return /\0|\p{Surrogate}/u.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(isUnstorable);
}

/** The checked input of the route. */
export const Input = createParamDecorator(
  <R extends Route>(route: R, context: ExecutionContext): ParsedOf<R> =>
    checkedInput(route, context.switchToHttp().getRequest<Request>()) as ParsedOf<R>,
);

/** The seat from which the caller acts; only routes with access `seat` have one. */
export const TakenSeat = createParamDecorator((_: unknown, context: ExecutionContext): Seat => {
  const seat = callerOf(context.switchToHttp().getRequest<Request>())?.seat;
  if (!seat) throw new TypeError('this route takes no seat');
  return seat;
});

/** The caller's session; only routes that need sign-in have one. */
export const OwnSession = createParamDecorator((_: unknown, context: ExecutionContext): Session => {
  const session = callerOf(context.switchToHttp().getRequest<Request>())?.session;
  if (!session) throw new TypeError('this route needs no session');
  return session;
});

/** The caller's session on a public route, when there is one. */
export const MaybeSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): Session | null =>
    callerOf(context.switchToHttp().getRequest<Request>())?.session ?? null,
);

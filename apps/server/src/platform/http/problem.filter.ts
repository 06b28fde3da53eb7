import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError, refusals, refusalsOf, type Refusal } from '@mufakat/domain';
import type { Request, Response } from 'express';
import { callerOf } from './caller.js';
import { localeOf } from './locale.js';
import { Metrics } from '../observe/metrics.js';
import { requestIdOf } from '../observe/request-id.js';

/** A refusal as RFC 9457 problem details, in the caller's language. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: Refusal;
  requestId: string;
  data?: Record<string, unknown>;
};

/** Turns every error into problem details: a refusal says its sentence, anything else is a bug and says nothing of its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  constructor(private readonly metrics: Metrics) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = this.problemOf(error, request);
    if (response.headersSent) return void response.end();
    if (problem.status === 401 || problem.status === 403) this.metrics.refusals.inc({ code: problem.code });
    if (problem.status === 429) response.setHeader('retry-after', '60');
    sendProblem(response, problem);
  }

  private problemOf(error: unknown, request: Request): Problem {
    const route = callerOf(request)?.route;
    if (error instanceof DomainError) {
      if (!route || refusalsOf(route).includes(error.code)) return asProblem(error.code, request, error.data);
      this.log.error(`${route.id} refused with ${error.code}, which it does not declare`);
    } else if (isNestRefusal(error)) {
      return asProblem(codeOfStatus[error.getStatus()] ?? 'not-found', request);
    } else {
      this.log.error({ route: route?.id, requestId: requestIdOf(request), err: error });
    }
    return asProblem('server.failed', request);
  }
}

/** A problem made of a code of the table. */
export function asProblem(code: Refusal, request: Request, data?: Record<string, unknown>): Problem {
  const { status } = refusals[code];
  return {
    type: `urn:mufakat:${code}`,
    title: refusals[code][localeOf(request)],
    status,
    code,
    requestId: requestIdOf(request),
    ...(data && { data }),
  };
}

export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

const codeOfStatus: Record<number, Refusal> = { 400: 'input.invalid', 413: 'input.too-large', 415: 'input.invalid' };

/** What Nest and Express refuse before a feature is reached: an unknown path, a body that is no JSON or too large. */
function isNestRefusal(error: unknown): error is { getStatus(): number } {
  return error instanceof HttpException && error.getStatus() < 500;
}

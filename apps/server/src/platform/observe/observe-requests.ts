import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.js';
import { requestIdOf } from './request-id.js';

/** Gives each request its id, and one log line and one measurement when it is answered. */
export function observeRequests(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.setHeader('x-request-id', requestIdOf(request));
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1000;
      const route = routeOf(request);
      metrics.requests.observe({ method: request.method, route, status: String(response.statusCode) }, seconds);
      if (route === 'page' && response.statusCode < 400) return;
      const line = {
        requestId: requestIdOf(request),
        method: request.method,
        route,
        ...endOf(response),
        ms: Math.round(seconds * 1000),
      };
      logger[response.statusCode >= 500 ? 'error' : 'info'](line, 'request');
    });
    next();
  };
}

/** The pattern of the route, never the address: ids and queries stay out of logs. */
function routeOf(request: Request): string {
  const pattern = (request.route as { path?: unknown } | undefined)?.path;
  if (typeof pattern === 'string') return request.baseUrl + pattern;
  return request.originalUrl.startsWith('/api') ? 'unknown' : 'page';
}

function endOf(response: Response): { status: number; aborted?: true } {
  return { status: response.statusCode, ...(!response.writableFinished && { aborted: true as const }) };
}

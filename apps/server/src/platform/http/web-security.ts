import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Origins } from './origin.js';
import { asProblem, sendProblem } from './problem.filter.js';

/** The nonce of the page being answered, for the styles that libraries put into it. */
export function nonceOf(response: Response): string {
  return String(response.locals['nonce']);
}

/** The headers of every answer. Scripts only from our own files; styles from our files or with the page's nonce. */
export function securityHeaders(isSecure: boolean): RequestHandler {
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  return (request: Request, response: Response, next: NextFunction) => {
    response.locals['nonce'] = randomBytes(16).toString('base64');
    response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    headers(request, response, next);
  };
}

/** The answer for every address that nothing else answers. */
export const notFound: RequestHandler = (request, response) => sendProblem(response, asProblem('not-found', request));

/** Whoever writes must come from a page of ours and bring JSON; answers of the API are never stored. */
export function guardWrites(origins: Origins): RequestHandler {
  return (request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const { 'content-length': length = '0', 'transfer-encoding': isStreamed } = request.headers;
    const hasBody = length !== '0' || isStreamed !== undefined;
    const isJson = request.is('application/json') === 'application/json';
    if (origins.allows(request.headers) && (!hasBody || isJson)) return next();
    sendProblem(response, asProblem('origin.refused', request));
  };
}

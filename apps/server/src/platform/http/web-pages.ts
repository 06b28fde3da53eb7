import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import { nonceOf } from './web-security.js';

/** The built client: hashed files for ever, and one page for every address of the product. */
export function webPages(folder: string): RequestHandler[] {
  const assets = express.static(folder, {
    index: false,
    setHeaders(response, path) {
      const isHashed = path.startsWith(join(folder, 'assets'));
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  let page: Promise<string> | undefined;
  const answerPage: RequestHandler = (request, response, next) => {
    if (/^\/(api|socket\.io|collab)(\/|$)/.test(request.path)) return next();
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    if (!request.accepts('html') || /\.\w{2,5}$/.test(request.path)) return next();
    page ??= readFile(join(folder, 'index.html'), 'utf8');
    page.then(
      (html) =>
        response
          .setHeader('cache-control', 'no-store')
          .type('html')
          .send(html.replaceAll('__NONCE__', nonceOf(response))),
      next,
    );
  };
  return [assets, answerPage];
}

import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { type RequestHandler } from 'express';
import { nonceOf } from './web-security.js';

/** The built client: hashed files for ever, and one page for every address of the product. */
export function webPages(folder: string): RequestHandler[] {
  const assets = express.static(folder, {
    index: false,
    setHeaders(response, path) {
      const isHashed = path.startsWith(join(folder, 'assets'));
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      const encoding = encodings[extname(path)];
      if (encoding) response.setHeader('content-encoding', encoding).type(extname(path.slice(0, -3)));
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
  return [preferPacked(folder), assets, answerPage];
}

/** The tighter one first. */
const encodings: Record<string, string> = { '.br': 'br', '.gz': 'gzip' };

/** Where the build laid a packed copy beside a file, whoever can read it gets that one. */
function preferPacked(folder: string): RequestHandler {
  const hashed = join(folder, 'assets');
  const files = new Set(existsSync(hashed) ? readdirSync(hashed).map((name) => `/assets/${name}`) : []);
  return (request, response, next) => {
    if (files.has(`${request.path}.gz`)) {
      response.vary('accept-encoding');
      const ending = Object.keys(encodings).find((each) => request.acceptsEncodings(encodings[each] ?? ''));
      if (ending) request.url = request.path + ending;
    }
    next();
  };
}

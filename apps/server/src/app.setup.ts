import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { RequestMethod } from '@nestjs/common';
import express from 'express';
import type { TrustedProxies } from './env.js';
import { Origins } from './platform/http/origin.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { webPages } from './platform/http/web-pages.js';
import { guardWrites, securityHeaders } from './platform/http/web-security.js';
import { JournalRelay } from './platform/journal/journal-relay.js';
import { LiveAdapter } from './platform/live/live.adapter.js';
import { RoomsGateway } from './platform/rooms/rooms.gateway.js';

/** Where the built client lies beside the built server. */
const builtClient = ['../../../web/dist', '../../web/dist']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((folder) => existsSync(join(folder, 'index.html')));

/** Everything about HTTP and sockets that is not a feature; the tests use it too. */
export async function setUpApp(
  app: NestExpressApplication,
  options: { isSecure: boolean; trustProxy: TrustedProxies },
): Promise<void> {
  const origins = app.get(Origins);
  app.set('trust proxy', options.trustProxy);
  app.disable('x-powered-by');
  app.use(securityHeaders(options.isSecure));
  app.use('/api', guardWrites(origins), express.json({ limit: '1mb', strict: true }));
  app.setGlobalPrefix('api', {
    exclude: [
      { path: 'livez', method: RequestMethod.GET },
      { path: 'readyz', method: RequestMethod.GET },
    ],
  });
  app.useGlobalFilters(new ProblemFilter());
  app.useWebSocketAdapter(new LiveAdapter(app, origins));
  if (builtClient)
    for (const handler of webPages(builtClient)) app.use(/^\/(?!api|socket\.io|collab|livez|readyz)/, handler);
  await app.init();
  app.get(RoomsGateway).attach(app.getHttpServer());
  await app.get(JournalRelay).catchUp();
}

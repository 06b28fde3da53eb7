import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { TrustedProxies } from './env.js';
import { Carrier } from './platform/cluster/carrier.js';
import { Notices } from './platform/database/notices.js';
import { OpenRequests } from './platform/http/open-requests.js';
import { Origins } from './platform/http/origin.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { webPages } from './platform/http/web-pages.js';
import { guardWrites, notFound, securityHeaders } from './platform/http/web-security.js';
import { JournalRelay } from './platform/journal/journal-relay.js';
import { LiveAdapter } from './platform/live/live.adapter.js';
import { livez, Readiness, readyz } from './platform/observe/health.js';
import { Metrics } from './platform/observe/metrics.js';
import { observeRequests } from './platform/observe/observe-requests.js';
import { RoomsGateway } from './platform/rooms/rooms.gateway.js';

/** Where the built client lies beside the built server. */
const builtClient = ['../../../web/dist', '../../web/dist']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((folder) => existsSync(join(folder, 'index.html')));

/** Whether more may be sent to a server, and what it is still answering. */
export type Traffic = { readiness: Readiness; requests: OpenRequests };

/** Everything about HTTP and sockets that is not a feature; the tests use it too. */
export async function setUpApp(
  app: NestExpressApplication,
  options: { isSecure: boolean; trustProxy: TrustedProxies; logger: Logger },
): Promise<Traffic> {
  const origins = app.get(Origins);
  const readiness = new Readiness(app.get(DataSource), { carrier: app.get(Carrier), notices: app.get(Notices) });
  const requests = new OpenRequests();
  app.set('trust proxy', options.trustProxy);
  app.disable('x-powered-by');
  app.use('/livez', livez);
  app.use('/readyz', readyz(readiness));
  app.use(requests.watch);
  app.use(observeRequests(options.logger, app.get(Metrics)));
  app.use(securityHeaders(options.isSecure));
  app.use('/api', guardWrites(origins), express.json({ limit: '1mb', strict: true }));
  app.setGlobalPrefix('api');
  app.useGlobalFilters(new ProblemFilter(app.get(Metrics)));
  app.useWebSocketAdapter(new LiveAdapter(app, origins));
  if (builtClient) app.use(webPages(builtClient));
  await app.init();
  app.use(notFound);
  app.get(RoomsGateway).attach(app.getHttpServer());
  await app.get(JournalRelay).catchUp();
  return { readiness, requests };
}

import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DataSource } from 'typeorm';
import { AppModule } from './app.module.js';
import { setUpApp } from './app.setup.js';
import type { Env } from './env.js';
import { serveBackups, servesBackups } from './platform/database/backup-file.js';
import { NoCarrier, type Carrier } from './platform/cluster/carrier.js';
import { RedisCarrier } from './platform/cluster/redis-carrier.js';
import { migrate } from './platform/database/migrate.js';
import type { Notices } from './platform/database/notices.js';
import { openDatabase, type OpenDatabase } from './platform/database/open-database.js';
import { SessionCookie } from './platform/http/cookie.js';
import { Origins } from './platform/http/origin.js';
import { claimKey, SigningKey } from './platform/journal/signing-key.js';
import { createLogger, nestLogger } from './platform/observe/logger.js';
import { Metrics, serveMetrics } from './platform/observe/metrics.js';
import { Clock } from './platform/outside/clock.js';
import { Settings } from './platform/settings.js';
import { schema } from './schema.js';

/** A server that is built but may not listen yet, and the way to end it. */
export type Serving = {
  app: NestExpressApplication;
  /** Takes the port, or fails with the system's own error. */
  listen(): Promise<void>;
  /** Tells sockets, finishes what was begun, closes the database. Safe to call twice. */
  stop(): Promise<void>;
};

/** What a server is told beside its settings. */
export type ServeOptions = { version: string; clock?: Clock; tell(line: string): void };

/** How long an end waits for requests that are being answered. */
const patience = 10_000;

/** What a process is connected to; ended in the opposite order of its opening. */
type Lines = { database: OpenDatabase; notices: Notices; carrier: Carrier; signingKey: SigningKey };

/** Opens the database, brings its schema up to date, and builds the whole server. */
export async function serve(env: Env, options: ServeOptions): Promise<Serving> {
  const opened: { close(): Promise<void> }[] = [];
  const keep = <T extends { close(): Promise<void> }>(line: T): T => {
    opened.unshift(line);
    return line;
  };
  const close = async (): Promise<void> => {
    for (const line of opened) await line.close();
  };
  try {
    const { databaseUrl, dataDir, redisUrl } = env;
    const carrier = keep(redisUrl ? await RedisCarrier.open(redisUrl) : new NoCarrier());
    const database = keep(await openDatabase({ databaseUrl, dataDir, tell: options.tell }));
    await migrate(database, schema);
    const notices = keep(await database.notices());
    const signingKey = await SigningKey.load(env.signingKeyFile);
    await claimKey(notices, signingKey);
    return await build(env, options, { database, notices, carrier, signingKey }, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function build(env: Env, options: ServeOptions, lines: Lines, close: () => Promise<void>): Promise<Serving> {
  const { database, notices, carrier, signingKey } = lines;
  const logger = createLogger();
  const isSecure = env.publicUrl.startsWith('https:');
  const source = await database.application(schema);
  const documents = database.documents(source);
  const module = AppModule.on({
    database: source,
    documents,
    notices,
    carrier,
    signingKey,
    settings: settingsOf(env, options.version),
    origins: new Origins(env.origins),
    cookie: new SessionCookie(isSecure),
    clock: options.clock ?? new Clock(),
  });
  const app = await NestFactory.create<NestExpressApplication>(module, {
    logger: nestLogger(logger),
    bodyParser: false,
    forceCloseConnections: true,
  });
  const traffic = await setUpApp(app, { isSecure, trustProxy: env.trustProxy, logger });
  const beside = await serveBeside(env, database, source, app.get(Metrics));
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    traffic.readiness.drain();
    for (const server of [app.getHttpServer(), ...beside]) server.close();
    await traffic.requests.finished(patience);
    await app.close();
    await documents.close();
    await close();
  };
  return { app, listen: () => listenOn(app.getHttpServer(), env), stop: () => (stopping ??= stop()) };
}

function settingsOf(env: Env, version: string): Settings {
  const { publicUrl, dataDir, smtpUrl, demo: isDemo } = env;
  return new Settings({ publicUrl, dataDir, smtpUrl, isDemo, version });
}

/** What this machine alone may ask for: measurements, and backups of a database that belongs to this process. */
async function serveBeside(env: Env, database: OpenDatabase, source: DataSource, metrics: Metrics) {
  const { metricsPort } = env;
  return [
    ...(metricsPort === undefined ? [] : [await serveMetrics(metrics.observeProcess(), metricsPort)]),
    ...(database.kind === 'embedded' && servesBackups(env.dataDir) ? [await serveBackups(env.dataDir, source)] : []),
  ];
}

function listenOn(server: Server, { port, host }: Env): Promise<void> {
  return new Promise((ready, fail) => {
    server.once('error', fail).listen(port, host, () => ready());
  });
}

import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import { setUpApp } from './app.setup.js';
import type { Env } from './env.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';
import { SessionCookie } from './platform/http/cookie.js';
import { Origins } from './platform/http/origin.js';
import { Clock } from './platform/outside/clock.js';
import { Settings } from './platform/settings.js';
import { schema } from './schema.js';

/** A running server and the way to end it. */
export type Serving = {
  app: NestExpressApplication;
  /** Tells sockets, finishes what was begun, closes the database. Safe to call twice. */
  stop(): Promise<void>;
};

/** Opens the database, brings its schema up to date, and builds the whole server; it does not listen yet. */
export async function serve(
  env: Env,
  options: { version: string; clock?: Clock; tell(line: string): void },
): Promise<Serving> {
  const database = await openDatabase({ databaseUrl: env.databaseUrl, dataDir: env.dataDir, tell: options.tell });
  try {
    await migrate(database, schema);
    const isSecure = env.publicUrl.startsWith('https:');
    const outside = {
      database: await database.application(schema),
      settings: new Settings({
        publicUrl: env.publicUrl,
        dataDir: env.dataDir,
        isDemo: env.demo,
        smtpUrl: env.smtpUrl,
        version: options.version,
      }),
      origins: new Origins(env.origins),
      cookie: new SessionCookie(isSecure),
      clock: options.clock ?? new Clock(),
    };
    const app = await NestFactory.create<NestExpressApplication>(AppModule.on(outside), {
      logger: ['error', 'warn'],
      bodyParser: false,
      forceCloseConnections: true,
    });
    await setUpApp(app, { isSecure, trustProxy: env.trustProxy });
    let stopping: Promise<void> | undefined;
    const stop = () => (stopping ??= app.close().then(() => database.close()));
    return { app, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}

import 'reflect-metadata';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { JournalEntry, type SpaceId } from '@mufakat/domain';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { setUpApp } from '../src/app.setup.js';
import { originsOf } from '../src/env.js';
import { SessionCookie } from '../src/platform/http/cookie.js';
import { Origins } from '../src/platform/http/origin.js';
import { NoCarrier } from '../src/platform/cluster/carrier.js';
import { entriesAfter } from '../src/platform/journal/journal-reader.js';
import { JournalRelay } from '../src/platform/journal/journal-relay.js';
import { SigningKey } from '../src/platform/journal/signing-key.js';
import { createLogger } from '../src/platform/observe/logger.js';
import { Clock } from '../src/platform/outside/clock.js';
import type { Outside } from '../src/platform/platform.module.js';
import { Settings } from '../src/platform/settings.js';
import { schema } from '../src/schema.js';
import { arrangeWith, type Sql } from './arrange.js';
import { askAt } from './ask-at.js';
import { openTestDatabase } from './test-database.js';

export type { Firm, Sitting } from './arrange.js';
export type { Answer } from './ask-at.js';

/** A clock that stands still until it is told to move. Tests begin on 2026-11-24 at 09.00 in Jakarta. */
export class TestClock extends Clock {
  private moment = new Date('2026-11-24T02:00:00.000Z');

  override now(): Date {
    return new Date(this.moment);
  }

  advance(milliseconds: number): void {
    this.moment = new Date(this.moment.getTime() + milliseconds);
  }

  set(moment: string): void {
    this.moment = new Date(moment);
  }
}

/** What a test asks of a server that runs, in this process or in others. */
export type Running = Pick<Workspace, 'url' | 'ask' | 'call' | 'sql' | 'settled'> & ReturnType<typeof arrangeWith>;

/** The whole server on a real database. Each test file opens one; each test makes fresh partnerships in it. */
export async function openWorkspace(options: { isDemo?: boolean; dataDir?: string } = {}) {
  const test = await openTestDatabase(schema);
  const clock = new TestClock();
  const origins = new Origins([]);
  const settings = new Settings({
    publicUrl: 'http://localhost',
    dataDir: options.dataDir ?? (await mkdtemp(join(tmpdir(), 'mufakat-data-'))),
    isDemo: options.isDemo ?? false,
    smtpUrl: undefined,
    version: 'test',
  });
  const { dataSource, documents, notices } = test;
  const lines = { database: dataSource, documents, notices, carrier: new NoCarrier(), signingKey: SigningKey.fresh() };
  const outside = { ...lines, settings, origins, cookie: new SessionCookie(false), clock };
  const { app, url } = await serveOn(outside);
  origins.reset(originsOf(url));
  const besides: NestExpressApplication[] = [];
  const database = app.get(DataSource);
  const sql: Sql = <T = unknown>(text: string, parameters: unknown[] = []): Promise<T[]> =>
    database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return db.query(text, parameters);
    });

  const { ask, call } = askAt(url);
  const arranging = arrangeWith(sql, () => clock.now());

  return {
    url,
    app,
    clock,
    sql,
    /** SQL as the owner of the schema, whom no grant and no fence holds back. */
    asOwner: test.asOwner,
    ask,
    call,
    ...arranging,
    /** The journal of a space, every entry checked against the contract. */
    async journal(spaceId: SpaceId): Promise<JournalEntry[]> {
      const entries = await database.transaction(async (db) => {
        await db.query(`select set_config('mufakat.spaces', '*', true)`);
        return entriesAfter(db, spaceId, 0, 10_000);
      });
      return entries.map((entry) => JournalEntry.parse(entry));
    },
    /** Waits until everything committed so far is told to screens and reactions. */
    settled: () => app.get(JournalRelay).settled(),
    /** Another server on the same database, as a second process would be: the two share nothing else. */
    async beside() {
      const borrowed: DataSource = Object.create(dataSource, { destroy: { value: () => Promise.resolve() } });
      const other = await serveOn({ ...outside, database: borrowed, origins: new Origins([]) });
      other.app.get(Origins).reset(originsOf(other.url));
      besides.push(other.app);
      return askAt(other.url);
    },
    async close() {
      for (const each of [...besides, app]) {
        await each.get(JournalRelay).settled();
        await each.close();
      }
      await test.close();
    },
  };
}

async function serveOn(outside: Outside): Promise<{ app: NestExpressApplication; url: string }> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(outside), {
    logger: ['error'],
    bodyParser: false,
    forceCloseConnections: true,
  });
  await setUpApp(app, { isSecure: false, trustProxy: false, logger: createLogger({ silent: true }) });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}` };
}
export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

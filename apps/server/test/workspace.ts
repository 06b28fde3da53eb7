import 'reflect-metadata';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  JournalEntry,
  type OrganizationId,
  type PartnerId,
  type PartnershipId,
  type PersonId,
  type Role,
  type Route,
  routes,
  type CallInput,
  type CallOutput,
  type RouteId,
  type SeatId,
  type SpaceId,
  type Standing,
} from '@mufakat/domain';
import { DataSource } from 'typeorm';
import { v7 as newId } from 'uuid';
import { AppModule } from '../src/app.module.js';
import { setUpApp } from '../src/app.setup.js';
import { originsOf } from '../src/env.js';
import { SessionCookie } from '../src/platform/http/cookie.js';
import { Origins } from '../src/platform/http/origin.js';
import { entriesAfter } from '../src/platform/journal/journal-reader.js';
import { JournalRelay } from '../src/platform/journal/journal-relay.js';
import { createLogger } from '../src/platform/observe/logger.js';
import { Clock } from '../src/platform/outside/clock.js';
import { Settings } from '../src/platform/settings.js';
import { schema } from '../src/schema.js';
import { openTestDatabase } from './test-database.js';

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

export type Firm = {
  partnershipId: PartnershipId;
  partnerId: PartnerId;
  organizationId: OrganizationId;
  /** The firm's private space. */
  own: SpaceId;
  shared: SpaceId;
};
/** Somebody who is signed in and sits for a firm. */
export type Sitting = Firm & { seatId: SeatId; personId: PersonId; token: string };
export type Answer<T> = { status: number; body: T; headers: Headers };

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
  const { dataSource, documents } = test;
  const outside = { database: dataSource, documents, settings, origins, cookie: new SessionCookie(false), clock };
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(outside), {
    logger: ['error'],
    bodyParser: false,
    forceCloseConnections: true,
  });
  await setUpApp(app, { isSecure: false, trustProxy: false, logger: createLogger({ silent: true }) });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  origins.reset(originsOf(url));
  const database = app.get(DataSource);
  /** Plain SQL that sees every space; for arranging and looking, never for doing what a route does. */
  const sql = <T = unknown>(text: string, parameters: unknown[] = []): Promise<T[]> =>
    database.transaction(async (db) => {
      await db.query(`select set_config('mufakat.spaces', '*', true)`);
      return db.query(text, parameters);
    });

  async function ask<T = unknown>(
    token: string | null,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<T>> {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: {
        origin: url,
        ...(token && { cookie: `sid=${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
  }

  /** Calls a route of the contract as somebody, or as nobody. */
  function call<Id extends RouteId>(
    as: { token: string } | null,
    id: Id,
    input: CallInput<Id>,
  ): Promise<Answer<CallOutput<Id>>> {
    const route: Route = routes[id];
    const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
    const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
      const value = encodeURIComponent(String(rest[name]));
      delete rest[name];
      return value;
    });
    if (route.method !== 'GET') return ask(as?.token ?? null, route.method, path, rest);
    const query = new URLSearchParams(
      Object.entries(rest).map(([name, value]) => [name, String(value)] as [string, string]),
    ).toString();
    return ask(as?.token ?? null, 'GET', query ? `${path}?${query}` : path);
  }

  const now = () => clock.now();

  async function partnership(): Promise<{ id: PartnershipId; shared: SpaceId }> {
    const [id, shared] = [newId() as PartnershipId, newId() as SpaceId];
    await sql(
      `insert into partnership (id, name, type, purpose, zone, created_at) values ($1, 'Klaster Mebel', 'cluster', 'Tumbuh bersama', 'Asia/Jakarta', $2)`,
      [id, now()],
    );
    await sql(`insert into space (id, kind, partnership_id, head) values ($1, 'shared', $2, $3)`, [
      shared,
      id,
      Buffer.alloc(32),
    ]);
    return { id, shared };
  }

  async function firm(of: { id: PartnershipId; shared: SpaceId }, standing: Standing = 'full'): Promise<Firm> {
    const [organizationId, partnerId, own] = [newId() as OrganizationId, newId() as PartnerId, newId() as SpaceId];
    const [{ n }] = (await sql<{ n: number }>('select count(*)::int as n from partner where partnership_id = $1', [
      of.id,
    ])) as [{ n: number }];
    const letters = `F${String.fromCharCode(65 + n)}`;
    await sql(
      `insert into organization (id, name, letters, kind, size, place, created_at) values ($1, $2, $3, 'sme', 'small', 'Jepara', $4)`,
      [organizationId, `Firma ${letters}`, letters, now()],
    );
    await sql(
      `insert into partner (id, partnership_id, organization_id, letters, standing, slot, joined_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [partnerId, of.id, organizationId, letters, standing, n % 8, now()],
    );
    await sql(`insert into space (id, kind, partnership_id, partner_id, head) values ($1, 'private', $2, $3, $4)`, [
      own,
      of.id,
      partnerId,
      Buffer.alloc(32),
    ]);
    return { partnershipId: of.id, partnerId, organizationId, own, shared: of.shared };
  }

  /** A new person, signed in, on a seat of the firm. */
  async function person(of: Firm, role: Role = 'partner-admin', isSignatory = true): Promise<Sitting> {
    const [personId, seatId] = [newId() as PersonId, newId() as SeatId];
    await sql(
      `insert into person (id, name, email, password_hash, created_at) values ($1, $2, $3, 'no password', $4)`,
      [personId, `Orang ${personId.slice(-4)}`, `${personId}@contoh.id`, now()],
    );
    await sql(`insert into organization_member (organization_id, person_id, role) values ($1, $2, 'owner')`, [
      of.organizationId,
      personId,
    ]);
    await sql(
      `insert into seat (id, partnership_id, partner_id, person_id, role, is_signatory, taken_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [seatId, of.partnershipId, of.partnerId, personId, role, isSignatory, now()],
    );
    return { ...of, personId, seatId, token: await signIn(personId) };
  }

  /** A session made without a password. */
  async function signIn(personId: PersonId): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await sql(
      `insert into session (id, token_digest, person_id, device, started_at, last_seen_at, confirmed_at) values ($1, $2, $3, 'test', $4, $4, $4)`,
      [newId(), createHash('sha256').update(token).digest(), personId, now()],
    );
    return token;
  }

  return {
    url,
    app,
    clock,
    sql,
    /** SQL as the owner of the schema, whom no grant and no fence holds back. */
    asOwner: test.asOwner,
    ask,
    call,
    signIn,
    partnership,
    firm,
    person,
    /** Two firms of one partnership with one admin each, and a person of another partnership. */
    async threePeople() {
      const table = await partnership();
      const [ana, budi] = [await person(await firm(table)), await person(await firm(table))];
      const stranger = await person(await firm(await partnership()));
      return { table, ana, budi, stranger };
    },
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
    async close() {
      await app.get(JournalRelay).settled();
      await app.close();
      await test.close();
    },
  };
}
export type Workspace = Awaited<ReturnType<typeof openWorkspace>>;

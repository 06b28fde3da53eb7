import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { refusals } from '@mufakat/domain';
import { NestFactory } from '@nestjs/core';
import { io, type Socket } from 'socket.io-client';
import { openTestDatabase } from '../../../test/test-database.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { AppModule } from '../../app.module.js';
import { Passwords } from '../../platform/access/password.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NoCarrier } from '../../platform/cluster/carrier.js';
import { SessionCookie } from '../../platform/http/cookie.js';
import { Origins } from '../../platform/http/origin.js';
import { SigningKey } from '../../platform/journal/signing-key.js';
import { verifyJournal } from '../../platform/journal/verify-journal.js';
import { Settings } from '../../platform/settings.js';
import { schema } from '../../schema.js';
import { runAdmin } from './index.js';

const password = 'kerbau ungu naik sepeda';
let workspace: Workspace;
let operator: Sitting;
let ana: Sitting;
let budi: Sitting;

beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

beforeEach(async () => {
  workspace.clock.advance(16 * 60_000);
  const people = await workspace.threePeople();
  ({ ana, budi } = people);
  operator = people.stranger;
  const hash = await workspace.app.get(Passwords).hash(password);
  await workspace.sql('update person set is_operator = true where id = $1', [operator.personId]);
  await workspace.sql('update person set password_hash = $2 where id = $1', [ana.personId, hash]);
});

const loginOf = (person: Sitting) => `${person.personId}@contoh.id`;

/** A live connection that follows the shared space. */
async function follow(as: Sitting): Promise<{ socket: Socket; gone: Promise<void> }> {
  const socket = io(workspace.url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: `sid=${as.token}`, origin: workspace.url },
  });
  const gone = new Promise<void>((resolve) => socket.on('disconnect', () => resolve()));
  await socket.emitWithAck('follow', { spaceId: as.shared, after: 0 });
  return { socket, gone };
}

describe('the operator', () => {
  it('sees accounts and counts', async () => {
    const { socket } = await follow(ana);
    const { body } = await workspace.call(operator, 'listAccounts', {});
    expect(body.people).toContainEqual(
      expect.objectContaining({ id: ana.personId, login: loginOf(ana), suspendedAt: null }),
    );
    expect(body.organizations).toContainEqual(
      expect.objectContaining({ id: ana.organizationId, people: 1, partnerships: 1 }),
    );
    expect(body.counts).toMatchObject({ openSockets: 1, openRooms: 0 });
    socket.disconnect();
  });

  it('suspends a person: everything open closes, sign-in says so in either language, until restored', async () => {
    const { gone } = await follow(ana);
    const reason = 'Akun dipakai orang lain';
    const { body } = await workspace.call(operator, 'suspendPerson', { personId: ana.personId, reason });
    expect(body.people.find(({ id }) => id === ana.personId)?.suspendedAt).toBe(workspace.clock.now().toISOString());
    await gone;
    expect((await workspace.call(ana, 'readMe', {})).status).toBe(401);
    const refused = await workspace.call(null, 'signIn', { login: loginOf(ana), password });
    expect(refused).toMatchObject({ status: 403, body: { title: refusals['seat.suspended'].id } });
    const english = await fetch(`${workspace.url}/api/session`, {
      method: 'POST',
      headers: { origin: workspace.url, 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ login: loginOf(ana), password }),
    });
    expect(await english.json()).toMatchObject({ title: refusals['seat.suspended'].en });
    // Whoever does not know the password learns nothing.
    expect((await workspace.call(null, 'signIn', { login: loginOf(ana), password: 'salah' })).status).toBe(401);

    await workspace.call(operator, 'restorePerson', { personId: ana.personId });
    expect((await workspace.call(null, 'signIn', { login: loginOf(ana), password })).status).toBe(200);
  });

  it('suspends an organization: its seats are refused and its sockets closed, its partners work on', async () => {
    const { gone } = await follow(ana);
    const partner = await follow(budi);
    const { organizationId } = ana;
    await workspace.call(operator, 'suspendOrganization', { organizationId, reason: 'Diminta pemilik' });
    await gone;
    const again = await follow(ana);
    expect(await again.socket.emitWithAck('follow', { spaceId: ana.shared, after: 0 })).toEqual({
      ok: false,
      refusal: 'seat.suspended',
    });
    expect(partner.socket.connected).toBe(true);
    await workspace.call(operator, 'restoreOrganization', { organizationId });
    expect(await again.socket.emitWithAck('follow', { spaceId: ana.shared, after: 0 })).toMatchObject({ ok: true });
    for (const each of [again.socket, partner.socket]) each.disconnect();
  });

  it('gives a code to somebody nobody else can help', async () => {
    const { body } = await workspace.call(operator, 'operatorResetCode', { personId: ana.personId });
    const next = 'tujuh payung di pasar';
    const answer = await workspace.call(null, 'resetPassword', { login: loginOf(ana), code: body.code, next });
    expect(answer.status).toBe(200);
  });

  it('cannot suspend herself, must have confirmed the password, and finds no unknown person', async () => {
    const reason = 'Coba';
    const self = await workspace.call(operator, 'suspendPerson', { personId: operator.personId, reason });
    expect(self).toMatchObject({ status: 422, body: { code: 'operator.self' } });
    const nobody = ana.seatId as unknown as typeof ana.personId;
    expect((await workspace.call(operator, 'suspendPerson', { personId: nobody, reason })).status).toBe(404);
    expect((await workspace.call(operator, 'operatorResetCode', { personId: nobody })).status).toBe(404);
    workspace.clock.advance(13 * 60 * 60_000);
    const late = await workspace.call(operator, 'suspendPerson', { personId: ana.personId, reason });
    expect(late).toMatchObject({ status: 403, body: { code: 'session.confirm' } });
    expect((await workspace.call(operator, 'operatorResetCode', { personId: ana.personId })).status).toBe(403);
  });

  it('is the only one for whom these pages exist', async () => {
    expect((await workspace.call(ana, 'listAccounts', {})).status).toBe(404);
    expect((await workspace.call(ana, 'operatorResetCode', { personId: budi.personId })).status).toBe(404);
    expect((await workspace.call(ana, 'suspendPerson', { personId: budi.personId, reason: 'x' })).status).toBe(404);
    expect((await workspace.call(null, 'listAccounts', {})).status).toBe(401);
  });
});

describe('the admin command', () => {
  it('gives a code, suspends and restores by login, and writes it into the server journal', async () => {
    const said = await runAdmin(workspace.app, ['reset-code', loginOf(ana)]);
    expect(said).toMatch(/[2-9A-Z]{5}-[2-9A-Z]{5}/);
    await runAdmin(workspace.app, ['suspend', loginOf(ana)]);
    expect((await workspace.call(ana, 'readMe', {})).status).toBe(401);
    await runAdmin(workspace.app, ['restore', loginOf(ana)]);
    expect((await workspace.call(ana, 'readMe', {})).status).toBe(200);
    const rows = await workspace.sql<{ name: string }>(
      `select name from journal where subject_id = $1 and by_id is null order by sequence`,
      [ana.personId],
    );
    expect(rows.map(({ name }) => name)).toEqual(['reset-code.issued', 'person.suspended', 'person.restored']);
    const { faults } = await workspace.app.get(UnitOfWork).asSystem((db) => verifyJournal(db));
    expect(faults).toEqual([]);
  });

  it('works beside a running server, without sockets of its own', async () => {
    const database = await openTestDatabase(schema);
    const { dataSource, documents, notices } = database;
    const lines = {
      database: dataSource,
      documents,
      notices,
      carrier: new NoCarrier(),
      signingKey: SigningKey.fresh(),
    };
    const [settings, origins, cookie] = [workspace.app.get(Settings), new Origins([]), new SessionCookie(false)];
    const module = AppModule.on({ ...lines, clock: workspace.clock, settings, origins, cookie });
    const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
    await database.asOwner(
      `insert into person (id, name, email, password_hash, created_at) values ($1, 'Ana', 'ana@contoh.id', '', now())`,
      [ana.personId],
    );
    expect(await runAdmin(app, ['suspend', 'ana@contoh.id'])).toBe('ana@contoh.id is suspended.');
    expect(await runAdmin(app, ['restore', 'ana@contoh.id'])).toBe('ana@contoh.id may sign in again.');
    await app.close();
    await database.close();
  });

  it('refuses what it does not know with a sentence', async () => {
    await expect(runAdmin(workspace.app, ['reset-code', 'siapa@contoh.id'])).rejects.toThrow('Nobody signs in with');
    await expect(runAdmin(workspace.app, ['erase', loginOf(ana)])).rejects.toThrow('Say what to do');
    await expect(runAdmin(workspace.app, [])).rejects.toThrow('Say what to do');
  });
});

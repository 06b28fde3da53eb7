import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { refusals } from '@mufakat/domain';
import { io, type Socket } from 'socket.io-client';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { Passwords } from '../../platform/access/password.js';

const password = 'kerbau ungu naik sepeda';
let workspace: Workspace;
let ana: Sitting;
let phones = 0;

beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

/** A person with a password and a phone number, who signed in long ago. */
async function personWithPassword(): Promise<Sitting & { email: string; phone: string }> {
  const person = await workspace.person(await workspace.firm(await workspace.partnership()));
  const phone = `+62812${String(30_000_000 + (phones += 1))}`;
  const hash = await workspace.app.get(Passwords).hash(password);
  await workspace.sql('update person set password_hash = $2, phone = $3 where id = $1', [person.personId, hash, phone]);
  return { ...person, phone, email: `${person.personId}@contoh.id` };
}

const signIn = (login: string, typed = password) => workspace.call(null, 'signIn', { login, password: typed });
const tokenOf = (headers: Headers) => /sid=([^;]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';

/** An open live connection of the session. */
async function openSocket(token: string): Promise<Socket> {
  const socket = io(workspace.url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: `sid=${token}`, origin: workspace.url },
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  return socket;
}
const closed = (socket: Socket) => new Promise<void>((resolve) => socket.on('disconnect', () => resolve()));

beforeEach(async () => {
  workspace.clock.advance(16 * 60_000);
  ana = await personWithPassword();
});

describe('signing in', () => {
  it('takes the phone number in three spellings and the e-mail address in any case', async () => {
    const me = await personWithPassword();
    const rest = me.phone.slice(3);
    for (const login of [`0${rest}`, `+62 ${rest.slice(0, 3)}-${rest.slice(3)}`, `62${rest}`, me.email.toUpperCase()]) {
      const answer = await signIn(login);
      expect({ login, status: answer.status }).toEqual({ login, status: 200 });
      expect(answer.body.person.id).toBe(me.personId);
      expect(answer.body.seats).toEqual([
        expect.objectContaining({ seatId: me.seatId, partnershipId: me.partnershipId, threads: [0], letters: 'FA' }),
      ]);
      expect(answer.headers.get('set-cookie')).toMatch(/sid=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    }
  });

  it('answers an unknown account and a wrong password alike, at the same cost, in either language', async () => {
    const me = await personWithPassword();
    const took = async (work: () => Promise<unknown>) => {
      const from = performance.now();
      await work();
      return performance.now() - from;
    };
    const wrong = await signIn(me.email, 'salah sama sekali');
    const unknown = await signIn('siapa@contoh.id', 'salah sama sekali');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(wrong.body).toMatchObject({ title: refusals['session.refused'].id });
    const english = await fetch(`${workspace.url}/api/session`, {
      method: 'POST',
      headers: { origin: workspace.url, 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ login: 'siapa@contoh.id', password: 'salah' }),
    });
    expect(await english.json()).toMatchObject({ title: refusals['session.refused'].en });

    const passwords = workspace.app.get(Passwords);
    const nobody = await took(() => passwords.matches(null, 'salah'));
    const hash = await passwords.hash(password);
    const somebody = await took(() => passwords.matches(hash, 'salah'));
    expect(nobody / somebody).toBeGreaterThan(0.2);
    expect(nobody / somebody).toBeLessThan(5);
  });

  it('stops after ten wrong tries, also for the right password and an unknown account, until 15 minutes pass', async () => {
    const me = await personWithPassword();
    for (const login of [me.email, 'tidak-ada@contoh.id']) {
      for (let tries = 0; tries < 10; tries += 1) expect((await signIn(login, 'salah')).status).toBe(401);
      const answer = await signIn(login);
      expect(answer).toMatchObject({ status: 429, body: { code: 'session.too-many' } });
    }
    // The other login of the same person is the same account.
    expect((await signIn(me.phone)).status).toBe(429);
    const rows = await workspace.sql<{ n: number }>('select count(*)::int as n from attempt');
    expect(rows[0]?.n).toBeGreaterThanOrEqual(20);
    workspace.clock.advance(15 * 60_000);
    expect((await signIn(me.email)).status).toBe(200);
  });

  it('lets one network guess 50 times, however many accounts it tries', async () => {
    for (let n = 0; n < 50; n += 1) {
      expect((await signIn(`orang-${n}@contoh.id`, 'salah')).status).toBe(401);
    }
    expect((await signIn('orang-51@contoh.id', 'salah')).status).toBe(429);
  }, 60_000);

  it('ends the session this browser had, so that a planted cookie never survives', async () => {
    const planted = await workspace.signIn(ana.personId);
    const me = await personWithPassword();
    const answer = await workspace.call({ token: planted }, 'signIn', { login: me.email, password });
    expect(tokenOf(answer.headers)).not.toBe(planted);
    expect((await workspace.call({ token: planted }, 'readMe', {})).status).toBe(401);
  });
});

describe('sessions', () => {
  it('are listed by device, and one that is ended elsewhere closes its socket', async () => {
    const other = await workspace.signIn(ana.personId);
    const socket = await openSocket(other);
    const gone = closed(socket);
    const list = (await workspace.call(ana, 'listSessions', {})).body;
    expect(list.filter(({ isThisOne }) => isThisOne)).toHaveLength(1);
    expect(list).toHaveLength(2);
    const sessionId = list.find(({ isThisOne }) => !isThisOne)?.id;
    if (!sessionId) throw new TypeError('no other session');

    const left = await workspace.call(ana, 'endSession', { sessionId });
    expect(left.body).toHaveLength(1);
    await gone;
    expect((await workspace.call({ token: other }, 'readMe', {})).status).toBe(401);
    expect((await workspace.call(ana, 'endSession', { sessionId })).status).toBe(404);
  });

  it("are nobody else's to end", async () => {
    const stranger = await personWithPassword();
    const [own] = (await workspace.call(stranger, 'listSessions', {})).body;
    if (!own) throw new TypeError('no session');
    expect((await workspace.call(ana, 'endSession', { sessionId: own.id })).status).toBe(404);
    expect((await workspace.call(stranger, 'readMe', {})).status).toBe(200);
  });

  it('all end but this one, when the person says so', async () => {
    const other = await workspace.signIn(ana.personId);
    expect((await workspace.call(ana, 'endOtherSessions', {})).body).toHaveLength(1);
    expect((await workspace.call({ token: other }, 'readMe', {})).status).toBe(401);
  });

  it('end with signing out, which takes the cookie away', async () => {
    const answer = await workspace.call(ana, 'signOut', {});
    expect(answer.headers.get('set-cookie')).toMatch(/sid=;/);
    expect((await workspace.call(ana, 'readMe', {})).status).toBe(401);
  });
});

describe('the own account', () => {
  it('changes its settings by version', async () => {
    const me = await workspace.call(ana, 'changeMe', { name: 'Ana Sari', locale: 'en', textSize: '130', version: 1 });
    expect(me.body.person).toMatchObject({ name: 'Ana Sari', locale: 'en', textSize: '130', version: 2 });
    const stale = await workspace.call(ana, 'changeMe', { name: 'Lama', version: 1 });
    expect(stale).toMatchObject({ status: 409, body: { data: { current: { person: { name: 'Ana Sari' } } } } });
  });

  it('gets a new password only with the current one, and every other session ends', async () => {
    const other = await workspace.signIn(ana.personId);
    const gone = closed(await openSocket(other));
    const next = 'tujuh payung di pasar';
    expect((await workspace.call(ana, 'changePassword', { current: 'salah', next })).status).toBe(401);
    const weak = await workspace.call(ana, 'changePassword', { current: password, next: 'Password2026!' });
    expect(weak).toMatchObject({ status: 422, body: { code: 'password.common' } });

    expect((await workspace.call(ana, 'changePassword', { current: password, next })).status).toBe(200);
    await gone;
    expect((await workspace.call(ana, 'readMe', {})).status).toBe(200);
    expect((await workspace.call({ token: other }, 'readMe', {})).status).toBe(401);
    expect((await signIn(`${ana.personId}@contoh.id`)).status).toBe(401);
    expect((await signIn(`${ana.personId}@contoh.id`, next)).status).toBe(200);
  });

  it('confirms the password again for binding acts', async () => {
    workspace.clock.advance(13 * 60 * 60_000);
    expect((await workspace.call(ana, 'confirmPassword', { password: 'salah' })).status).toBe(401);
    expect((await workspace.call(ana, 'confirmPassword', { password })).status).toBe(200);
    const rows = await workspace.sql<{ confirmed_at: Date }>('select confirmed_at from session where person_id = $1', [
      ana.personId,
    ]);
    expect(rows[0]?.confirmed_at).toEqual(workspace.clock.now());
  });
});

describe('the demo routes', () => {
  it('are not found anywhere but in the demo', async () => {
    expect((await workspace.call(null, 'listDemoPeople', {})).status).toBe(404);
    expect((await workspace.call(null, 'signInAsDemoPerson', { personId: ana.personId })).status).toBe(404);
  });
});

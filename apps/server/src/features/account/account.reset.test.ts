import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { OrganizationId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { type Letter, Mail } from '../../platform/outside/mail.js';

const next = 'tujuh payung di pasar';
let workspace: Workspace;
let admin: Sitting;
let colleague: Sitting;

beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

beforeEach(async () => {
  workspace.clock.advance(60 * 60_000);
  const firm = await workspace.firm(await workspace.partnership());
  admin = await workspace.person(firm);
  colleague = await workspace.person(firm, 'member', false);
  await workspace.sql(`update organization_member set role = 'staff' where person_id = $1`, [colleague.personId]);
});

const loginOf = (person: Sitting) => `${person.personId}@contoh.id`;
const issue = (as: Sitting, of: Sitting, organizationId: OrganizationId = admin.organizationId) =>
  workspace.call(as, 'issueResetCode', { organizationId, personId: of.personId });
const reset = (of: Sitting, code: string, password = next) =>
  workspace.call(null, 'resetPassword', { login: loginOf(of), code, next: password });

describe('a reset code from an admin', () => {
  it('lets a colleague choose a new password once, and ends every session', async () => {
    const { body, status } = await issue(admin, colleague);
    expect(status).toBe(200);
    expect(body.code).toMatch(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/);
    expect((await reset(colleague, body.code, 'mufakat mufakat')).body).toMatchObject({ code: 'password.common' });
    expect((await reset(colleague, body.code.toLowerCase().replace('-', ' '))).status).toBe(200);
    expect((await workspace.call(colleague, 'readMe', {})).status).toBe(401);
    expect((await workspace.call(null, 'signIn', { login: loginOf(colleague), password: next })).status).toBe(200);
    expect(await reset(colleague, body.code)).toMatchObject({ status: 422, body: { code: 'reset.refused' } });
  });

  it('lapses after an hour', async () => {
    const { body } = await issue(admin, colleague);
    workspace.clock.advance(60 * 60_000);
    expect((await reset(colleague, body.code)).status).toBe(422);
  });

  it('is void after five wrong tries, even when they come at once', async () => {
    const { body } = await issue(admin, colleague);
    await Promise.all(Array.from({ length: 5 }, () => reset(colleague, 'AAAAA-AAAAA')));
    expect((await reset(colleague, body.code)).body).toMatchObject({ code: 'reset.refused' });
  });

  it('answers an unknown account like a wrong code', async () => {
    const known = await reset(colleague, 'AAAAA-AAAAA');
    const unknown = await workspace.call(null, 'resetPassword', {
      login: 'siapa@contoh.id',
      code: 'AAAAA-AAAAA',
      next,
    });
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...known.body, requestId: '' });
    expect(unknown.status).toBe(422);
  });

  it('comes only from an admin of the same organization, with the password confirmed', async () => {
    const stranger = await workspace.person(await workspace.firm(await workspace.partnership()));
    expect((await issue(colleague, admin)).body).toMatchObject({ code: 'seat.role-needed' });
    expect((await issue(stranger, colleague)).status).toBe(404);
    expect((await issue(stranger, colleague, stranger.organizationId)).status).toBe(404);
    expect((await issue(admin, colleague, newId() as OrganizationId)).status).toBe(404);
    workspace.clock.advance(13 * 60 * 60_000);
    expect((await issue(admin, colleague)).body).toMatchObject({ code: 'session.confirm' });
  });

  it('never opens more than the own organization: not another firm, not the server, not oneself', async () => {
    expect((await issue(admin, admin)).status).toBe(403);
    await workspace.sql('update person set is_operator = true where id = $1', [colleague.personId]);
    expect((await issue(admin, colleague)).status).toBe(403);
    await workspace.sql('update person set is_operator = false where id = $1', [colleague.personId]);
    const other = await workspace.firm(await workspace.partnership());
    await workspace.sql(`insert into organization_member values ($1, $2, 'staff')`, [
      other.organizationId,
      colleague.personId,
    ]);
    expect((await issue(admin, colleague)).status).toBe(403);
  });
});

describe('a reset code by mail', () => {
  it('is not offered where the server sends no mail', async () => {
    expect((await workspace.call(null, 'requestResetMail', { login: loginOf(colleague) })).status).toBe(404);
  });

  it('goes to the address of the account in its language, and the answer never tells whether there is one', async () => {
    const mail = workspace.app.get(Mail);
    jest.spyOn(mail, 'sends', 'get').mockReturnValue(true);
    const sent = new Promise<Letter>((resolve) => {
      jest.spyOn(mail, 'send').mockImplementation(async (letter) => resolve(letter));
    });
    const unknown = await workspace.call(null, 'requestResetMail', { login: 'siapa@contoh.id' });
    const known = await workspace.call(null, 'requestResetMail', { login: loginOf(colleague) });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    const letter = await sent;
    expect(letter).toMatchObject({ to: loginOf(colleague), subject: 'Kode untuk kata sandi baru' });
    const code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(letter.text)?.[0] ?? '';
    expect((await reset(colleague, code)).status).toBe(200);
    jest.restoreAllMocks();
  });
});

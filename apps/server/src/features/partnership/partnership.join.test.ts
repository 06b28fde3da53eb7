import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InvitationId, OrganizationId, Standing } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
let ana: Sitting;
beforeAll(async () => {
  workspace = await openWorkspace();
});
beforeEach(async () => {
  await workspace.sql('delete from attempt');
  ({ ana } = await workspace.threePeople());
});
afterAll(() => workspace.close());

const invite = async (
  as: Sitting,
  more: { standing?: Standing; maxUses?: number; kind?: 'organization' | 'colleague' } = {},
) => {
  const answer = await workspace.call(as, 'createInvitation', {
    partnershipId: as.partnershipId,
    id: newId() as InvitationId,
    kind: more.kind ?? 'organization',
    organizationName: 'UD Kayu Makmur',
    standing: more.standing ?? 'full',
    role: 'member',
    isSignatory: false,
    maxUses: more.maxUses ?? 1,
  });
  return { ...answer.body, status: answer.status, token: answer.body.link?.split('/').at(-1) ?? '' };
};
const firm = (letters?: string) => ({
  id: newId() as OrganizationId,
  name: 'UD Kayu Makmur',
  kind: 'sme' as const,
  size: 'small' as const,
  place: 'Mantingan',
  ...(letters && { letters }),
});
let calls = 0;
const slamet = () => ({
  name: 'Slamet',
  honorific: 'pak' as const,
  login: `0812000${String((calls += 1)).padStart(5, '0')}`,
  password: 'gergaji tua di pinggir kali',
  locale: 'id' as const,
});
const accept = (token: string, more: object = {}) =>
  workspace.call(null, 'acceptInvitation', { token, person: slamet(), organization: firm(), ...more });

describe('joining by invitation', () => {
  it('seats a new organization with a phone number only, with a thread and a private space of its own', async () => {
    const { token } = await invite(ana);
    const preview = await workspace.call(null, 'previewInvitation', { token });
    expect(preview.body).toMatchObject({
      isNewOrganization: true,
      needsPin: false,
      partners: [{ letters: 'FA' }, { letters: 'FB' }],
    });

    const { status, body, headers } = await accept(token);
    expect(status).toBe(200);
    expect(body.seats).toMatchObject([
      { letters: 'KM', slot: 2, role: 'partner-admin', isSignatory: true, threads: [0, 1, 2] },
    ]);

    const cookie = headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^sid=.*HttpOnly.*SameSite=Lax/);
    const as = { token: cookie.split(';')[0]?.slice(4) ?? '' };
    const directory = await workspace.call(as, 'readDirectory', { partnershipId: ana.partnershipId });
    expect(directory.body.partners.map(({ organization }) => organization.letters)).toEqual(['FA', 'FB', 'KM']);
    expect(directory.body.spaces.own).not.toBe(ana.own);
    expect((await workspace.journal(ana.shared)).map(({ name }) => name)).toEqual([
      'invitation.created',
      'partner.joined',
      'seat.taken',
      'invitation.used',
    ]);
  });

  it('needs the PIN when the code comes from paper, and is void after five wrong ones', async () => {
    const first = await invite(ana);
    const typed = `${first.code.slice(0, 5)}-${first.code.slice(5).toLowerCase()}`;
    expect((await workspace.call(null, 'previewInvitation', { token: typed })).body.needsPin).toBe(true);
    expect((await accept(typed, { pin: first.pin })).status).toBe(200);

    const { code, pin, token } = await invite(ana);
    const wrong = pin === '000000' ? '111111' : '000000';
    for (const _ of [1, 2, 3, 4, 5])
      expect((await accept(code, { pin: wrong })).body).toMatchObject({ code: 'invitation.wrong-pin' });
    expect((await accept(code, { pin })).body).toMatchObject({ code: 'invitation.refused' });
    expect((await accept(token)).body).toMatchObject({ code: 'invitation.refused' });
  });

  it('lets exactly one of eight in who take a single place at once', async () => {
    const { token } = await invite(ana);
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(token)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422, 422, 422]);
  });

  it('answers the same for unknown and revoked invitations, and says when one is used or expired', async () => {
    const revoked = await invite(ana);
    await workspace.call(ana, 'revokeInvitation', {
      partnershipId: ana.partnershipId,
      invitationId: revoked.invitation.id,
      version: revoked.invitation.version,
    });
    const expired = await invite(ana);
    await workspace.sql('update invitation set expires_at = $2 where id = $1', [
      expired.invitation.id,
      new Date('2026-01-01'),
    ]);
    const used = await invite(ana);
    expect((await accept(used.token)).status).toBe(200);
    for (const [token, code] of [
      [revoked.token, 'invitation.refused'],
      ['tidak-ada-undangan-seperti-ini', 'invitation.refused'],
      [expired.token, 'invitation.expired'],
      [used.token, 'invitation.used'],
    ] as const) {
      expect((await workspace.call(null, 'previewInvitation', { token })).body).toMatchObject({ code });
      expect((await accept(token)).body).toMatchObject({ code });
    }
  });

  it('seats a colleague at the same partner, and tells it in the private space only', async () => {
    const { token } = await invite(ana, { kind: 'colleague' });
    const { body } = await accept(token, { organization: undefined });
    expect(body.seats).toMatchObject([{ organizationId: ana.organizationId, role: 'member', isSignatory: false }]);
    expect((await workspace.journal(ana.own)).map(({ name }) => name)).toEqual([
      'invitation.created',
      'invitation.used',
    ]);
    expect((await workspace.journal(ana.shared)).map(({ name }) => name)).toEqual(['seat.taken']);
  });

  it('takes whoever is signed in, once', async () => {
    const { stranger } = await workspace.threePeople();
    const { token } = await invite(ana, { maxUses: 2 });
    const joined = await workspace.call(stranger, 'acceptInvitation', { token, organization: firm() });
    expect(joined.body.seats).toHaveLength(2);
    const again = await workspace.call(stranger, 'acceptInvitation', { token, organization: firm() });
    expect(again.body).toMatchObject({ code: 'invitation.already-in' });
  });

  it('keeps two letters for one partner', async () => {
    const { token } = await invite(ana, { maxUses: 3 });
    expect((await accept(token, { organization: firm('FA') })).body).toMatchObject({ code: 'partner.letters-taken' });
    expect((await accept(token)).body.seats?.[0]?.letters).toBe('KM');
    expect((await accept(token)).body.seats?.[0]?.letters).toBe('KA');
  });

  it('refuses a login that somebody uses, and keeps the invitation open', async () => {
    const { token } = await invite(ana);
    const login = `${ana.personId}@contoh.id`;
    expect((await accept(token, { person: { ...slamet(), login } })).body).toMatchObject({ code: 'login.taken' });
    expect((await accept(token)).status).toBe(200);
  });

  it('is not offered by members and observers, nor a facilitator by a partner', async () => {
    const member = await workspace.person(ana, 'member', false);
    expect((await invite(member)).status).toBe(403);
    expect((await invite(ana, { standing: 'facilitator' })).status).toBe(403);
    const observer = await workspace.person(
      await workspace.firm({ id: ana.partnershipId, shared: ana.shared }, 'observer'),
      'observer',
      false,
    );
    expect((await invite(observer)).status).toBe(403);
  });

  it('asks for the password again when it was typed more than 12 hours ago', async () => {
    await workspace.sql(`update session set confirmed_at = $2 where person_id = $1`, [
      ana.personId,
      new Date('2026-11-23T00:00:00Z'),
    ]);
    const answer = await workspace.call(ana, 'createInvitation', {
      partnershipId: ana.partnershipId,
      id: newId() as InvitationId,
      kind: 'colleague',
      organizationName: '',
      standing: 'full',
      role: 'member',
      isSignatory: false,
      maxUses: 1,
    });
    expect(answer.body).toMatchObject({ code: 'session.confirm' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { InvitationId, OrganizationId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Answer, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
let ana: Sitting;
let budi: Sitting;
let stranger: Sitting;
beforeAll(async () => {
  workspace = await openWorkspace();
});
beforeEach(async () => {
  await workspace.sql('delete from attempt');
  ({ ana, budi, stranger } = await workspace.threePeople());
});
afterAll(() => workspace.close());

type Kind = 'organization' | 'colleague';
const invite = async (as: Sitting, kind: Kind = 'organization', maxUses = 1) => {
  const { status, body } = await workspace.call(as, 'createInvitation', {
    partnershipId: as.partnershipId,
    id: newId() as InvitationId,
    kind,
    organizationName: 'Jati Makmur',
    standing: 'full',
    role: 'partner-admin',
    isSignatory: true,
    maxUses,
  });
  return { ...body, status, token: body.link?.split('/').at(-1) ?? '' };
};
const firm = () => ({
  id: newId() as OrganizationId,
  name: 'Jati Makmur',
  kind: 'sme' as const,
  size: 'small' as const,
  place: 'Jepara',
});
const rina = () => ({
  name: 'Rina Wati',
  honorific: 'bu' as const,
  login: `rina.${newId()}@contoh.id`,
  password: 'kerbau ungu naik sepeda',
  locale: 'id' as const,
});
const preview = (token: string) => workspace.call(null, 'previewInvitation', { token });
const accept = (as: Sitting | null, token: string, more: object = {}) =>
  workspace.call(as, 'acceptInvitation', { token, organization: firm(), ...(!as && { person: rina() }), ...more });
const refused = { status: 422, body: { code: 'invitation.refused' } };
const statuses = (answers: Answer<unknown>[]) => answers.map(({ status }) => status).sort();

describe('the right to invite', () => {
  it('ends with the seat: no old link brings back whoever sent it, or anybody else', async () => {
    const second = await workspace.person(ana, 'partner-admin');
    const { token } = await invite(second, 'colleague', 5);
    const seat = { partnershipId: ana.partnershipId, seatId: second.seatId };
    expect((await workspace.call(ana, 'removeSeat', { ...seat, version: 1 })).status).toBe(200);

    expect(await preview(token)).toMatchObject(refused);
    expect(await accept(second, token)).toMatchObject(refused);
    expect(await accept(null, token)).toMatchObject(refused);
  });

  it('ends with the role', async () => {
    const second = await workspace.person(ana, 'partner-admin');
    const { token } = await invite(second, 'colleague');
    const seat = { partnershipId: ana.partnershipId, seatId: second.seatId };
    expect((await workspace.call(ana, 'changeSeat', { ...seat, role: 'member', version: 1 })).status).toBe(200);
    expect(await accept(null, token)).toMatchObject(refused);
  });

  it('sleeps while the person or the organization is suspended', async () => {
    const { token } = await invite(ana, 'organization', 5);
    await workspace.sql('update organization set suspended_at = now() where id = $1', [ana.organizationId]);
    expect(await accept(null, token)).toMatchObject(refused);
    await workspace.sql('update organization set suspended_at = null where id = $1', [ana.organizationId]);
    await workspace.sql('update person set suspended_at = now() where id = $1', [ana.personId]);
    expect(await accept(null, token)).toMatchObject(refused);
    await workspace.sql('update person set suspended_at = null where id = $1', [ana.personId]);
    expect((await accept(null, token)).status).toBe(200);
  });

  it('is used by many at once without waiting for each other', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => invite(ana)));
    expect(made.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

describe('an invitation', () => {
  it('gives one person one seat, also with two invitations at once', async () => {
    const tokens = [(await invite(ana)).token, (await invite(budi)).token];
    const answers = await Promise.all(tokens.map((token) => accept(stranger, token)));
    expect(statuses(answers)).toEqual([200, 422]);
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ code: 'invitation.already-in' });
  });

  it('tells once that it became void, and changes for nobody before that', async () => {
    const { code, pin } = await invite(ana);
    const wrong = pin === '000000' ? '111111' : '000000';
    const list = async () =>
      (await workspace.call(ana, 'listInvitations', { partnershipId: ana.partnershipId })).body[0];
    for (const _ of [1, 2, 3, 4]) await accept(null, code, { pin: wrong });
    expect(await list()).toMatchObject({ state: 'open', version: 1 });

    await accept(null, code, { pin: wrong });
    const held = await list();
    expect(held).toMatchObject({ state: 'void', version: 2 });
    const entries = await workspace.journal(ana.shared);
    expect(entries.map(({ name }) => name)).toEqual(['invitation.created', 'invitation.closed']);
    expect(entries[1]).toMatchObject({ by: null, data: held });
  });

  it('is void after five wrong PINs, however many are tried at once', async () => {
    const { code, pin } = await invite(ana);
    const wrong = Array.from({ length: 12 }, (_, n) => String((Number(pin) + n + 1) % 1_000_000).padStart(6, '0'));
    const answers = await Promise.all(wrong.map((typed) => accept(null, code, { pin: typed })));
    const codes = answers.map(({ body }) => (body as unknown as { code: string }).code);
    expect(codes.filter((each) => each === 'invitation.wrong-pin')).toHaveLength(5);
    expect(codes.filter((each) => each === 'invitation.refused')).toHaveLength(7);
  });

  it('does not count a PIN that was left out as a wrong one', async () => {
    const { code, pin } = await invite(ana);
    for (const _ of [1, 2, 3, 4, 5]) {
      expect((await accept(null, code)).body).toMatchObject({ code: 'invitation.wrong-pin' });
    }
    expect((await accept(null, code, { pin })).status).toBe(200);
  });

  it('reads a printed code although somebody writes O for 0 or l for 1', async () => {
    const { code, invitation } = await invite(ana);
    await workspace.sql(`update invitation set code_digest = sha256('01ABCDEFGH') where id = $1`, [invitation.id]);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    expect((await preview('ol abcd-efgh')).body).toMatchObject({ needsPin: true });
  });

  it('lets more firms in than there are letters behind one initial', async () => {
    const { token } = await invite(ana, 'organization', 50);
    const answers = [];
    for (let n = 0; n < 28; n += 1) {
      const someone = await workspace.person(await workspace.firm(await workspace.partnership()));
      answers.push(await accept(someone, token));
    }
    expect(statuses(answers)).toEqual(Array(28).fill(200));
  });
});

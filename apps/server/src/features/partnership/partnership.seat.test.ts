import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { OrganizationId, PartnershipId } from '@mufakat/domain';
import { io } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
let ana: Sitting;
let budi: Sitting;
let stranger: Sitting;
beforeAll(async () => {
  workspace = await openWorkspace();
});
beforeEach(async () => {
  ({ ana, budi, stranger } = await workspace.threePeople());
});
afterAll(() => workspace.close());

const remove = (as: Sitting, whom: Sitting, version = 1) =>
  workspace.call(as, 'removeSeat', { partnershipId: as.partnershipId, seatId: whom.seatId, version });
const change = (
  as: Sitting,
  whom: Sitting,
  to: { role?: 'member' | 'partner-admin'; isSignatory?: boolean },
  version = 1,
) => workspace.call(as, 'changeSeat', { partnershipId: as.partnershipId, seatId: whom.seatId, version, ...to });

describe('a seat', () => {
  it('ends at once: the person gets 404 and the open socket closes', async () => {
    const rekan = await workspace.person(ana, 'member', false);
    const socket = io(workspace.url, {
      transports: ['websocket'],
      extraHeaders: { origin: workspace.url, cookie: `sid=${rekan.token}` },
      reconnection: false,
    });
    await new Promise<void>((done) => socket.once('connect', () => done()));
    const answer: unknown = await socket.emitWithAck('follow', { spaceId: ana.shared, after: 0 });
    expect(answer).toMatchObject({ ok: true });
    const closed = new Promise((done) => socket.once('disconnect', done));

    expect((await remove(ana, rekan)).body).toMatchObject({ endedAt: expect.any(String), version: 2 });
    await closed;
    expect((await workspace.call(rekan, 'readDirectory', { partnershipId: ana.partnershipId })).status).toBe(404);
    const directory = await workspace.call(budi, 'readDirectory', { partnershipId: ana.partnershipId });
    expect(directory.body.members.find(({ seatId }) => seatId === rekan.seatId)?.endedAt).toBeTruthy();
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({ name: 'seat.removed', by: ana.seatId });
    socket.disconnect();
  });

  it('is governed by the own firm alone; the facilitator may end it but give no right', async () => {
    const rekan = await workspace.person(ana, 'member', false);
    const table = { id: ana.partnershipId, shared: ana.shared };
    const ratna = await workspace.person(await workspace.firm(table, 'facilitator'), 'facilitator', false);
    expect((await change(budi, rekan, { role: 'partner-admin' })).body).toMatchObject({ code: 'seat.not-your-firm' });
    expect((await remove(budi, rekan)).body).toMatchObject({ code: 'seat.not-your-firm' });
    expect((await change(rekan, rekan, { role: 'partner-admin' })).body).toMatchObject({ code: 'seat.role-needed' });
    expect((await change(ratna, rekan, { isSignatory: true })).body).toMatchObject({ code: 'seat.role-needed' });
    expect((await remove(ratna, rekan)).status).toBe(200);
    expect((await remove(ratna, rekan, 2)).body).toMatchObject({ code: 'seat.ended' });
  });

  it('keeps one admin and one signatory in each firm', async () => {
    expect((await remove(ana, ana)).body).toMatchObject({ code: 'seat.last-admin' });
    expect((await change(ana, ana, { role: 'member' })).body).toMatchObject({ code: 'seat.last-admin' });
    expect((await change(ana, ana, { isSignatory: false })).body).toMatchObject({ code: 'seat.last-admin' });
    const rekan = await workspace.person(ana, 'member', false);
    expect((await change(ana, rekan, { role: 'partner-admin', isSignatory: true })).status).toBe(200);
    expect((await change(ana, ana, { role: 'member', isSignatory: false })).status).toBe(200);
  });

  it('changes once when two admins change it at the same moment', async () => {
    const [rekan, second] = [await workspace.person(ana, 'member', false), await workspace.person(ana)];
    const answers = await Promise.all([
      change(ana, rekan, { isSignatory: true }),
      change(second, rekan, { role: 'partner-admin' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a partnership', () => {
  const founding = () => ({
    id: newId() as PartnershipId,
    name: 'Batik Warna Alam',
    type: 'horizontal' as const,
    purpose: 'Belanja bersama',
    zone: 'Asia/Jakarta' as const,
    organization: {
      id: newId() as OrganizationId,
      name: 'CV Canting Biru',
      kind: 'sme' as const,
      size: 'small' as const,
      place: 'Pekalongan',
    },
    standing: 'full' as const,
  });

  it('is founded once, however often the same is sent', async () => {
    const input = founding();
    const first = await workspace.call(ana, 'createPartnership', input);
    expect(first.body).toMatchObject({
      partnership: { name: 'Batik Warna Alam' },
      partners: [{ organization: { letters: 'CB' }, slot: 0 }],
    });
    expect((await workspace.call(ana, 'createPartnership', input)).body).toEqual(first.body);
    expect((await workspace.call(ana, 'createPartnership', { ...input, name: 'Lain' })).body).toMatchObject({
      code: 'id.taken',
    });
    expect((await workspace.call(budi, 'createPartnership', input)).body).toMatchObject({ code: 'id.taken' });
    for (const other of [{ organization: founding().organization }, { standing: 'facilitator' as const }]) {
      const answer = await workspace.call(ana, 'createPartnership', { ...input, ...other });
      expect(answer.body).toMatchObject({ code: 'id.taken' });
    }
  });

  it('knows an organization that comes again by the letters it has', async () => {
    const own = { ...founding().organization, letters: 'ZQ' };
    await workspace.call(ana, 'createPartnership', { ...founding(), organization: own });
    const { letters: _, ...again } = own;
    const { body } = await workspace.call(ana, 'createPartnership', { ...founding(), organization: again });
    expect(body.partners[0]?.organization.letters).toBe('ZQ');
  });

  it('takes an organization of the founder, never one of somebody else', async () => {
    const own = { ...founding().organization, id: ana.organizationId };
    expect((await workspace.call(ana, 'createPartnership', { ...founding(), organization: own })).status).toBe(200);
    expect(
      (await workspace.call(stranger, 'createPartnership', { ...founding(), organization: own })).body,
    ).toMatchObject({ code: 'id.taken' });
  });

  it('shows its directory to those who sit in it, with the sequences the answer already holds', async () => {
    await workspace.call(ana, 'changePartnership', {
      partnershipId: ana.partnershipId,
      purpose: 'Ekspor bersama',
      version: 1,
    });
    const { body } = await workspace.call(budi, 'readDirectory', { partnershipId: ana.partnershipId });
    expect(body).toMatchObject({
      partnership: { purpose: 'Ekspor bersama', version: 2 },
      mySeatId: budi.seatId,
      sequences: { shared: 1, own: 0 },
    });
    expect(JSON.stringify(body)).not.toContain('@contoh.id');
    expect((await workspace.call(stranger, 'readDirectory', { partnershipId: ana.partnershipId })).status).toBe(404);
  });

  it('refuses a stale change with what it is now', async () => {
    await workspace.call(ana, 'changePartnership', { partnershipId: ana.partnershipId, name: 'Nama baru', version: 1 });
    const stale = await workspace.call(budi, 'changePartnership', {
      partnershipId: ana.partnershipId,
      name: 'Nama lain',
      version: 1,
    });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ code: 'version.stale', data: { current: { name: 'Nama baru', version: 2 } } });
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgendaItemId, CallInput, DocumentId, Meeting, MeetingId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { RoomRights } from '../../platform/rooms/room-rights.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

const bodyOf = (as: Sitting): CallInput<'scheduleMeeting'> => ({
  partnershipId: as.partnershipId,
  id: newId() as MeetingId,
  documentId: newId() as DocumentId,
  title: 'Rapat bulanan',
  startsAt: '2026-11-25T02:00:00Z',
  endsAt: '2026-11-25T03:30:00Z',
  place: 'Balai desa',
  url: '',
  locale: 'id',
});
const meetingOf = async (as: Sitting): Promise<Meeting> =>
  (await workspace.call(as, 'scheduleMeeting', bodyOf(as))).body;
const at = ({ partnershipId, id, version }: Meeting) => ({ partnershipId, meetingId: id, version });
const itemOf = (meeting: Meeting, rank = 'a0'): CallInput<'addAgendaItem'> => ({
  ...at(meeting),
  agendaItemId: newId() as AgendaItemId,
  title: 'Harga kayu',
  kind: 'discussion',
  minutes: 20,
  presenterId: null,
  rank,
});
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
const move = async (as: Sitting, meeting: Meeting, state: Meeting['state']) =>
  workspace.call(as, 'moveMeeting', { ...at(meeting), state });
const names = async (as: Sitting) => (await workspace.journal(as.shared)).map(({ name }) => name);
const observerAt = async (table: Awaited<ReturnType<Workspace['partnership']>>) =>
  workspace.person(await workspace.firm(table, 'observer'), 'observer', false);

describe('scheduling a meeting', () => {
  it('tells everybody, makes the notes, and answers a repeated call like the first', async () => {
    const { ana, budi } = await workspace.threePeople();
    const body = bodyOf(ana);
    const answers = await Promise.all([1, 2, 3].map(() => workspace.call(ana, 'scheduleMeeting', body)));
    const [first] = answers;
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(first?.body).toMatchObject({ state: 'scheduled', startsAt: '2026-11-25T02:00:00.000Z', version: 1 });
    expect(await workspace.journal(ana.shared)).toMatchObject([{ name: 'meeting.scheduled', data: first?.body }]);
    expect((await workspace.call(budi, 'listMeetings', { partnershipId: ana.partnershipId })).body).toEqual([
      first?.body,
    ]);
    const documents = await workspace.sql('select kind from document where subject_id = $1', [body.id]);
    expect(documents).toEqual([{ kind: 'meeting' }]);
    expect(codeOf(await workspace.call(ana, 'scheduleMeeting', { ...body, place: 'Lain' }))).toBe('id.taken');
  });

  it('refuses reversed times, observers and strangers', async () => {
    const { table, ana, stranger } = await workspace.threePeople();
    const reversed = { ...bodyOf(ana), endsAt: '2026-11-25T02:00:00Z' };
    expect(codeOf(await workspace.call(ana, 'scheduleMeeting', reversed))).toBe('meeting.times-reversed');
    expect(codeOf(await workspace.call(await observerAt(table), 'scheduleMeeting', bodyOf(ana)))).toBe(
      'seat.read-only',
    );
    expect((await workspace.call(stranger, 'scheduleMeeting', bodyOf(ana))).status).toBe(404);
  });
});

describe('changing a meeting', () => {
  it('lets one of eight changes of the same version win', async () => {
    const { ana } = await workspace.threePeople();
    const meeting = await meetingOf(ana);
    const change = (n: number) => workspace.call(ana, 'changeMeeting', { ...at(meeting), title: `Rapat ${n}` });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => change(n)));
    const won = answers.find(({ status }) => status === 200);
    const lost = answers.filter(({ status }) => status === 409);
    expect(lost).toHaveLength(7);
    for (const { body } of lost) expect(body).toMatchObject({ code: 'version.stale', data: { current: won?.body } });
    expect(await names(ana)).toEqual(['meeting.scheduled', 'meeting.changed']);
  });

  it('takes as chair only somebody who sits here now', async () => {
    const { ana, budi, stranger } = await workspace.threePeople();
    const meeting = await meetingOf(ana);
    const chair = (seatId: typeof ana.seatId) =>
      workspace.call(ana, 'changeMeeting', { ...at(meeting), chairId: seatId });
    expect(codeOf(await chair(stranger.seatId))).toBe('not-found');
    await workspace.sql('update seat set ended_at = now() where id = $1', [budi.seatId]);
    expect(codeOf(await chair(budi.seatId))).toBe('seat.ended');
    expect((await chair(ana.seatId)).body.chairId).toBe(ana.seatId);
  });
});

describe('moving a meeting', () => {
  it('starts, ends, reopens, cancels and takes back, and refuses the rest with what is allowed', async () => {
    const { table, ana } = await workspace.threePeople();
    let meeting = await meetingOf(ana);
    const refused = await move(ana, meeting, 'ended');
    expect([refused.status, refused.body]).toMatchObject([
      422,
      { code: 'meeting.illegal-move', data: { allowed: ['running', 'cancelled'] } },
    ]);
    expect(codeOf(await move(await observerAt(table), meeting, 'running'))).toBe('seat.read-only');
    for (const state of ['running', 'ended', 'running', 'scheduled', 'cancelled', 'scheduled'] as const) {
      meeting = (await move(ana, meeting, state)).body;
      expect(meeting.state).toBe(state);
    }
    expect(meeting.version).toBe(7);
  });

  it('keeps the notes open after the end, but not when it is cancelled', async () => {
    const { ana } = await workspace.threePeople();
    const running = (await move(ana, await meetingOf(ana), 'running')).body;
    await move(ana, running, 'ended');
    expect(await isWritable(ana, running)).toBe(true);
    const other = await meetingOf(ana);
    await move(ana, other, 'cancelled');
    expect(await isWritable(ana, other)).toBe(false);
  });
});

describe('the agenda', () => {
  it('is kept in order, each change one version of the meeting', async () => {
    const { ana, budi, stranger } = await workspace.threePeople();
    const meeting = await meetingOf(ana);
    const later = itemOf(meeting, 'b0');
    const one = (await workspace.call(ana, 'addAgendaItem', later)).body;
    expect((await workspace.call(ana, 'addAgendaItem', later)).body).toEqual(one);
    expect(codeOf(await workspace.call(ana, 'addAgendaItem', { ...later, minutes: 5 }))).toBe('id.taken');
    const two = (await workspace.call(budi, 'addAgendaItem', itemOf(one, 'a0'))).body;
    expect(two.agenda.map(({ rank }) => rank)).toEqual(['a0', 'b0']);

    const item = { ...at(two), agendaItemId: later.agendaItemId };
    const foreign = { ...item, presenterId: stranger.partnerId };
    expect(codeOf(await workspace.call(ana, 'changeAgendaItem', foreign))).toBe('not-found');
    const done = (await workspace.call(ana, 'changeAgendaItem', { ...item, state: 'done', rank: 'Zz' })).body;
    expect(done.agenda[0]).toMatchObject({ id: later.agendaItemId, state: 'done', minutes: 20 });
    expect(codeOf(await workspace.call(ana, 'removeAgendaItem', item))).toBe('version.stale');
    const removed = (await workspace.call(ana, 'removeAgendaItem', { ...item, version: 4 })).body;
    expect([removed.agenda.length, removed.version]).toEqual([1, 5]);
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({
      name: 'meeting.agenda-changed',
      data: removed,
    });
  });

  it('does not change once the meeting is over, and holds at most 40 items', async () => {
    const { ana } = await workspace.threePeople();
    let meeting = await meetingOf(ana);
    for (let n = 0; n < 40; n += 1) meeting = (await workspace.call(ana, 'addAgendaItem', itemOf(meeting))).body;
    expect(codeOf(await workspace.call(ana, 'addAgendaItem', itemOf(meeting)))).toBe('meeting.agenda-full');
    const cancelled = (await move(ana, meeting, 'cancelled')).body;
    expect(codeOf(await workspace.call(ana, 'addAgendaItem', itemOf(cancelled)))).toBe('meeting.over');
  });
});

describe('attendance', () => {
  it('is ticked by several people at once without a conflict, and cleared again', async () => {
    const { ana, budi } = await workspace.threePeople();
    const meeting = await meetingOf(ana);
    const where = { partnershipId: ana.partnershipId, meetingId: meeting.id };
    const colleagues = [ana, budi, ...(await Promise.all([1, 2, 3, 4].map(() => workspace.person(ana, 'member'))))];
    const ticks = await Promise.all(
      colleagues.map(({ seatId }, n) =>
        workspace.call(n % 2 ? ana : budi, 'setAttendance', { ...where, seatId, status: 'present' }),
      ),
    );
    expect(ticks.map(({ body }) => body.version).sort()).toEqual([2, 3, 4, 5, 6, 7]);
    const cleared = await workspace.call(ana, 'setAttendance', { ...where, seatId: budi.seatId, status: null });
    expect(cleared.body.attendance.map(({ seatId }) => seatId)).not.toContain(budi.seatId);
    expect((await workspace.call(ana, 'readMeeting', where)).body).toEqual(cleared.body);
    expect((await names(ana)).filter((name) => name === 'meeting.attendance-changed')).toHaveLength(7);
  });

  it('is for people of this partnership, while the meeting is not over', async () => {
    const { table, ana, stranger } = await workspace.threePeople();
    const running = (await move(ana, await meetingOf(ana), 'running')).body;
    const where = { partnershipId: ana.partnershipId, meetingId: running.id, status: 'present' } as const;
    const tick = (as: Sitting, seatId = ana.seatId) => workspace.call(as, 'setAttendance', { ...where, seatId });
    expect(codeOf(await tick(ana, stranger.seatId))).toBe('not-found');
    expect(codeOf(await tick(await observerAt(table)))).toBe('seat.read-only');
    expect((await tick(ana)).status).toBe(200);
    await move(ana, { ...running, version: 3 }, 'ended');
    expect(codeOf(await tick(ana))).toBe('meeting.over');
  });
});

/** What the door of the meeting's notes says. */
async function isWritable(as: Sitting, { documentId }: Meeting) {
  const admission = await workspace.app.get(RoomRights).admit(as.token, documentId);
  return admission?.entry?.rights === 'write';
}

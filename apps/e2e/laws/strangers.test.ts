import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  routes,
  type ClientToServer,
  type DocumentId,
  type FollowAnswer,
  type GoalId,
  type JournalEntry,
  type MeetingId,
  type Presence,
  type RouteId,
  type ServerToClient,
  type SpaceId,
  type TaskId,
} from '@mufakat/domain';
import { io, type Socket } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import WebSocket from 'ws';
import { SeatService } from '../../server/src/platform/access/seat.service.js';
import { UnitOfWork } from '../../server/src/platform/database/unit-of-work.js';
import { DocumentService } from '../../server/src/platform/rooms/document.service.js';
import { Doors } from '../../server/src/platform/rooms/doors.js';
import { sampleInput } from '../../server/test/sample-input.js';
import { openWorkspace, type Sitting, type Workspace } from '../../server/test/workspace.js';

type Line = Socket<ServerToClient, ClientToServer>;
/** A person's line to the server, and everything it brought. */
type Ear = { line: Line; entries: JournalEntry[]; people: Presence[] };

let workspace: Workspace;
let ana: Sitting;
let budi: Sitting;
let facilitator: Sitting;
let stranger: Sitting;
/** Every document of Ana's partnership, and one in her firm's own space. */
let shared: Record<string, DocumentId>;
let own: DocumentId;
const ears: Ear[] = [];

beforeAll(async () => {
  workspace = await openWorkspace();
  workspace.app.get(Doors).register('test', 'true');
  const people = await workspace.threePeople();
  ({ ana, budi, stranger } = people);
  facilitator = await workspace.person(await workspace.firm(people.table, 'facilitator'), 'facilitator', false);
  shared = { goal: newId() as DocumentId, meeting: newId() as DocumentId };
  await make(ana, 'createGoal', { id: newId() as GoalId, documentId: shared.goal });
  await make(ana, 'scheduleMeeting', {
    ...{ id: newId() as MeetingId, documentId: shared.meeting, url: '' },
    ...{ startsAt: '2026-11-25T02:00:00.000Z', endsAt: '2026-11-25T03:00:00.000Z' },
  });
  own = await ownDocument();
});
afterAll(() => workspace.close());
beforeEach(() => workspace.clock.advance(60_000));
afterEach(() => {
  for (const { line } of ears.splice(0)) line.disconnect();
});

async function make(as: Sitting, id: RouteId, input: object): Promise<void> {
  const whole = { ...sampleInput(routes[id]), partnershipId: as.partnershipId, ...input };
  const { status, body } = await workspace.call(as, id, whole as never);
  if (status !== 200) throw new Error(`${id} answered ${status}: ${JSON.stringify(body)}`);
}

const task = (as: Sitting, isPrivate: boolean) => make(as, 'createTask', { id: newId() as TaskId, isPrivate });

/** Features do not keep texts in a firm's own space yet; the fence stands already. */
async function ownDocument(): Promise<DocumentId> {
  const id = newId() as DocumentId;
  const seat = await workspace.app.get(SeatService).take(ana.personId, ana.partnershipId);
  const document = { id, spaceId: ana.own, kind: 'test', subjectId: newId(), start: new Uint8Array([0, 0]) } as const;
  await workspace.app.get(UnitOfWork).run(seat, (tx) => workspace.app.get(DocumentService).create(tx, document));
  return id;
}

/** Opens a line as this person; told of everything by it. */
function listen(as: Sitting): Ear {
  const line: Line = io(workspace.url, {
    transports: ['websocket'],
    extraHeaders: { origin: workspace.url, cookie: `sid=${as.token}` },
  });
  const ear: Ear = { line, entries: [], people: [] };
  line.on('entry', (entry) => ear.entries.push(entry));
  line.on('presence', ({ people }) => ear.people.push(...people));
  ears.push(ear);
  return ear;
}

const follow = ({ line }: Ear, spaceId: SpaceId): Promise<FollowAnswer> =>
  line.emitWithAck('follow', { spaceId, after: 0 });
const refused: FollowAnswer = { ok: false, refusal: 'not-found' };

/** What this person does in a space of their own, as a sign that everything before it has been told. */
async function heard(ear: Ear, done: () => Promise<void>): Promise<JournalEntry[]> {
  const before = ear.entries.length;
  const sign = new Promise<void>((told) => ear.line.once('entry', () => told()));
  await done();
  await sign;
  return ear.entries.slice(before);
}

/** The code and the words with which the server closes a document to this person. */
function closing(as: Sitting | null, documentId: string): Promise<{ code: number; reason: string }> {
  const headers = { origin: workspace.url, ...(as && { cookie: `sid=${as.token}` }) };
  const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/collab/${documentId}`, { headers });
  return new Promise((done, fail) => {
    socket.once('close', (code, reason) => done({ code, reason: reason.toString() }));
    socket.once('message', () => done({ code: 0, reason: 'it was let in' }));
    socket.once('error', fail);
  });
}

/** What the server answers when this person asks for a text, and brings words to it, over HTTP. */
async function overHttp(as: Sitting, documentId: DocumentId) {
  const { personId } = as;
  const answers = [
    await workspace.call(as, 'readUpdates', { documentId, after: 0 }),
    await workspace.call(as, 'sendUpdate', { documentId, personId, generation: 1, update: 'AAA=' }),
  ];
  return answers.map(({ status, body }) => ({ status, body: { ...body, requestId: '' } }));
}

describe('a person of another partnership', () => {
  it('is refused the journals of this one as if they did not exist', async () => {
    const ear = listen(stranger);
    expect(await follow(ear, ana.shared)).toEqual(refused);
    expect(await follow(ear, ana.own)).toEqual(refused);
    expect(await follow(ear, newId() as SpaceId)).toEqual(refused);
  });

  it('hears nothing of what is done there, and does not see who is there', async () => {
    const ear = listen(stranger);
    await follow(ear, ana.shared);
    await follow(ear, stranger.shared);
    const place = { screen: 'goals', subjectId: null } as const;
    ear.line.emit('look', { partnershipId: ana.partnershipId, place });
    const anas = listen(ana);
    await follow(anas, ana.shared);
    const seen = new Promise<void>((told) => anas.line.once('presence', () => told()));
    anas.line.emit('look', { partnershipId: ana.partnershipId, place });
    await seen;
    await task(ana, false);
    await workspace.settled();

    const told = await heard(ear, () => task(stranger, false));
    expect(told.map(({ spaceId }) => spaceId)).toEqual([stranger.shared]);
    expect(ear.people).toEqual([]);
    expect(anas.people.map(({ seatId }) => seatId)).not.toContain(stranger.seatId);
  });

  it('finds every text of this one closed, in the same words as one that never was', async () => {
    const unknown = await closing(stranger, newId());
    expect(unknown.code).toBe(4404);
    for (const documentId of [...Object.values(shared), own])
      expect(await closing(stranger, documentId)).toEqual(unknown);
    expect((await closing(null, own)).code).toBe(4401);
    expect((await closing(ana, own)).code).toBe(0);
  });

  it('reads no text over HTTP and brings no words to one, in the same words as to one that never was', async () => {
    const unknown = await overHttp(stranger, newId() as DocumentId);
    expect(unknown.map(({ status }) => status)).toEqual([404, 404]);
    for (const documentId of [...Object.values(shared), own])
      expect(await overHttp(stranger, documentId)).toEqual(unknown);
    expect((await overHttp(ana, own)).map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe.each(['a person of the other firm', 'the facilitator'])('to %s', (who) => {
  const other = () => (who === 'the facilitator' ? facilitator : budi);

  it('the own space of a firm does not exist', async () => {
    const ear = listen(other());
    expect(await follow(ear, ana.own)).toEqual(refused);
    const { partnershipId } = ana;
    const asked = await workspace.call(other(), 'readJournal', { partnershipId, spaceId: ana.own, after: 0 });
    expect(asked.status).toBe(404);
    expect(await closing(other(), own)).toEqual(await closing(other(), newId()));
    expect(await overHttp(other(), own)).toEqual(await overHttp(other(), newId() as DocumentId));
  });

  it('what a firm does in its own space is not told', async () => {
    const ear = listen(other());
    await follow(ear, ana.shared);
    await follow(ear, ana.own);
    await task(ana, true);
    await workspace.settled();
    const told = await heard(ear, () => task(ana, false));
    expect(told.map(({ spaceId }) => spaceId)).toEqual([ana.shared]);
    const { body } = await workspace.call(other(), 'listTasks', { partnershipId: ana.partnershipId });
    expect(body.filter(({ spaceId }) => spaceId === ana.own)).toEqual([]);
  });
});

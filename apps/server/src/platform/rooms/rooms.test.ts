import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { DataSource } from 'typeorm';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { AccessChanges } from '../access/access-changes.js';
import { SeatService } from '../access/seat.service.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { DocumentService } from './document.service.js';
import { Doors } from './doors.js';
import { PostgresRoomStore } from './postgres-room-store.js';

let workspace: Workspace;
const opened: { provider: WebsocketProvider; doc: Y.Doc }[] = [];

beforeAll(async () => {
  workspace = await openWorkspace();
  workspace.app.get(Doors).register('test', 'true');
});
afterEach(() => {
  for (const { provider, doc } of opened.splice(0)) {
    provider.destroy();
    doc.destroy();
  }
});
afterAll(() => workspace.close());

async function makeDocument(as: Sitting, spaceId = as.shared, where = workspace): Promise<DocumentId> {
  const id = newId() as DocumentId;
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'Awal. ');
  const start = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  await where.app
    .get(UnitOfWork)
    .run(await where.app.get(SeatService).take(as.personId, as.partnershipId), (tx) =>
      where.app.get(DocumentService).create(tx, { id, spaceId, kind: 'test', subjectId: newId(), start }),
    );
  return id;
}

/** The stock y-websocket client, as a browser of this person would open it. */
function open(as: { token: string } | null, documentId: string, url = workspace.url) {
  const doc = new Y.Doc();
  const headers = { origin: url, ...(as && { cookie: `sid=${as.token}` }) };
  class BrowserSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
    }
  }
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/collab`, documentId, doc, {
    WebSocketPolyfill: BrowserSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 60_000,
  });
  // A stock client says in the console that it does not know our own messages, and goes on.
  for (const own of [100, 101, 102, 103]) provider.messageHandlers[own] = () => undefined;
  const closed = new Promise<number>((done) => provider.once('connection-close', (event) => done(event?.code ?? 0)));
  const synced = new Promise<void>((done) => provider.once('sync', () => done()));
  opened.push({ provider, doc });
  return { doc, provider, closed, synced, text: () => doc.getText('t').toString() };
}

/** Waits for something that a socket brings about. */
async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('it did not happen within 5 s');
    await new Promise((done) => setTimeout(done, 10));
  }
}

describe('a document', () => {
  it('is written by two firms at once and read back from the log', async () => {
    const { ana, budi } = await workspace.threePeople();
    const id = await makeDocument(ana);
    const [a, b] = [open(ana, id), open(budi, id)];
    await Promise.all([a.synced, b.synced]);

    a.doc.getText('t').insert(6, 'Dari Ana. ');
    b.doc.getText('t').insert(6, 'Dari Budi. ');
    await until(() => a.text() === b.text() && /Ana/.test(a.text()) && /Budi/.test(a.text()));

    await until(() => b.text().length > 20);
    const stored = await storedText(id, a.text());
    expect(stored).toBe(a.text());
    expect(stored).toContain('Awal.');
  });

  it('shows the others a name that the server gives, whatever the client says', async () => {
    const { ana, budi } = await workspace.threePeople();
    const id = await makeDocument(ana);
    const [a, b] = [open(ana, id), open(budi, id)];
    await Promise.all([a.synced, b.synced]);
    a.provider.awareness.setLocalStateField('user', { name: 'Orang lain', id: budi.personId });

    await until(() => b.provider.awareness.getStates().has(a.doc.clientID));
    expect(b.provider.awareness.getStates().get(a.doc.clientID)).toMatchObject({
      user: { id: ana.personId, organization: 'Firma FA' },
    });
  });

  it('does not exist for a stranger, nor for another firm when it is private, nor without a session', async () => {
    const { ana, budi, stranger } = await workspace.threePeople();
    const shared = await makeDocument(ana);
    expect(await open(stranger, shared).closed).toBe(4404);
    expect(await open(stranger, newId()).closed).toBe(4404);
    expect(await open(budi, await makeDocument(ana, ana.own)).closed).toBe(4404);
    expect(await open(null, shared).closed).toBe(4401);
  });

  it('refuses pages of others at the upgrade', async () => {
    const { ana } = await workspace.threePeople();
    const id = await makeDocument(ana);
    const socket = new WebSocket(`${workspace.url.replace('http', 'ws')}/collab/${id}`, {
      headers: { origin: 'https://lain.example', cookie: `sid=${ana.token}` },
    });
    const status = await new Promise<number>((done) => {
      socket.on('unexpected-response', (_, response) => done(response.statusCode ?? 0));
      socket.on('error', () => undefined);
    });
    expect(status).toBe(403);
  });

  it('can be read but not written by an observer', async () => {
    const { table, ana } = await workspace.threePeople();
    const observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
    const id = await makeDocument(ana);
    const reader = open(observer, id);
    await reader.synced;
    expect(reader.text()).toBe('Awal. ');
    reader.doc.getText('t').insert(0, 'Saya menulis. ');
    expect(await reader.closed).toBe(4403);
    const a = open(ana, id);
    await a.synced;
    expect(a.text()).toBe('Awal. ');
  });

  it('says to everybody that the server restarts, before the lines are cut', async () => {
    const other = await openWorkspace();
    other.app.get(Doors).register('test', 'true');
    const { ana, budi } = await other.threePeople();
    const id = await makeDocument(ana, ana.shared, other);
    const screens = [open(ana, id, other.url), open(budi, id, other.url)];
    await Promise.all(screens.map(({ synced }) => synced));
    await other.close();
    expect(await Promise.all(screens.map(({ closed }) => closed))).toEqual([1012, 1012]);
  });

  it('closes at once for whoever loses the seat', async () => {
    const { ana, budi } = await workspace.threePeople();
    const id = await makeDocument(ana);
    const b = open(budi, id);
    await b.synced;
    await workspace.sql('update seat set ended_at = now() where id = $1', [budi.seatId]);
    const before = Date.now();
    const change = { kind: 'seat', seatId: budi.seatId, personId: budi.personId } as const;
    await workspace.app.get(AccessChanges).announce(workspace.app.get(DataSource), change);
    expect(await b.closed).toBe(4403);
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  async function storedText(id: DocumentId, wanted: string): Promise<string> {
    const end = Date.now() + 5_000;
    for (;;) {
      const stored = await workspace.app.get(PostgresRoomStore).load(id);
      const doc = new Y.Doc();
      for (const update of [...(stored?.base ? [stored.base] : []), ...(stored?.tail ?? [])])
        Y.applyUpdate(doc, update);
      const text = doc.getText('t').toString();
      doc.destroy();
      if (text === wanted || Date.now() > end) return text;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
});

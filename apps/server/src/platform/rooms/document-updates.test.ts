import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentId } from '@mufakat/domain';
import { MemoryUnsavedStore } from '@mufakat/provider';
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { makeText, until, Writer, type Network } from '../../../test/writer.js';
import { Doors, type Door } from './doors.js';

let workspace: Workspace;
let ana: Sitting;
let budi: Sitting;
let stranger: Sitting;
let documentId: DocumentId;
const pages: Writer[] = [];

beforeAll(async () => {
  workspace = await openWorkspace();
  setDoor('true');
  ({ ana, budi, stranger } = await workspace.threePeople());
});
beforeEach(async () => {
  workspace.clock.advance(60_000);
  documentId = await makeText(workspace, ana);
});
afterEach(() => {
  setDoor('true');
  for (const page of pages.splice(0)) page.close();
});
afterAll(() => workspace.close());

/** What the door of the texts of this file says from now on. */
const setDoor = (door: Door) => workspace.app.get(Doors).register('test', door);

type Options = { store?: MemoryUnsavedStore; network?: Network; personId?: Sitting['personId'] };

function open(as: Sitting, options: Options = {}): Promise<Writer> {
  const page = new Writer(workspace.url, as, documentId, options);
  pages.push(page);
  return page.open();
}

/** An update that writes at the beginning of the text. */
function updateSaying(words: string): string {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, words);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

const send = (as: Sitting, update: string, more: { generation?: number; personId?: Sitting['personId'] } = {}) =>
  workspace.call(as, 'sendUpdate', { documentId, personId: as.personId, generation: 1, update, ...more });

const codeOf = async (answer: Promise<{ status: number; body: unknown }>) => {
  const { status, body } = await answer;
  return [status, (body as { code?: string }).code];
};

async function read(as: Sitting, after = 0) {
  const { body } = await workspace.call(as, 'readUpdates', { documentId, after });
  const doc = new Y.Doc();
  for (const update of body.updates) Y.applyUpdate(doc, new Uint8Array(Buffer.from(update, 'base64')));
  return { ...body, text: doc.getText('t').toString() };
}

describe('a text over HTTP', () => {
  it('takes an update, answers when it is durable, and takes it twice without doubling it', async () => {
    const update = updateSaying('Dari Ana. ');
    expect((await send(ana, update)).status).toBe(200);
    expect((await send(ana, update)).status).toBe(200);
    const { text, generation } = await read(budi);
    expect(text.match(/Dari Ana\./g)).toHaveLength(1);
    expect(generation).toBe(1);
    const rows = await workspace.sql('select sequence from document_update where document_id = $1', [documentId]);
    expect(rows).toHaveLength(2);
  });

  it('tells what came after a sequence, and nothing when nothing did', async () => {
    const before = await read(budi);
    await send(ana, updateSaying('Dari Ana. '));
    const after = await read(budi, before.sequence);
    expect(after).toMatchObject({ text: 'Dari Ana. ', sequence: before.sequence + 1 });
    expect(await read(budi, after.sequence)).toMatchObject({ updates: [], sequence: after.sequence });
  });

  it('gives the whole to who lacks too much', async () => {
    await workspace.sql('update document set sequence = 2000 where id = $1', [documentId]);
    expect((await read(budi, 1)).text).toBe('Awal. ');
  });

  it('does not exist for a stranger, nor for another firm when it is private', async () => {
    const own = await makeText(workspace, ana, ana.own);
    const asked = (as: Sitting, id: string) =>
      codeOf(workspace.call(as, 'readUpdates', { documentId: id as DocumentId, after: 0 }));
    const sent = (as: Sitting, id: string) =>
      codeOf(
        workspace.call(as, 'sendUpdate', {
          ...{ documentId: id as DocumentId, personId: as.personId, generation: 1, update: updateSaying('x') },
        }),
      );
    for (const ask of [asked, sent]) {
      expect(await ask(stranger, newId())).toEqual([404, 'not-found']);
      expect(await ask(stranger, documentId)).toEqual([404, 'not-found']);
      expect(await ask(budi, own)).toEqual([404, 'not-found']);
    }
    expect((await read(ana)).text).toBe('Awal. ');
  });

  it('refuses with the reason: right, history, person, size, form, two texts for one place', async () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'milik Ana');
    const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
    expect((await send(ana, update)).status).toBe(200);
    doc.getText('t').insert(0, 'lebih ');
    const more = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');

    expect(await codeOf(send(ana, more, { generation: 2 }))).toEqual([409, 'document.replaced']);
    expect(await codeOf(send(budi, more, { personId: ana.personId }))).toEqual([401, 'session.missing']);
    expect(await codeOf(send(ana, updateSaying('x'.repeat(270_000))))).toEqual([422, 'input.invalid']);
    expect(await codeOf(send(ana, Buffer.from('bukan Yjs').toString('base64')))).toEqual([422, 'document.malformed']);
    const other = new Y.Doc();
    other.clientID = doc.clientID;
    other.getText('t').insert(0, 'lain sekali, dan lebih panjang');
    const twin = Buffer.from(Y.encodeStateAsUpdate(other)).toString('base64');
    expect(await codeOf(send(ana, twin))).toEqual([409, 'document.clash']);
    // Budi's page drew the same client id: his words are not hers, so they are not left aside and called saved.
    expect(await codeOf(send(budi, more))).toEqual([409, 'document.clash']);
    setDoor('false');
    expect(await codeOf(send(ana, more))).toEqual([403, 'document.read-only']);
    expect((await read(ana)).text).not.toContain('lebih');
  });
});

describe('a page whose network lets no socket through', () => {
  it('has its words saved over HTTP, and the other firm sees them', async () => {
    const other = await open(budi);
    await until(() => other.provider.current().synced);
    const page = await open(ana, { network: 'no sockets' });
    page.write('Lewat HTTP.');
    await until(() => page.state === 'saved');
    await until(() => other.text === 'Awal. Lewat HTTP.' || other.text === 'Lewat HTTP.Awal. ');
    other.write(' Dibalas.');
    await until(() => page.text === other.text);
    expect(page.text).toContain('Dibalas.');
  });

  it('goes round a socket that swallows what is sent, and returns to one that works', async () => {
    const page = await open(ana);
    await until(() => page.provider.current().synced);
    page.network = 'swallows';
    page.write('Ditelan. ');
    await until(() => page.state === 'saved');
    expect((await read(budi)).text).toContain('Ditelan.');
    page.network = 'open';
    page.cut();
    await until(() => page.provider.socket.synced);
    page.write('Lewat soket.');
    await until(() => page.state === 'saved', 4_000);
    expect((await read(budi)).text).toBe(page.text);
  });

  it('carries a paste of 600 kB by either way, unchanged', async () => {
    const long = 'kursi jati '.repeat(55_000);
    for (const network of ['open', 'no sockets'] as const) {
      const page = await open(ana, { network });
      page.write(long);
      await until(() => page.state === 'saved');
      expect(page.provider.current().unsent).toEqual([]);
    }
    expect((await read(budi)).text.length).toBe('Awal. '.length + 2 * long.length);
  });
});

describe('words that could not be sent at once', () => {
  it('go out when the line is back, once, also from another page of the device', async () => {
    const store = new MemoryUnsavedStore();
    const page = await open(ana, { store });
    await until(() => page.provider.current().synced);
    page.network = 'no sockets';
    page.cut();
    page.write('Di kapal.');
    await until(() => page.state === 'local');
    page.close();
    pages.splice(pages.indexOf(page), 1);

    const later = await open(ana, { store });
    await until(() => later.state === 'saved' && later.provider.current().synced);
    expect(later.text).toBe('Awal. Di kapal.');
    expect((await read(budi)).text).toBe('Awal. Di kapal.');
  });

  it('are kept and offered when the right to write ended meanwhile', async () => {
    const page = await open(ana);
    await until(() => page.provider.current().synced);
    page.network = 'no sockets';
    page.cut();
    page.write('Terlambat.');
    setDoor('false');
    page.network = 'open';
    await until(() => page.provider.current().unsent.length > 0);
    expect(page.provider.current()).toMatchObject({
      state: 'refused',
      closedWith: 4403,
      unsent: [{ lines: ['Terlambat.'] }],
    });
    expect((await read(ana)).text).toBe('Awal. ');
  });

  it('are offered, not merged, when the text was restored from another history meanwhile', async () => {
    const store = new MemoryUnsavedStore();
    const page = await open(ana, { store });
    await until(() => page.provider.current().synced);
    page.network = 'no sockets';
    page.cut();
    page.write('Dari sejarah lama.');
    // A restore makes a new generation and ends the rooms; here the room is left to be freed by its last reader.
    await workspace.sql('update document set generation = 2 where id = $1', [documentId]);
    await until(() => page.provider.current().isStale);
    expect(page.provider.current().unsent).toMatchObject([{ lines: ['Dari sejarah lama.'] }]);
    expect((await read(budi)).text).toBe('Awal. ');
  });

  it('never go out under the name of somebody else who signed in on the device', async () => {
    const page = await open(budi, { personId: ana.personId });
    page.write('Milik Ana.');
    await until(() => page.provider.current().closedWith === 4401);
    expect(page.provider.current()).toMatchObject({ state: 'local', pending: 1 });
    expect((await read(ana)).text).toBe('Awal. ');
  });
});

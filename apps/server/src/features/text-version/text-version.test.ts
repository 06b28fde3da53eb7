import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { documentEdit, documentJson, documentText, type DocumentNode } from '@mufakat/collab';
import type {
  CallInput,
  DocumentId,
  GoalId,
  TextNode,
  TextRestoreId,
  TextVersion,
  TextVersionId,
} from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { until, Writer } from '../../../test/writer.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { VersionKeeper } from './version-keeper.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
// The limits on asking refill with time.
beforeEach(() => workspace.clock.advance(minute));

const look = () => workspace.app.get(VersionKeeper).look();

/** Ana and Budi of two firms, somebody of another partnership, and a goal with its text. */
async function table() {
  const people = await workspace.threePeople();
  const { ana } = people;
  const [goalId, documentId] = [newId() as GoalId, newId() as DocumentId];
  const { body: goal } = await workspace.call(ana, 'createGoal', {
    ...{ partnershipId: ana.partnershipId, id: goalId, documentId, title: 'Ekspor bersama', benefit: null },
    ...{ startsOn: null, endsOn: null, rank: 'a0', locale: 'id' },
  });
  return { ...people, goal, goalId, documentId };
}

const line = (text: string): DocumentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

async function stateOf(as: Sitting, documentId: DocumentId) {
  const { body } = await workspace.call(as, 'readUpdates', { documentId, after: 0 });
  const state = Y.mergeUpdates(body.updates.map((update) => new Uint8Array(Buffer.from(update, 'base64'))));
  return { state, generation: body.generation };
}

/** Makes the text say these lines, as an editor would. */
async function write(as: Sitting, documentId: DocumentId, ...lines: string[]): Promise<void> {
  const { state, generation } = await stateOf(as, documentId);
  const { update } = documentEdit(state, { type: 'doc', content: lines.map(line) });
  const { status } = await workspace.call(as, 'sendUpdate', {
    ...{ documentId, personId: as.personId, generation },
    update: Buffer.from(update).toString('base64'),
  });
  expect(status).toBe(200);
}

const says = async (as: Sitting, documentId: DocumentId) => documentText((await stateOf(as, documentId)).state);

async function list(as: Sitting, documentId: DocumentId): Promise<TextVersion[]> {
  const { body } = await workspace.call(as, 'listTextVersions', { documentId });
  return body.items;
}

async function name(as: Sitting, documentId: DocumentId, called: string, versionId: TextVersionId | null = null) {
  const input = { documentId, id: newId() as TextVersionId, name: called, versionId };
  return workspace.call(as, 'nameTextVersion', input);
}

const restore = (as: Sitting, documentId: DocumentId, versionId: TextVersionId) =>
  workspace.call(as, 'restoreTextVersion', { documentId, versionId, id: newId() as TextRestoreId });

const read = (as: Sitting, input: CallInput<'readTextVersion'>) => workspace.call(as, 'readTextVersion', input);

/** Each run of words with its author. */
function runsOf(node: TextNode): { text: string; author: string | null }[] {
  if (node.type === 'text') return [{ text: node.text ?? '', author: node.author ?? null }];
  return (node.content ?? []).flatMap(runsOf);
}
const marked = (node: TextNode, change: TextNode['change']): string[] =>
  node.type === 'text'
    ? node.change === change
      ? [node.text ?? '']
      : []
    : (node.content ?? []).flatMap((child) => marked(child, change));

describe('automatic versions', () => {
  it('are kept once editing has rested, with everybody who wrote since the version before', async () => {
    const { ana, budi, documentId } = await table();
    await write(ana, documentId, 'Kami kirim.');
    workspace.clock.advance(2 * minute);
    await write(budi, documentId, 'Kami kirim.', 'Kami ukir.');
    await look();
    expect(await list(ana, documentId)).toEqual([]);

    workspace.clock.advance(5 * minute);
    await look();
    const [version, ...others] = await list(budi, documentId);
    expect(others).toEqual([]);
    expect(version).toMatchObject({ kind: 'automatic', name: null, madeBy: null, documentId });
    expect(version?.writers).toEqual([ana.personId, budi.personId]);

    await write(budi, documentId, 'Kami ukir.');
    workspace.clock.advance(5 * minute);
    await look();
    expect((await list(ana, documentId)).map(({ writers }) => writers)).toEqual([
      [budi.personId],
      [ana.personId, budi.personId],
    ]);
  });

  it('come every ten minutes while somebody goes on writing, and never twice for the same words', async () => {
    const { ana, documentId } = await table();
    for (let at = 0; at < 36; at += 1) {
      await write(ana, documentId, `Menit ${at}`);
      workspace.clock.advance(minute);
      await look();
    }
    const versions = await list(ana, documentId);
    expect(versions).toHaveLength(3);
    await Promise.all([look(), look()]);
    expect(await list(ana, documentId)).toEqual(versions);
  });

  it('thin out with age: one an hour after a day, one a day after a month; named ones stay', async () => {
    const { ana, documentId } = await table();
    for (let at = 0; at < 12; at += 1) {
      await write(ana, documentId, `Baris ${at}`);
      workspace.clock.advance(20 * minute);
      await look();
    }
    const named = (await name(ana, documentId, 'Tetap', (await list(ana, documentId)).at(-2)?.id ?? null)).body;
    expect(await list(ana, documentId)).toHaveLength(12);

    workspace.clock.advance(day + hour);
    await look();
    const hourly = await list(ana, documentId);
    const hours = hourly.filter(({ kind }) => kind === 'automatic').map(({ at }) => at.slice(0, 13));
    expect(new Set(hours).size).toBe(hours.length);
    expect(hours.length).toBeGreaterThanOrEqual(4);
    expect(hourly[0]?.sequence).toBe(13);

    for (let days = 0; days < 31; days += 10.5) {
      workspace.clock.advance(10.5 * day);
      expect(await list(ana, documentId)).not.toEqual([]);
    }
    await look();
    const daily = await list(ana, documentId);
    expect(daily.map(({ kind }) => kind)).toEqual(['automatic', 'named']);
    expect(daily[1]).toEqual(named);
  });
});

describe('a named version', () => {
  it('keeps the text as it is now, tells everybody, and is answered the same when it is sent again', async () => {
    const { ana, budi, documentId, goal } = await table();
    await write(ana, documentId, 'Kami kirim.');
    const input = { documentId, id: newId() as TextVersionId, name: 'Sebelum rapat', versionId: null };
    const { status, body: version } = await workspace.call(budi, 'nameTextVersion', input);
    expect(status).toBe(200);
    expect(version).toMatchObject({ kind: 'named', name: 'Sebelum rapat', madeBy: budi.seatId, sequence: 2 });
    expect(version.writers).toEqual([ana.personId]);
    expect(await list(ana, documentId)).toEqual([version]);
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({
      name: 'text.version-named',
      by: budi.seatId,
      data: { id: goal.id, kind: 'goal', title: goal.title, documentId, version },
    });
    const entries = await workspace.journal(ana.shared);
    expect((await workspace.call(budi, 'nameTextVersion', input)).body).toEqual(version);
    expect((await workspace.call(budi, 'nameTextVersion', { ...input, name: 'Lain' })).status).toBe(409);
    expect(await workspace.journal(ana.shared)).toEqual(entries);
  });

  it('stands in the list instead of the automatic one it was made from', async () => {
    const { ana, documentId } = await table();
    await write(ana, documentId, 'Satu');
    workspace.clock.advance(10 * minute);
    await look();
    const [automatic] = await list(ana, documentId);
    await write(ana, documentId, 'Dua');
    const { body: named } = await name(ana, documentId, 'Yang pertama', automatic?.id);
    expect(named).toMatchObject({ sequence: automatic?.sequence, at: automatic?.at, writers: automatic?.writers });
    expect(await list(ana, documentId)).toEqual([named]);
    const { body } = await read(ana, { documentId, versionId: named.id });
    expect(runsOf(body.content).map(({ text }) => text)).toEqual(['Satu']);
  });

  it('is one of at most a hundred of a text', async () => {
    const { ana, documentId } = await table();
    const { body: first } = await name(ana, documentId, 'Pertama');
    await workspace.sql(
      `insert into document_version
       select gen_random_uuid(), document_id, space_id, sequence, kind, name, made_by, writers, state, at
       from document_version, generate_series(1, 99) where id = $1`,
      [first.id],
    );
    const { status, body } = await name(ana, documentId, 'Kelebihan');
    expect([status, (body as unknown as { code: string }).code]).toEqual([422, 'text.too-many-names']);
  });

  it('is never taken away, and no version is ever changed, whatever the application tries', async () => {
    const { ana, documentId } = await table();
    const { body: version } = await name(ana, documentId, 'Tetap');
    await workspace.sql('delete from document_version where id = $1', [version.id]);
    expect(await list(ana, documentId)).toEqual([version]);
    await expect(workspace.sql(`update document_version set name = 'x' where id = $1`, [version.id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(workspace.sql('delete from document_restoration')).rejects.toThrow(/permission denied/);
  });
});

describe('reading a version', () => {
  it('shows who wrote which words, in the version and in the text as it is', async () => {
    const { ana, budi, documentId } = await table();
    await write(ana, documentId, 'Kami kirim');
    await write(budi, documentId, 'Kami selalu kirim');
    const { body: version } = await name(ana, documentId, 'Dua tangan');
    await write(ana, documentId, 'Kosong');
    const written = [
      { text: 'Kami ', author: ana.personId },
      { text: 'selalu ', author: budi.personId },
      { text: 'kirim', author: ana.personId },
    ];
    const { body } = await read(budi, { documentId, versionId: version.id });
    expect(runsOf(body.content)).toEqual(written);
    expect(body).toMatchObject({ version, since: null, added: 0, removed: 0, isNow: false });
    const now = await read(budi, { documentId, versionId: 'now' });
    expect(runsOf(now.body.content)).toEqual([{ text: 'Kosong', author: ana.personId }]);
    expect(now.body).toMatchObject({ version: null, isNow: true });
  });

  it('shows the starting text as nobody’s', async () => {
    const { ana, documentId } = await table();
    const { body } = await read(ana, { documentId, versionId: 'now' });
    expect(new Set(runsOf(body.content).map(({ author }) => author))).toEqual(new Set([null]));
  });

  it('is compared with the version before it, or with the text as it is now', async () => {
    const { ana, budi, documentId } = await table();
    await write(ana, documentId, 'Target naik 5 kontainer');
    const { body: first } = await name(ana, documentId, 'Satu');
    await write(budi, documentId, 'Target naik 6 kontainer');
    const { body: second } = await name(ana, documentId, 'Dua');
    await write(ana, documentId, 'Target naik 6 kontainer', 'Batas');

    const came = await read(ana, { documentId, versionId: second.id, comparedWith: 'previous' });
    expect(came.body).toMatchObject({ version: second, since: first, added: 1, removed: 1 });
    expect([marked(came.body.content, 'removed'), marked(came.body.content, 'added')]).toEqual([['5'], ['6']]);

    const since = await read(ana, { documentId, versionId: first.id, comparedWith: 'now' });
    expect(since.body).toMatchObject({ version: first, since: first, added: 2, removed: 1 });
    expect(marked(since.body.content, 'added')).toEqual(['6', 'Batas']);

    const now = await read(ana, { documentId, versionId: 'now', comparedWith: 'previous' });
    expect(now.body).toMatchObject({ version: null, since: second });
    expect(marked(now.body.content, 'added')).toEqual(['Batas']);

    const eldest = await read(ana, { documentId, versionId: first.id, comparedWith: 'previous' });
    expect(eldest.body).toMatchObject({ version: first, since: null, added: 0 });
  });
});

describe('restoring a version', () => {
  it('is an edit that whoever has the text open sees, stored and bound to who asked', async () => {
    const { ana, budi, documentId, goal } = await table();
    await write(ana, documentId, 'Kami kirim', 'Batas');
    const { body: version } = await name(ana, documentId, 'Lengkap');
    await write(budi, documentId, 'Batas');
    const screen = await new Writer(workspace.url, ana, documentId).open();
    const shown = () => documentText(Y.encodeStateAsUpdate(screen.doc));
    await until(() => shown() === 'Batas');

    const { status, body } = await restore(budi, documentId, version.id);
    expect(status).toBe(200);
    expect(await says(budi, documentId)).toBe('Kami kirim\nBatas');
    await until(() => shown() === 'Kami kirim\nBatas');
    screen.close();

    expect(body.before).toMatchObject({ kind: 'automatic', writers: [budi.personId] });
    const before = await read(ana, { documentId, versionId: body.before?.id ?? 'now' });
    expect(runsOf(before.body.content).map(({ text }) => text)).toEqual(['Batas']);
    const [last] = await workspace.sql<{ person_ids: string[] }>(
      'select person_ids::text[] from document_update where document_id = $1 order by sequence desc limit 1',
      [documentId],
    );
    expect(last?.person_ids).toEqual([budi.personId]);
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({
      name: 'text.restored',
      by: budi.seatId,
      data: { id: goal.id, kind: 'goal', title: goal.title, version },
    });
  });

  it('brings words back as their author’s, and destroys nothing', async () => {
    const { ana, budi, documentId } = await table();
    await write(ana, documentId, 'Kami kirim');
    await write(budi, documentId, 'Kami kirim', 'Kami ukir');
    const { body: version } = await name(ana, documentId, 'Lengkap');
    await write(budi, documentId, 'Semua terhapus');
    const { body } = await restore(budi, documentId, version.id);
    const now = await read(ana, { documentId, versionId: 'now' });
    expect(runsOf(now.body.content)).toEqual([
      { text: 'Kami kirim', author: ana.personId },
      { text: 'Kami ukir', author: budi.personId },
    ]);
    await restore(ana, documentId, body.before?.id ?? version.id);
    expect(await says(ana, documentId)).toBe('Semua terhapus');
  });

  it('happens once when it is sent twice, and two at once do not bring the words twice', async () => {
    const { ana, budi, documentId } = await table();
    await write(ana, documentId, 'Satu', 'Dua');
    const { body: version } = await name(ana, documentId, 'Lengkap');
    await write(budi, documentId, 'Dua');
    const input = { documentId, versionId: version.id, id: newId() as TextRestoreId };
    const answers = await Promise.all([
      workspace.call(ana, 'restoreTextVersion', input),
      restore(budi, documentId, version.id),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await says(ana, documentId)).toBe('Satu\nDua');
    const entries = await workspace.journal(ana.shared);
    const again = await workspace.call(ana, 'restoreTextVersion', input);
    expect(again.body).toEqual(answers[0].body);
    expect(await workspace.journal(ana.shared)).toEqual(entries);
  });

  it('makes a goal’s history tell of its text without mixing it up with the goal', async () => {
    const { ana, documentId, goal } = await table();
    const { partnershipId } = ana;
    await name(ana, documentId, 'Awal');
    await workspace.call(ana, 'changeGoal', { partnershipId, goalId: goal.id, version: 1, title: 'Ekspor' });
    const { body } = await workspace.call(ana, 'listHistory', { partnershipId, subjectId: goal.id });
    expect(body.items.map(({ entry }) => entry.name)).toEqual(['goal.changed', 'text.version-named', 'goal.created']);
    expect(body.items[0]?.previous).toMatchObject({ title: goal.title, version: 1 });
    expect(body.items[1]?.previous).toBeNull();
  });
});

describe('who may', () => {
  it('look: whoever sees the text. Name and restore: whoever may write it now', async () => {
    const { ana, documentId, goal, table: seated } = await table();
    const { body: version } = await name(ana, documentId, 'Awal');
    const observer = await workspace.person(await workspace.firm(seated, 'observer'), 'observer', false);
    expect(await list(observer, documentId)).toEqual([version]);
    expect((await read(observer, { documentId, versionId: version.id })).status).toBe(200);
    expect((await name(observer, documentId, 'x')).status).toBe(403);
    expect((await restore(observer, documentId, version.id)).status).toBe(403);

    const { partnershipId } = ana;
    await workspace.call(ana, 'archiveGoal', { partnershipId, goalId: goal.id, version: 1 });
    expect((await read(ana, { documentId, versionId: version.id })).status).toBe(200);
    expect((await name(ana, documentId, 'x')).status).toBe(403);
    expect((await restore(ana, documentId, version.id)).status).toBe(403);
  });

  it('nothing at all: somebody of another partnership, who does not learn that there is anything', async () => {
    const { ana, stranger, documentId } = await table();
    const { body: version } = await name(ana, documentId, 'Awal');
    const unknown = newId() as DocumentId;
    for (const asked of [documentId, unknown]) {
      const answers = [
        await workspace.call(stranger, 'listTextVersions', { documentId: asked }),
        await read(stranger, { documentId: asked, versionId: version.id }),
        await read(stranger, { documentId: asked, versionId: 'now' }),
        await name(stranger, asked, 'x'),
        await restore(stranger, asked, version.id),
      ];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    }
  });

  it('nothing through a text of one’s own, and the database itself shows a version to its own space only', async () => {
    const [ours, theirs] = [await table(), await table()];
    const { body: version } = await name(ours.ana, ours.documentId, 'Awal');
    const { documentId, ana: other } = theirs;
    expect((await read(other, { documentId, versionId: version.id })).status).toBe(404);
    expect((await name(other, documentId, 'x', version.id)).status).toBe(404);
    expect((await restore(other, documentId, version.id)).status).toBe(404);
    const seen = await workspace.app.get(VersionKeeper)['work'].asSystem(async (db) => {
      await db.query(`select set_config('mufakat.spaces', $1, true)`, [[other.shared, other.own].join(',')]);
      return db.query('select id from document_version');
    });
    expect(seen).toEqual([]);
  });
});

describe('versions and authors', () => {
  it('stay readable when the log was folded, what was deleted is gone, and old entries of the log with it', async () => {
    const { ana, budi, documentId } = await table();
    await write(ana, documentId, 'Milik Ana');
    await write(budi, documentId, 'Milik Ana', 'Milik Budi');
    const { body: version } = await name(ana, documentId, 'Lengkap');
    const screen = await new Writer(workspace.url, budi, documentId).open();
    await until(() => screen.state === 'saved');
    const fragment = screen.doc.getXmlFragment('default');
    for (let turn = 0; turn < 4; turn += 1) {
      const scraps = Array.from({ length: 200 }, (_, at) => {
        const scrap = new Y.XmlElement('paragraph');
        scrap.insert(0, [new Y.XmlText(`coretan ${turn} ${at} `.repeat(12))]);
        return scrap;
      });
      fragment.insert(fragment.length, scraps);
      await until(() => screen.state === 'saved');
      fragment.delete(fragment.length - scraps.length, scraps.length);
      await until(() => screen.state === 'saved');
    }
    screen.close();
    await write(ana, documentId, 'Milik Budi');
    await write(ana, documentId, 'Milik Budi', 'Baris terakhir Ana');
    await write(budi, documentId, 'Milik Budi', 'Baris terakhir Ana', 'Penutup');
    await untilFolded(documentId);
    await workspace.asOwner(`select set_config('mufakat.spaces', '*', false)`);
    await workspace.asOwner(
      `delete from document_update where document_id = $1
       and sequence <= (select sequence from document_snapshot where document_id = $1)`,
      [documentId],
    );

    const old = await read(ana, { documentId, versionId: version.id });
    expect(runsOf(old.body.content)).toEqual([
      { text: 'Milik Ana', author: ana.personId },
      { text: 'Milik Budi', author: budi.personId },
    ]);
    const now = await read(ana, { documentId, versionId: 'now', comparedWith: 'previous' });
    expect(marked(now.body.content, 'removed').join('')).toContain('Milik Ana');
    expect(runsOf((await read(ana, { documentId, versionId: 'now' })).body.content)).toEqual([
      { text: 'Milik Budi', author: budi.personId },
      { text: 'Baris terakhir Ana', author: ana.personId },
      { text: 'Penutup', author: budi.personId },
    ]);
    await restore(budi, documentId, version.id);
    expect(documentJson((await stateOf(ana, documentId)).state).content).toHaveLength(2);
  });
});

/** Waits until the room has kept a snapshot of nearly all of the log. */
async function untilFolded(documentId: DocumentId): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) {
    const [row] = await workspace.sql<{ sequence: string }>(
      'select sequence from document_snapshot where document_id = $1',
      [documentId],
    );
    if (Number(row?.sequence ?? 0) > 3) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error('no snapshot was kept');
}

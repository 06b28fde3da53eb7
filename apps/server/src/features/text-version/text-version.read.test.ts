import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { marked, runsOf, versionedTexts } from '../../../test/versioned-text.js';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

const minute = 60_000;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
// The limits on asking refill with time.
beforeEach(() => workspace.clock.advance(minute));

const { table, write, list, name, restore, read } = versionedTexts(() => workspace);

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
    const seen = await workspace.app.get(UnitOfWork).asSystem(async (db) => {
      await db.query(`select set_config('mufakat.spaces', $1, true)`, [[other.shared, other.own].join(',')]);
      return db.query('select id from document_version');
    });
    expect(seen).toEqual([]);
  });
});

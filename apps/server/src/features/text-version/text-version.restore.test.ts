import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { documentText } from '@mufakat/collab';
import type { DocumentId, TextRestoreId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import * as Y from 'yjs';
import { marked, runsOf, versionedTexts } from '../../../test/versioned-text.js';
import { until, Writer } from '../../../test/writer.js';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';

const minute = 60_000;

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
// The limits on asking refill with time.
beforeEach(() => workspace.clock.advance(minute));

const { table, write, says, list, name, restore, read } = versionedTexts(() => workspace);

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

  it('does not bring the words twice when two processes restore at once', async () => {
    const { ana, budi, documentId } = await table();
    const beside = await workspace.beside();
    await write(ana, documentId, 'Satu', 'Dua', 'Tiga');
    const { body: version } = await name(ana, documentId, 'Lengkap');
    await write(budi, documentId, 'Dua');
    const screen = await new Writer(workspace.url, ana, documentId).open();
    const shown = () => documentText(Y.encodeStateAsUpdate(screen.doc));
    await until(() => shown() === 'Dua');

    const answers = await Promise.all([
      restore(ana, documentId, version.id),
      beside.call(budi, 'restoreTextVersion', {
        ...{ documentId, versionId: version.id },
        id: newId() as TextRestoreId,
      }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await says(ana, documentId)).toBe('Satu\nDua\nTiga');
    expect(answers.filter(({ body }) => body.before !== null)).toHaveLength(1);
    await until(() => shown() === 'Satu\nDua\nTiga');
    screen.close();
    const names = (await workspace.journal(ana.shared)).map((entry) => entry.name);
    expect(names.filter((each) => each === 'text.restored')).toHaveLength(2);
  });

  it('changes nothing of the text when the journal cannot be written', async () => {
    const { ana, budi, documentId } = await table();
    await write(ana, documentId, 'Satu', 'Dua');
    const { body: version } = await name(ana, documentId, 'Lengkap');
    await write(budi, documentId, 'Dua');
    const before = await list(ana, documentId);
    await workspace.asOwner(
      `alter table journal add constraint no_restoring check (name <> 'text.restored') not valid`,
    );
    const { status } = await restore(budi, documentId, version.id);
    await workspace.asOwner('alter table journal drop constraint no_restoring');

    expect(status).toBe(500);
    expect(await says(ana, documentId)).toBe('Dua');
    expect(await list(ana, documentId)).toEqual(before);
    expect((await restore(budi, documentId, version.id)).status).toBe(200);
    expect(await says(ana, documentId)).toBe('Satu\nDua');
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
    expect(await says(ana, documentId)).toBe('Milik Ana\nMilik Budi');
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

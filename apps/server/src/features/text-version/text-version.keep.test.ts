import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TextVersionId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { runsOf, versionedTexts } from '../../../test/versioned-text.js';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';
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

const { table, write, list, name, read } = versionedTexts(() => workspace);
const look = () => workspace.app.get(VersionKeeper).look();

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

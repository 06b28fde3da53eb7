import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentId } from '@mufakat/domain';
import { versionedTexts } from '../../test/versioned-text.js';
import { openWorkspace, type Workspace } from '../../test/workspace.js';
import { until } from '../../test/writer.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { JournalRelay } from './journal/journal-relay.js';
import { DocumentTexts } from './rooms/document-texts.js';

let workspace: Workspace;
beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const { table, write } = versionedTexts(() => workspace);

/** Work of many small questions to the database, which takes longer than an end without it. */
async function longWork(): Promise<void> {
  const work = workspace.app.get(UnitOfWork);
  for (const end = Date.now() + 1500; Date.now() < end;) {
    await work.asSystem((db) => db.query('select 1'));
    await new Promise((next) => setTimeout(next));
  }
}

describe('the end of a server', () => {
  it('waits for those who look at a text that has changed, while there is a database', async () => {
    const ends: string[] = [];
    const { ana, documentId } = await table();
    let hasBegun = false;
    workspace.app.get(DocumentTexts).onChange(async (changed: DocumentId) => {
      hasBegun = true;
      await longWork().then(
        () => ends.push(changed),
        (problem: unknown) => ends.push(String(problem)),
      );
    });
    await write(ana, documentId, 'Baris terakhir');
    await until(() => hasBegun);
    await workspace.app.close();

    expect(ends).toEqual([documentId]);
  });

  it('tells what was committed before it, and begins to tell nothing more', async () => {
    const { ana } = await table();
    const relay = workspace.app.get(JournalRelay);
    const told: string[] = [];
    await workspace.settled();
    await relay.follow(ana.shared);
    relay.onEntry(({ name }) => told.push(name));
    const [entry] = await workspace.journal(ana.shared);
    const again = { spaceId: ana.shared, name: 'goal.created', data: entry?.data, by: ana.seatId };
    await workspace.app.get(UnitOfWork).asSystem(async (_db, record) => record(again));
    await workspace.app.close();
    relay.wake(ana.shared);
    await relay.settled();

    expect(told).toEqual(['goal.created']);
  });
});

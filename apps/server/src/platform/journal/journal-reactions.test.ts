import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { openWorkspace, type Workspace } from '../../../test/workspace.js';
import { Notices } from '../database/notices.js';
import { JournalReactions } from './journal-reactions.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

/** The reactions of another process on the same database, which only write down what they were given. */
function reactions(seen: number[], fails = false): JournalReactions {
  const made = new JournalReactions(workspace.app.get(DataSource), workspace.app.get(Notices));
  made.add(({ sequence }) => {
    if (fails) return Promise.reject(new Error('a bug'));
    seen.push(sequence);
    return Promise.resolve();
  });
  return made;
}

describe('reactions', () => {
  it('see each entry once, in order, when two processes wake for it at the same time', async () => {
    const { ana } = await workspace.threePeople();
    for (let n = 0; n < 12; n += 1)
      await workspace.call(ana, 'changePartnership', {
        partnershipId: ana.partnershipId,
        purpose: `Tujuan ${n}`,
        version: n + 1,
      });
    await workspace.settled();
    await workspace.sql('update space set told = 0 where id = $1', [ana.shared]);

    const seen: number[] = [];
    const processes = [reactions(seen), reactions(seen), reactions(seen)];
    const reached = await Promise.all(processes.map((process) => process.runFor(ana.shared)));

    expect(seen).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    expect(reached).toEqual([12, 12, 12]);
  });

  it('do not keep an entry from being told when one of them fails', async () => {
    const { ana } = await workspace.threePeople();
    const { partnershipId } = ana;
    await workspace.call(ana, 'changePartnership', { partnershipId, purpose: 'Ekspor', version: 1 });
    await workspace.settled();
    await workspace.sql('update space set told = 0 where id = $1', [ana.shared]);
    expect(await reactions([], true).runFor(ana.shared)).toBe(1);
  });
});

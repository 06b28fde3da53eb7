import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CallInput, MismatchId } from '@mufakat/domain';
import { ChainCheck } from '@mufakat/proof';
import { v7 as newId } from 'uuid';
import { agreeingIn, good } from '../../../test/agreeing.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

async function twoFirms() {
  const { ana, budi, stranger } = await workspace.threePeople();
  await agreeingIn(workspace).agreedGoal([ana, budi]);
  return { ana, budi, stranger };
}

const report = (as: Sitting, input: Partial<CallInput<'reportMismatch'>> = {}) =>
  workspace.call(as, 'reportMismatch', {
    ...{ partnershipId: as.partnershipId, spaceId: as.shared, id: newId() as MismatchId },
    ...{ sequence: 2, fault: 'seen', seen: '1'.repeat(64) },
    ...input,
  });

const alarms = async (as: Sitting) => {
  await workspace.settled();
  const { items } = good(await workspace.call(as, 'listNotifications', { partnershipId: as.partnershipId }));
  return items.filter(({ reason }) => reason === 'journal-mismatch').map(({ entry }) => entry.data);
};

describe('the chain over HTTP', () => {
  it('is whole when a device computes it page by page, up to the head it is told', async () => {
    const { budi } = await twoFirms();
    const chain = new ChainCheck(budi.shared);
    for (;;) {
      const where = { partnershipId: budi.partnershipId, spaceId: budi.shared, after: chain.head.sequence, limit: 7 };
      const { entries, head } = good(await workspace.call(budi, 'readChain', where));
      for (const entry of entries) chain.add(entry);
      if (chain.head.sequence < head.sequence) continue;
      chain.end(head);
      break;
    }
    expect(chain.faults).toEqual([]);
    expect(chain.head.sequence).toBeGreaterThan(7);
  });

  it("does not know another firm's private space", async () => {
    const { ana, budi } = await twoFirms();
    const { partnershipId } = budi;
    expect((await workspace.call(budi, 'readChain', { partnershipId, spaceId: ana.own, after: 0 })).status).toBe(404);
  });
});

describe('a mismatch', () => {
  it('is written down and told to every firm, with what the server itself finds', async () => {
    const { ana, budi } = await twoFirms();
    const found = good(await report(ana));
    expect(found).toMatchObject({ foundBy: ana.seatId, partnerId: ana.partnerId, isConfirmed: false });
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({ name: 'proof.mismatch-found', data: found });
    expect(await alarms(budi)).toEqual([found]);
  });

  it('is confirmed when a row of the journal was changed', async () => {
    const { ana, budi } = await twoFirms();
    await workspace.sql(`update journal_text set value = 'lain' where space_id = $1 and sequence = 2`, [ana.shared]);
    expect(good(await report(budi, { fault: 'text', seen: null }))).toMatchObject({ isConfirmed: true });
    expect(await alarms(ana)).toMatchObject([{ sequence: 2, fault: 'text', isConfirmed: true }]);
  });

  it('is said once by a firm, however many of its devices see it, and by another firm again', async () => {
    const { ana, budi } = await twoFirms();
    const first = good(await report(ana));
    expect(good(await report(ana))).toEqual(first);
    expect(good(await report(ana, { id: first.id }))).toEqual(first);
    expect((await report(budi, { id: first.id })).status).toBe(409);
    expect(good(await report(budi)).id).not.toBe(first.id);
    expect(await alarms(budi)).toEqual([first]);
  });

  it('cannot fill the journal', async () => {
    const { ana } = await twoFirms();
    for (let n = 0; n < 20; n += 1) good(await report(ana, { sequence: n }));
    expect((await report(ana, { sequence: 20 })).status).toBe(429);
  });

  it('is nobody else’s to report', async () => {
    const { ana, budi, stranger } = await twoFirms();
    expect((await report(stranger, { partnershipId: ana.partnershipId, spaceId: ana.shared })).status).toBe(404);
    expect((await report(budi, { spaceId: ana.own })).status).toBe(404);
  });
});

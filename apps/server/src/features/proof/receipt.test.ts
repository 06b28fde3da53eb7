import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileCheck, isSigned } from '@mufakat/proof';
import { agreeingIn, good } from '../../../test/agreeing.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { SeatService } from '../../platform/access/seat.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SigningKey } from '../../platform/journal/signing-key.js';
import { verifyProofs } from './verify-proofs.js';

let workspace: Workspace;
let table: ReturnType<typeof agreeingIn>;
beforeAll(async () => {
  workspace = await openWorkspace();
  table = agreeingIn(workspace);
});
afterAll(() => workspace.close());

const receiptsOf = async (as: Sitting) =>
  good(await workspace.call(as, 'listReceipts', { partnershipId: as.partnershipId }));
const downloaded = async ({ token, partnershipId, shared }: Sitting) => {
  const answer = await workspace.ask<string>(
    token,
    'GET',
    `/partnerships/${partnershipId}/spaces/${shared}/journal.jsonl`,
  );
  return answer;
};

describe('a sign-off', () => {
  it('gives every firm a receipt of its own, signed with the key that the chain names before', async () => {
    const { ana, budi } = await workspace.threePeople();
    const goal = good(await table.propose(ana, await table.completeDraft([ana, budi])));
    good(await table.sign(budi, goal));

    const [[ours], [theirs]] = [await receiptsOf(ana), await receiptsOf(budi)];
    const journal = await workspace.journal(ana.shared);
    const said = { name: 'goal.signed', goalId: goal.id, contentHash: goal.agreement.proposed?.hash };
    expect(ours?.statement).toMatchObject({ ...said, partnerId: ana.partnerId, sequence: journal.at(-1)?.sequence });
    expect(ours).toMatchObject({ signedFor: budi.partnerId, goalTitle: goal.title });
    expect(theirs?.statement).toMatchObject({ ...said, partnerId: budi.partnerId, hash: ours?.statement.hash });
    expect([ours, theirs].every((receipt) => receipt && isSigned(receipt))).toBe(true);
    expect(journal.at(-2)).toMatchObject({
      name: 'proof.key-used',
      by: null,
      data: { keyId: ours?.statement.keyId, publicKey: workspace.app.get(SigningKey).publicKey },
    });

    good(await table.sign(ana, goal));
    expect(await receiptsOf(ana)).toHaveLength(2);
    expect(await receiptsOf(budi)).toHaveLength(2);
    const names = (await workspace.journal(ana.shared)).map(({ name }) => name);
    expect(names.filter((name) => name === 'proof.key-used')).toHaveLength(1);
  });

  it('gives a receipt for an objection and for a word that was confirmed, and none for one that is refused', async () => {
    const { ana, budi } = await workspace.threePeople();
    const goal = good(await table.propose(ana, await table.completeDraft([ana, budi])));
    good(await table.sign(ana, goal, { verdict: 'object', note: 'Terlalu cepat', change: 'Mundur sebulan' }));
    expect((await table.sign(ana, goal)).status).toBe(409);
    expect((await table.sign(budi, goal, { hash: '0'.repeat(64) })).status).toBe(409);
    expect((await receiptsOf(budi)).map(({ statement }) => statement.name)).toEqual(['goal.objected']);
  });

  it('leaves a receipt that no query of another firm can see', async () => {
    const { ana, budi } = await workspace.threePeople();
    await table.agreedGoal([ana, budi]);
    const seen = await workspace.app
      .get(UnitOfWork)
      .read(await workspace.app.get(SeatService).take(ana.personId, ana.partnershipId), (tx) =>
        tx.db.query('select distinct partner_id from receipt'),
      );
    expect(seen).toEqual([{ partner_id: ana.partnerId }]);
  });
});

describe('the downloaded journal', () => {
  it('is in order for the offline verifier, line by line, and holds what the firm may read', async () => {
    const { ana, budi } = await workspace.threePeople();
    await table.agreedGoal([ana, budi]);
    const { status, body, headers } = await downloaded(budi);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    const check = new FileCheck(await receiptsOf(budi));
    for (const line of body.split('\n')) check.add(line);
    const last = (await workspace.journal(ana.shared)).at(-1);
    expect(check.end()).toMatchObject({
      ...{ entries: last?.sequence, revisions: 1, receipts: 2, faults: [], brokenLine: null },
      journal: { spaceId: ana.shared, head: { sequence: last?.sequence } },
    });
    expect(body).not.toContain(`"partnerId":"${ana.partnerId}","sequence"`);
  });

  it('of a private space is for its firm alone', async () => {
    const { ana, budi } = await workspace.threePeople();
    expect((await downloaded({ ...budi, shared: ana.own })).status).toBe(404);
    expect((await downloaded({ ...ana, shared: ana.own })).status).toBe(200);
  });
});

describe('the whole database', () => {
  it('is in order', async () => {
    const { faults } = await workspace.app.get(UnitOfWork).asSystem((db) => verifyProofs(db));
    expect(faults).toEqual([]);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  CallInput,
  CharterFields,
  DocumentId,
  OrganizationId,
  PartnershipId,
  PartnershipType,
  StageId,
} from '@mufakat/domain';
import { starters } from '@mufakat/domain/starters';
import { v7 as newId } from 'uuid';
import { startOf, type Start } from '../../../test/starting.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DocumentTexts } from '../../platform/rooms/document-texts.js';
import { emptyCharter } from './charter.view.js';

let workspace: Workspace;
let ana: Sitting;
let budi: Sitting;
let stranger: Sitting;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());
beforeEach(async () => {
  workspace.clock.advance(60_000);
  ({ ana, budi, stranger } = await workspace.threePeople());
});

const founding = (type: PartnershipType, start: Start | undefined = startOf(type)): CallInput<'createPartnership'> => ({
  id: newId() as PartnershipId,
  name: 'Mebel Muria',
  type,
  purpose: 'Tumbuh bersama',
  zone: 'Asia/Jakarta',
  organization: { id: newId() as OrganizationId, name: 'CV Jati Lestari', kind: 'sme', size: 'small', place: 'Jepara' },
  standing: 'full',
  start,
});

describe('founding a partnership', () => {
  it.each(['horizontal', 'vertical', 'strategic', 'cluster'] as const)(
    'brings the goals, duties and ways of a %s one, each in the journal',
    async (type) => {
      const input = founding(type);
      const { status, body } = await workspace.call(ana, 'createPartnership', input);
      expect(status).toBe(200);
      const at = { partnershipId: input.id };
      const { body: goals } = await workspace.call(ana, 'listGoals', at);
      expect(goals.map(({ title, state }) => [title, state])).toEqual(
        starters.id[type].goals.map(({ title }) => [title, 'draft']),
      );
      const [me] = body.partners;
      for (const [index, goal] of goals.entries()) {
        const wanted = input.start?.goals[index];
        expect(goal.targets).toMatchObject([{ label: wanted?.target.label, current: wanted?.target.baseline }]);
        expect(goal.obligations.map(({ partnerId, text }) => [partnerId, text])).toEqual(
          wanted?.duties.filter(({ isOurs }) => isOurs).map(({ text }) => [me?.id, text]),
        );
      }
      const { body: charter } = await workspace.call(ana, 'readCharter', at);
      expect(charter).toMatchObject({ ...starters.id[type].charter, version: 1 });
      const names = (await workspace.journal(body.spaces.shared)).map(({ name }) => name);
      const made = ['partnership.created', 'partner.joined', 'seat.taken', 'charter.written'];
      expect(names).toEqual([...made, ...goals.map(() => 'goal.created')]);
    },
  );

  it('writes down what has no partner yet, and says so in the draft', async () => {
    const input = founding('strategic');
    const { body } = await workspace.call(ana, 'createPartnership', input);
    const [goal] = input.start?.goals ?? [];
    const text = await workspace.app
      .get(UnitOfWork)
      .asSystem((db) => workspace.app.get(DocumentTexts).read(db, (goal?.documentId ?? newId()) as DocumentId));
    expect(JSON.stringify(text)).toContain('Belum ada mitra untuk yang berikut');
    expect(JSON.stringify(text)).toContain('Pihak yang lebih besar: Membayar paling lambat 30 hari');
    expect(body.partners).toHaveLength(1);
  });

  it('puts the founder on the stages it named, and keeps who read the warning about prices', async () => {
    const chain = founding('vertical');
    const { body: directory } = await workspace.call(ana, 'createPartnership', chain);
    const { body: vertical } = await workspace.call(ana, 'readCharter', { partnershipId: chain.id });
    expect(vertical.stages.map(({ partnerIds }) => partnerIds)).toEqual([[directory.partners[0]?.id], [], [], [], []]);
    expect(vertical.priceTalkRead).toBeNull();
    const peers = founding('horizontal');
    const { body } = await workspace.call(ana, 'createPartnership', peers);
    const { body: horizontal } = await workspace.call(ana, 'readCharter', { partnershipId: peers.id });
    expect(horizontal.priceTalkRead?.by).toBe(body.mySeatId);
  });

  it.each([
    ['charter.price-talk-unread', 'horizontal', (start: Start) => ({ ...start, hasReadPriceTalk: false })],
    ['charter.stages-missing', 'vertical', (start: Start) => ({ ...start, charter: { ...start.charter, stages: [] } })],
    [
      'charter.duties-missing',
      'strategic',
      (start: Start) => ({ ...start, charter: { ...start.charter, biggerDuties: [] } }),
    ],
    ['charter.place-missing', 'cluster', (start: Start) => ({ ...start, charter: { ...start.charter, place: ' ' } })],
  ] as const)('is refused as a whole with %s', async (code, type, without) => {
    const input = founding(type, without(startOf(type)));
    const answer = await workspace.call(ana, 'createPartnership', input);
    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect((await workspace.call(ana, 'readDirectory', { partnershipId: input.id })).status).toBe(404);
  });

  it('gives no duty to a firm that only serves the table', async () => {
    const answer = await workspace.call(ana, 'createPartnership', { ...founding('cluster'), standing: 'facilitator' });
    expect(answer.body).toMatchObject({ code: 'obligation.not-a-signer' });
  });

  it('is done once when it is sent twice at the same moment', async () => {
    const input = founding('strategic');
    const answers = await Promise.all([1, 2, 3].map(() => workspace.call(ana, 'createPartnership', input)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await workspace.call(ana, 'listGoals', { partnershipId: input.id })).body).toHaveLength(5);
  });

  it('is done once, and refused when it comes again with other drafts or another rule', async () => {
    const input = founding('cluster');
    const first = await workspace.call(ana, 'createPartnership', input);
    expect((await workspace.call(ana, 'createPartnership', input)).body).toEqual(first.body);
    const { start } = input;
    if (!start) throw new Error('it has a start');
    const others: (Start | undefined)[] = [
      undefined,
      { ...start, charter: { ...start.charter, quorumPercent: 80 } },
      { ...start, goals: start.goals.map((goal) => ({ ...goal, title: 'Lain' })) },
    ];
    for (const other of others) {
      const answer = await workspace.call(ana, 'createPartnership', { ...input, start: other });
      expect(answer.body).toMatchObject({ code: 'id.taken' });
    }
    expect((await workspace.call(ana, 'listGoals', { partnershipId: input.id })).body).toHaveLength(5);
  });
});

describe('how the partners work', () => {
  const place = { ...emptyCharter, place: 'Jepara' } satisfies CharterFields;
  const change = (by: Sitting, input: Partial<CallInput<'changeCharter'>> = {}) =>
    workspace.call(by, 'changeCharter', { ...place, partnershipId: ana.partnershipId, version: 1, ...input });

  it('is changed by an admin or the facilitator, and told to all', async () => {
    const forum = await workspace.person(
      await workspace.firm({ id: ana.partnershipId, shared: ana.shared }, 'facilitator'),
      'facilitator',
      false,
    );
    expect((await change(forum, { quorumPercent: 75 })).body).toMatchObject({ quorumPercent: 75, version: 2 });
    const roles = [{ name: 'Notulis', duty: 'Mencatat rapat.' }];
    expect((await change(budi, { roles, version: 2 })).body).toMatchObject({ roles, version: 3 });
    expect((await workspace.journal(ana.shared)).map(({ name, by }) => [name, by])).toEqual([
      ['charter.changed', forum.seatId],
      ['charter.changed', budi.seatId],
    ]);
  });

  it('is only read by members and observers, and does not exist for others', async () => {
    const member = await workspace.person(ana, 'member', false);
    const table = { id: ana.partnershipId, shared: ana.shared };
    const observer = await workspace.person(await workspace.firm(table, 'observer'), 'observer', false);
    for (const seat of [member, observer]) {
      expect((await workspace.call(seat, 'readCharter', { partnershipId: ana.partnershipId })).status).toBe(200);
      expect(await change(seat)).toMatchObject({ status: 403, body: { code: 'seat.role-needed' } });
    }
    expect((await workspace.call(stranger, 'readCharter', { partnershipId: ana.partnershipId })).status).toBe(404);
    expect((await change(stranger)).status).toBe(404);
  });

  it('refuses a stale change with what it says now, and what the type asks for', async () => {
    await change(ana, { quorumPercent: 80 });
    expect(await change(budi)).toMatchObject({
      status: 409,
      body: { code: 'version.stale', data: { current: { quorumPercent: 80, version: 2 } } },
    });
    expect((await change(ana, { place: '', version: 2 })).body).toMatchObject({ code: 'charter.place-missing' });
  });

  it('puts partners of this partnership on its stages, and nobody else', async () => {
    const stage = { id: newId() as StageId, name: 'Perakitan' };
    const ours = await change(ana, { stages: [{ ...stage, partnerIds: [ana.partnerId, budi.partnerId] }] });
    expect(ours.body.stages).toEqual([{ ...stage, partnerIds: [ana.partnerId, budi.partnerId] }]);
    const theirs = await change(ana, { stages: [{ ...stage, partnerIds: [stranger.partnerId] }], version: 2 });
    expect(theirs).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

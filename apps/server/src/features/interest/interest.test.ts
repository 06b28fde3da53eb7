import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CallInput, DocumentId, GoalId, InterestRound, InterestRoundId } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import { good } from '../../../test/agreeing.js';
import { openWorkspace, type Sitting, type Workspace } from '../../../test/workspace.js';
import { commitmentTo } from './commitment.js';

let workspace: Workspace;
let ana: Sitting;
let budi: Sitting;
let ratna: Sitting;
let goalIds: GoalId[];
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

/** Two firms who answer, and a facilitator of neither. */
beforeEach(async () => {
  const partnership = await workspace.partnership();
  const [first, second] = [await workspace.firm(partnership), await workspace.firm(partnership)];
  const host = await workspace.firm(partnership, 'observer');
  [ana, budi] = [await workspace.person(first), await workspace.person(second)];
  ratna = await workspace.person(host, 'facilitator');
  goalIds = [await writeGoal('Kontainer', 'a0'), await writeGoal('Kayu jati', 'b0')];
});

async function writeGoal(title: string, rank: string): Promise<GoalId> {
  const ids = { id: newId() as GoalId, documentId: newId() as DocumentId };
  const goal = { ...ids, title, rank, benefit: null, startsOn: null, endsOn: null, locale: 'id' as const };
  good(await workspace.call(ana, 'createGoal', { partnershipId: ana.partnershipId, ...goal }));
  return ids.id;
}

const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;
const ask = (as: Sitting, id = newId() as InterestRoundId) =>
  workspace.call(as, 'askInterests', { partnershipId: as.partnershipId, id, goalIds });
const answer = (as: Sitting, { id: roundId }: InterestRound, importances: number[], note = '') =>
  workspace.call(as, 'answerInterests', {
    ...{ partnershipId: as.partnershipId, roundId, note },
    ratings: importances.map((importance, at) => ({
      goalId: goalIds[at] as GoalId,
      importance,
      benefit: 4,
      effort: 2,
    })),
  });
const list = async (as: Sitting) =>
  good(await workspace.call(as, 'listInterestRounds', { partnershipId: as.partnershipId }));
const own = (as: Sitting, { id: roundId }: InterestRound) =>
  workspace.call(as, 'readOwnInterest', { partnershipId: as.partnershipId, roundId });
const opened = async (as: Sitting): Promise<InterestRound> => {
  await workspace.settled();
  return (await list(as))[0] as InterestRound;
};

describe('asking partners what matters to them', () => {
  it('asks the full partners of now, about goals of the board, and one thing at a time', async () => {
    const id = newId() as InterestRoundId;
    const round = good(await ask(ratna, id));
    expect(round).toMatchObject({
      ...{ number: 1, state: 'asking', asked: [ana.partnerId, budi.partnerId], sealed: [], answers: [] },
      goals: [{ title: 'Kontainer' }, { title: 'Kayu jati' }],
    });
    expect((await ask(ratna, id)).body).toEqual(round);
    expect(codeOf(await ask(ana))).toBe('interest.asking');
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({ name: 'interest.asked', data: round });
    goalIds = [newId() as GoalId];
    expect(codeOf(await ask(ratna, id))).toBe('id.taken');
  });

  it('knows no goal that is archived or of somebody else', async () => {
    goalIds = [newId() as GoalId];
    expect(codeOf(await ask(ratna))).toBe('not-found');
  });
});

describe('a sealed answer', () => {
  it('is read by the own firm alone, while the others see that it was given', async () => {
    const round = good(await ask(ratna));
    const sealed = good(await answer(ana, round, [5, 1], 'Jangan sampai rugi'));
    expect(sealed).toMatchObject({ state: 'asking', answers: [], sealed: [{ partnerId: ana.partnerId }] });
    expect(good(await own(ana, round))).toMatchObject({ ratings: [{ importance: 5 }, { importance: 1 }] });
    for (const other of [budi, ratna]) {
      expect(codeOf(await own(other, round))).toBe('not-found');
      expect(await list(other)).toEqual([sealed]);
    }
    const told = JSON.stringify(await workspace.journal(ana.shared));
    expect(told).not.toContain('importance');
    expect(told).not.toContain('rugi');
    expect(await workspace.journal(ana.own)).toMatchObject([{ name: 'interest.rated' }]);
  });

  it('can be given otherwise until the round is opened, and then no more', async () => {
    const round = good(await ask(ratna));
    const first = good(await answer(ana, round, [5, 1]));
    const second = good(await answer(ana, round, [2, 2]));
    expect(second.sealed).toHaveLength(1);
    expect(second.sealed[0]?.commitment).not.toBe(first.sealed[0]?.commitment);
    good(await answer(budi, round, [0, 3]));
    expect((await opened(ana)).answers[0]?.ratings[0]?.importance).toBe(2);
    expect(codeOf(await answer(ana, round, [5, 5]))).toBe('interest.over');
  });

  it('rates every goal once, and comes from an admin or a signatory of a firm that is asked', async () => {
    const round = good(await ask(ratna));
    expect(codeOf(await answer(ana, round, [5]))).toBe('interest.incomplete');
    expect(codeOf(await answer(ratna, round, [5, 1]))).toBe('interest.not-asked');
    const staff = await workspace.person(ana, 'member', false);
    expect(codeOf(await answer(staff, round, [5, 1]))).toBe('seat.role-needed');
  });
});

describe('opening', () => {
  it('comes with the last answer, values and salts in one entry, which prove what was sealed', async () => {
    const round = good(await ask(ratna));
    const { sealed: before } = good(await answer(ana, round, [5, 1], 'Hanya untuk kami'));
    good(await answer(budi, round, [0, 3]));
    const map = await opened(ratna);
    expect(map).toMatchObject({
      ...{ state: 'opened', reason: '', closedBy: null, openedAt: '2026-11-24T02:00:00.000Z' },
      answers: [{ partnerId: ana.partnerId }, { partnerId: budi.partnerId }],
    });
    const [said] = map.answers;
    expect(said && commitmentTo(round.id, said)).toBe(before[0]?.commitment);
    expect(JSON.stringify(map)).not.toContain('Hanya untuk kami');
    expect((await workspace.journal(ana.shared)).at(-1)).toMatchObject({
      name: 'interest.opened',
      by: null,
      data: map,
    });
    good(await ask(ratna));
  });

  it('is for the facilitator alone before all have answered, with a reason, and names who is missing', async () => {
    const round = good(await ask(ratna));
    const { version } = good(await answer(ana, round, [5, 1]));
    const close = (as: Sitting, input: Partial<CallInput<'closeInterests'>> = {}) =>
      workspace.call(as, 'closeInterests', {
        ...{ partnershipId: as.partnershipId, roundId: round.id, reason: 'Rapat sore ini', version, ...input },
      });
    expect(codeOf(await close(ana))).toBe('seat.role-needed');
    expect(codeOf(await close(ratna, { version: 1 }))).toBe('version.stale');
    expect(codeOf(await close(ratna, { reason: ' ' }))).toBe('input.invalid');
    good(await close(ratna));
    expect(await opened(budi)).toMatchObject({
      ...{ state: 'opened', reason: 'Rapat sore ini', closedBy: ratna.seatId },
      answers: [{ partnerId: ana.partnerId }],
    });
    expect(codeOf(await answer(budi, round, [1, 1]))).toBe('interest.over');
  });
});

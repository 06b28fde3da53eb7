import { describe, expect, it } from '@jest/globals';
import type { GoalId, PartnerId } from '../kernel/id.js';
import {
  answerInterestsRefusal,
  askInterestsRefusal,
  closeInterestsRefusal,
  interestMap,
  missingIn,
  ratingsRefusal,
} from './interest.rules.js';

const [wood, brand] = ['wood', 'brand'] as GoalId[] as [GoalId, GoalId];
const goals = [wood, brand].map((goalId) => ({ goalId, title: goalId }));
/** What a firm says: the importance of wood and of the brand. */
const answer = (partnerId: string, ...importances: [number, number]) => ({
  partnerId: partnerId as PartnerId,
  salt: '00',
  ratings: [wood, brand].map((goalId, at) => ({ goalId, importance: importances[at] ?? 0, benefit: 3, effort: 2 })),
});
const seat = { role: 'partner-admin', partnerId: 'jati' as PartnerId, isSignatory: false } as const;
const round = { state: 'asking', asked: ['jati', 'ukir'] as PartnerId[] } as const;

describe('who asks and who answers', () => {
  it('lets admins and the facilitator ask, and the facilitator alone close early', () => {
    expect(askInterestsRefusal(seat)).toBeNull();
    expect(askInterestsRefusal({ role: 'facilitator' })).toBeNull();
    expect(askInterestsRefusal({ role: 'member' })).toBe('seat.role-needed');
    expect(askInterestsRefusal({ role: 'observer' })).toBe('seat.read-only');
    expect(closeInterestsRefusal({ role: 'facilitator' }, round)).toBeNull();
    expect(closeInterestsRefusal(seat, round)).toBe('seat.role-needed');
    expect(closeInterestsRefusal({ role: 'facilitator' }, { state: 'opened' })).toBe('interest.over');
  });

  it('lets an admin or a signatory answer for a firm that is asked, while it is asked', () => {
    expect(answerInterestsRefusal(seat, round)).toBeNull();
    expect(answerInterestsRefusal({ ...seat, role: 'member' }, round)).toBe('seat.role-needed');
    expect(answerInterestsRefusal({ ...seat, role: 'member', isSignatory: true }, round)).toBeNull();
    expect(answerInterestsRefusal({ ...seat, role: 'observer' }, round)).toBe('seat.read-only');
    expect(answerInterestsRefusal({ ...seat, partnerId: 'dinas' as PartnerId }, round)).toBe('interest.not-asked');
    expect(answerInterestsRefusal(seat, { ...round, state: 'closed' })).toBe('interest.over');
  });

  it('wants each goal rated once, and names who is missing', () => {
    const { ratings } = answer('jati', 1, 2);
    expect(ratingsRefusal({ goals }, ratings)).toBeNull();
    expect(ratingsRefusal({ goals }, ratings.slice(1))).toBe('interest.incomplete');
    expect(ratingsRefusal({ goals }, [ratings[0], ratings[0]] as typeof ratings)).toBe('interest.incomplete');
    const sealed = [{ partnerId: 'ukir' as PartnerId, commitment: '', at: '' }];
    expect(missingIn({ asked: round.asked, sealed })).toEqual(['jati']);
  });
});

describe('the map of interests', () => {
  it('is not drawn of one answer', () => {
    expect(interestMap({ goals, answers: [answer('jati', 5, 1)] })).toBeNull();
  });

  it('puts first what matters much and is disputed, and computes alignment by the deviation of importance', () => {
    const map = interestMap({ goals, answers: [answer('jati', 5, 4), answer('ukir', 0, 4)] });
    expect(map?.goals).toMatchObject([
      { goalId: wood, importance: 2.5, alignment: 0, benefit: 3, effort: 2 },
      { goalId: brand, importance: 4, alignment: 1 },
    ]);
    expect(map?.alignment).toBeCloseTo(4 / 6.5);
  });

  it('says how far the firms put the goals in one order', () => {
    const concordance = (...answers: ReturnType<typeof answer>[]) => interestMap({ goals, answers })?.concordance;
    expect(concordance(answer('a', 1, 2), answer('b', 3, 5), answer('c', 0, 4))).toBe(1);
    expect(concordance(answer('a', 1, 2), answer('b', 5, 3))).toBe(0);
    expect(concordance(answer('a', 2, 2), answer('b', 5, 5))).toBeNull();
  });

  it('corrects the order for ties, as in the textbook example of three judges', () => {
    const things = ['a', 'b', 'c', 'd'].map((goalId) => ({ goalId: goalId as GoalId, title: goalId }));
    const judge = (partnerId: string, scores: number[]) => ({
      ...{ partnerId: partnerId as PartnerId, salt: '00' },
      ratings: things.map(({ goalId }, at) => ({ goalId, importance: scores[at] ?? 0, benefit: 0, effort: 0 })),
    });
    const answers = [judge('x', [1, 2, 2, 4]), judge('y', [1, 2, 3, 3]), judge('z', [2, 1, 3, 5])];
    // Ranks 1 2.5 2.5 4 · 1 2 3.5 3.5 · 2 1 3 4: sums 4, 5.5, 9, 11.5; S = 34.5; ties 6 + 6 + 0.
    expect(interestMap({ goals: things, answers })?.concordance).toBeCloseTo((12 * 34.5) / (9 * 60 - 3 * 12));
  });

  it('has no alignment where nothing matters to anybody', () => {
    expect(interestMap({ goals, answers: [answer('a', 0, 0), answer('b', 0, 0)] })?.alignment).toBeNull();
  });
});

import { describe, expect, it } from '@jest/globals';
import { randomUUID as newId } from 'node:crypto';
import { starters, type Starter } from '../starters.js';
import { changeCharterRefusal, charterRefusal, startRefusal } from './charter.rules.js';
import { inNamingOrder } from './partner-order.rules.js';
import { PartnershipStart } from './charter.schema.js';
import { PartnershipType } from './partnership.schema.js';

const types = PartnershipType.options;
const languages = ['id', 'en'] as const;
const each = types.flatMap((type) => languages.map((language) => [type, language] as const));

/** The starter as a founder sends it who changes nothing. */
const startOf = ({ charter, stages, goals }: Starter, place = 'Jepara') => ({
  locale: 'id' as const,
  hasReadPriceTalk: true,
  charter: { ...charter, place, facilities: [], stages: stages.map((name) => ({ id: newId(), name, isOurs: false })) },
  goals: goals.map(({ target, duties, ...goal }) => ({
    ...goal,
    ...{ id: newId(), documentId: newId(), target: { ...target, id: newId() } },
    duties: duties.map(({ forAll, forBigger: _, ...duty }) => ({ ...duty, id: newId(), isOurs: forAll === true })),
  })),
});
const start = (type: PartnershipType) => PartnershipStart.parse(startOf(starters.id[type]));

describe('what a partnership begins with', () => {
  it.each(each)(
    'is complete for a %s one (%s): five goals, three agendas, roles, indicators, cautions',
    (type, language) => {
      const starter = starters[language][type];
      const { charter, goals } = PartnershipStart.parse(startOf(starter));
      expect([goals.length, charter.agendas.length]).toEqual([5, 3]);
      expect(charter.agendas.map(({ occasion }) => occasion)).toEqual(['founding', 'regular', 'review']);
      for (const list of [charter.roles, charter.indicators, charter.cautions]) expect(list.length).toBeGreaterThan(1);
      expect(goals.every(({ duties }) => duties.length > 0)).toBe(true);
      expect(new Set(goals.map(({ benefit }) => benefit)).size).toBeGreaterThan(2);
    },
  );

  it.each(types)('says the same of a %s one in both languages', (type) => {
    const shapeOf = ({ charter, stages, goals }: Starter) => ({
      ...{ rule: charter.decisionRule, quorum: charter.quorumPercent, stages: stages.length },
      agendas: charter.agendas.map(({ points }) => points.map(({ kind, minutes }) => [kind, minutes])),
      indicators: charter.indicators.map(({ direction, isPrivate }) => [direction, isPrivate]),
      lists: [charter.roles, charter.cautions, charter.biggerDuties, charter.exceptions].map(({ length }) => length),
      goals: goals.map(({ benefit, target, duties }) => [
        ...[benefit, target.direction, target.baseline, target.target],
        duties.map(({ every, forAll }) => [every, forAll]),
      ]),
    });
    expect(shapeOf(starters.en[type])).toEqual(shapeOf(starters.id[type]));
  });

  it.each(languages)('names the duties of the bigger party before those of small firms (%s)', (language) => {
    for (const { duties } of starters[language].strategic.goals) {
      const firstOfAll = duties.findIndex(({ forAll }) => forAll);
      expect(firstOfAll).toBeGreaterThan(0);
      expect(duties.slice(firstOfAll).every(({ forAll }) => forAll)).toBe(true);
    }
    expect(starters[language].strategic.charter.exceptions.map(({ rule }) => rule)).toEqual(['unanimous', 'unanimous']);
  });
});

describe('beginning a partnership', () => {
  const full = (type: PartnershipType) => ({ type, standing: 'full' as const });

  it.each(types)('works for a %s one as its starter stands', (type) => {
    expect(startRefusal(full(type), start(type))).toBeNull();
  });

  it('of one industry needs the warning about prices to be read', () => {
    const unread = { ...start('horizontal'), hasReadPriceTalk: false };
    expect(startRefusal(full('horizontal'), unread)).toBe('charter.price-talk-unread');
    expect(startRefusal(full('cluster'), { ...start('cluster'), hasReadPriceTalk: false })).toBeNull();
  });

  it('asks each type for what it is made of', () => {
    const nothing = { stages: [], biggerDuties: [], place: '' };
    expect(charterRefusal('vertical', { ...nothing, stages: ['Bahan'] })).toBe('charter.stages-missing');
    expect(charterRefusal('strategic', nothing)).toBe('charter.duties-missing');
    expect(charterRefusal('cluster', nothing)).toBe('charter.place-missing');
    expect(charterRefusal('horizontal', nothing)).toBeNull();
  });

  it('gives no duty to a firm that only serves the table', () => {
    const serving = { type: 'cluster', standing: 'facilitator' } as const;
    expect(startRefusal(serving, start('cluster'))).toBe('obligation.not-a-signer');
    expect(startRefusal(serving, { ...start('cluster'), goals: [] })).toBeNull();
  });
});

describe('how the partners work', () => {
  it('is written by the facilitator and admins', () => {
    const roles = ['facilitator', 'partner-admin', 'member', 'observer'] as const;
    const needed = 'seat.role-needed';
    expect(roles.map((role) => changeCharterRefusal({ role }))).toEqual([null, null, needed, needed]);
  });

  it('names the bigger parties of a strategic partnership first, and nobody first elsewhere', () => {
    const partners = (['sme', 'campus', 'association', 'large-company'] as const).map((kind) => ({
      organization: { kind },
    }));
    const kinds = (type: PartnershipType) => inNamingOrder(type, partners).map(({ organization }) => organization.kind);
    expect(kinds('strategic')).toEqual(['campus', 'large-company', 'sme', 'association']);
    expect(kinds('cluster')).toEqual(['sme', 'campus', 'association', 'large-company']);
  });
});

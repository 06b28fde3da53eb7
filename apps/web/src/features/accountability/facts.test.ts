import { describe, expect, it } from '@jest/globals';
import type { Dashboard } from '@mufakat/domain';
import { factsOf, lateFacts, unownedFacts } from './facts';

const fact = (title: string, fields: object = {}) => ({
  ...{ title, partnerId: 'kayu', dueOn: '2026-11-20', completedOn: null, state: 'open' },
  ...{ isOnTime: null, lacksPerson: false, lacksDueDay: false },
  ...fields,
});

const late = fact('terlambat', { isOnTime: false });
const dashboard = {
  onTime: {
    facts: [
      late,
      fact('ditepati', { isOnTime: true, state: 'done' }),
      fact('terlambat tapi selesai', { isOnTime: false, state: 'done', partnerId: 'rotan', dueOn: '2026-11-09' }),
      fact('belum dihitung'),
    ],
  },
  unowned: {
    facts: [
      late,
      fact('tanpa orang', { lacksPerson: true }),
      fact('tanpa tenggat', { dueOn: null, lacksDueDay: true }),
    ],
  },
} as unknown as Dashboard;
const titles = (facts: { title: string }[]) => facts.map(({ title }) => title);

describe('the tasks behind a number', () => {
  it('are as many as the number counts', () => {
    expect(titles(factsOf(dashboard, { kind: 'onTime' }))).toEqual(['terlambat', 'ditepati', 'terlambat tapi selesai']);
    expect(titles(lateFacts(dashboard))).toEqual(['terlambat']);
    expect(titles(factsOf(dashboard, { kind: 'partner', partnerId: 'rotan' }))).toEqual(['terlambat tapi selesai']);
    expect(titles(factsOf(dashboard, { kind: 'week', week: '2026-11-16' }))).toEqual(['terlambat', 'ditepati']);
  });

  it('are only those without a person or a day for unowned work, though all open work is weighed', () => {
    expect(titles(factsOf(dashboard, { kind: 'unowned' }))).toEqual(['tanpa orang', 'tanpa tenggat']);
    expect(titles(unownedFacts(dashboard))).toEqual(['tanpa orang', 'tanpa tenggat']);
  });
});

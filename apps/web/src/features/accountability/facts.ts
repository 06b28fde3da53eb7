import type { Dashboard } from '@mufakat/domain';

type Fact = Dashboard['onTime']['facts'][number];

/** Which number is opened, as the address names it: "tepat", "terlambat", "bertuan", "mitra-…", "minggu-…". */
export type Figure =
  { kind: 'onTime' | 'late' | 'unowned' } | { kind: 'partner'; partnerId: string } | { kind: 'week'; week: string };

const words = { tepat: 'onTime', terlambat: 'late', bertuan: 'unowned' } as const;

/** The figure an address word speaks of; null for none. */
export function figureOf(word: string | null): Figure | null {
  if (!word) return null;
  if (word in words) return { kind: words[word as keyof typeof words] };
  if (word.startsWith('mitra-')) return { kind: 'partner', partnerId: word.slice('mitra-'.length) };
  return word.startsWith('minggu-') ? { kind: 'week', week: word.slice('minggu-'.length) } : null;
}

export const partnerWord = (partnerId: string) => `mitra-${partnerId}`;
export const weekWord = (week: string) => `minggu-${week}`;

const isLateNow = ({ isOnTime, state }: Fact) => isOnTime === false && state !== 'done';

/** What is late and not done yet, longest first. */
export const lateFacts = ({ onTime }: Dashboard): Fact[] =>
  onTime.facts.filter(isLateNow).toSorted((a, b) => (a.dueOn ?? '').localeCompare(b.dueOn ?? ''));

/** Open work without a person or without a day. */
export const unownedFacts = ({ unowned }: Pick<Dashboard, 'unowned'>): Fact[] =>
  unowned.facts.filter(({ lacksPerson, lacksDueDay }) => lacksPerson || lacksDueDay);

/** The tasks behind a number: as many as the number says. */
export function factsOf(dashboard: Dashboard, figure: Figure): Fact[] {
  const counted = dashboard.onTime.facts.filter(({ isOnTime }) => isOnTime !== null);
  switch (figure.kind) {
    case 'onTime':
      return counted;
    case 'late':
      return lateFacts(dashboard);
    case 'unowned':
      return unownedFacts(dashboard);
    case 'partner':
      return counted.filter(({ partnerId }) => partnerId === figure.partnerId);
    case 'week':
      return counted.filter(({ dueOn }) => dueOn !== null && mondayOf(dueOn) === figure.week);
  }
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

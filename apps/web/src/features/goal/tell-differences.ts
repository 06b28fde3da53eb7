import type { Difference, GoalContent } from '@mufakat/domain';
import { day } from '@/lib/dates';
import { number } from '@/lib/numbers';
import type { PartnershipView } from '@/lib/partnership';
import type { Words } from '@/words/id';
import type { Language } from '@/words/language';
import { withUnit } from './measure';

type Telling = { words: Words; language: Language; partnership: PartnershipView };
type Target = GoalContent['targets'][number];
type Obligation = GoalContent['obligations'][number];

/** Each difference as one sentence a person can say aloud. */
export function tellDifference(difference: Difference, telling: Telling): string {
  const said = telling.words.signing.difference;
  switch (difference.kind) {
    case 'fact':
      return tellFact(difference, telling);
    case 'target-added':
      return said.targetAdded(difference.target.label, aimOf(difference.target, telling));
    case 'target-removed':
      return said.targetRemoved(difference.target.label);
    case 'target-changed':
      return tellTarget(difference.before, difference.after, telling);
    case 'obligation-added':
      return tellObligation(difference.obligation, telling);
    case 'obligation-removed':
      return said.obligationRemoved(firmOf(difference.obligation, telling), dutyOf(difference.obligation, telling));
    case 'obligation-changed':
      return said.obligationChanged(
        firmOf(difference.after, telling),
        dutyOf(difference.before, telling),
        dutyOf(difference.after, telling),
      );
    case 'text':
      return said.textChanged;
  }
}

function tellFact({ fact, before, after }: Extract<Difference, { kind: 'fact' }>, telling: Telling): string {
  const { words, language, partnership } = telling;
  const say = (value: string | null): string => {
    if (value === null) return words.signing.difference.none;
    if (fact === 'benefit') return words.goal.benefits[value as keyof Words['goal']['benefits']].name;
    if (fact === 'startsOn' || fact === 'endsOn') return day(value, language);
    if (fact === 'title') return value;
    const firm = partnership.partnerOf(value)?.organization.name;
    return [partnership.member(value)?.name, firm].filter(Boolean).join(', ');
  };
  return words.signing.difference.facts[fact](say(before), say(after));
}

function tellTarget(before: Target, after: Target, telling: Telling): string {
  const said = telling.words.signing.difference;
  const isOnlyAim = JSON.stringify({ ...before, target: '' }) === JSON.stringify({ ...after, target: '' });
  if (!isOnlyAim) return said.targetChanged(after.label);
  const rises = Number(after.target) > Number(before.target);
  return (rises ? said.targetRaised : said.targetLowered)(
    after.label,
    number(before.target, telling.language, 4),
    withUnit(after.target, after.unit, telling.language),
  );
}

function tellObligation(obligation: Obligation, telling: Telling): string {
  const said = telling.words.signing.difference;
  const firm = firmOf(obligation, telling);
  if (obligation.kind === 'none') return said.obligationNone(firm, obligation.text);
  return said.obligationAdded(firm, dutyOf(obligation, telling));
}

/** Where a target shall be: "6 kontainer", or its band. */
export function aimOf(
  { direction, lowerBound, target, unit }: Target,
  { language }: Pick<Telling, 'language'>,
): string {
  const aim = withUnit(target, unit, language);
  return direction === 'keep' && lowerBound !== null ? `${number(lowerBound, language, 4)}–${aim}` : aim;
}

/** What a firm takes on, with when: "Mengirim 300 kursi, tiap bulan". */
export function dutyOf(
  { kind, text, every, dueOn }: Pick<Obligation, 'kind' | 'text' | 'every' | 'dueOn'>,
  { words, language }: Pick<Telling, 'words' | 'language'>,
): string {
  const said = words.signing.obligations;
  if (kind === 'none') return said.noneBecause(text);
  return [text, every && said.recurrences[every], dueOn && said.until(day(dueOn, language))].filter(Boolean).join(', ');
}

const firmOf = ({ partnerId }: Pick<Obligation, 'partnerId'>, { partnership }: Telling): string =>
  partnership.partner(partnerId)?.organization.name ?? '';

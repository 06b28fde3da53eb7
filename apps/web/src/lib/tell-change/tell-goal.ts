import type { Goal, Target } from '@mufakat/domain';
import { number } from '@/lib/numbers';
import { difference, orNone, type Told } from './difference';
import type { Saying, Teller } from './tell-change';

/** Goals and their targets. */
export const tellGoal: Teller<'goal'> = {
  'goal.created': ({ title }, _, { words }) => ({ did: words.goal.created(title) }),
  'goal.changed': (goal, before, saying) => ({
    did: saying.words.goal.changed(goal.title),
    details: difference(before && fieldsOf(before, saying), fieldsOf(goal, saying), saying),
  }),
  'goal.moved': (goal, before, saying) => ({
    did: saying.words.goal.moved(goal.title),
    details: difference(before && [stateOf(before, saying)], [stateOf(goal, saying)], saying),
  }),
  'goal.archived': ({ title }, _, { words }) => ({ did: words.goal.archived(title) }),
  'goal.restored': ({ title }, _, { words }) => ({ did: words.goal.restored(title) }),
  'goal.target-added': (goal, before, saying) => {
    const target = missingIn(before, goal);
    return {
      did: saying.words.goal.targetAdded(target?.label ?? saying.words.goal.aTarget, goal.title),
      details: target ? difference([], numbersOf(target, saying).slice(1, 5), saying) : [],
    };
  },
  'goal.target-changed': (goal, before, saying) => {
    const [was, now] = changedTarget(before, goal);
    return {
      did: saying.words.goal.targetChanged(now?.label ?? saying.words.goal.aTarget, goal.title),
      details: was && now ? difference(numbersOf(was, saying), numbersOf(now, saying), saying) : [],
    };
  },
  'goal.target-removed': (goal, before, { words }) => ({
    did: words.goal.targetRemoved((before && missingIn(goal, before)?.label) ?? words.goal.aTarget, goal.title),
  }),
  'goal.target-reported': (goal, before, saying) => {
    const [was, now] = changedTarget(before, goal);
    if (!was || !now) return { did: saying.words.goal.targetReported(saying.words.goal.aTarget, goal.title) };
    const [old, value] = [was, now].map(({ current }) => withUnit(current, now.unit, saying));
    return {
      did: saying.words.goal.targetReported(now.label, goal.title),
      details: [saying.words.from(saying.words.fields.current, old ?? '', value ?? '')],
    };
  },
};

function fieldsOf(goal: Goal, { words, names }: Saying): Told[] {
  return [
    [words.fields.title, goal.title],
    [words.fields.benefit, goal.benefit && words.benefits[goal.benefit]],
    [words.fields.champion, names.seat(goal.championId)],
    [words.fields.reviewer, names.seat(goal.reviewerId)],
    [words.fields.startsOn, goal.startsOn && names.day(goal.startsOn)],
    [words.fields.endsOn, goal.endsOn && names.day(goal.endsOn)],
  ];
}

const stateOf = (goal: Goal, { words }: Saying): Told => [words.fields.state, words.goalStates[goal.state]];

function numbersOf(target: Target, saying: Saying): Told[] {
  const { words, names } = saying;
  const said = (value: string | null) => value && withUnit(value, target.unit, saying);
  return [
    [words.fields.label, target.label],
    [words.fields.direction, words.directions[target.direction]],
    [words.fields.baseline, said(target.baseline)],
    [words.fields.lowerBound, said(target.lowerBound)],
    [words.fields.target, said(target.target)],
    [words.fields.unit, orNone(target.unit)],
    [words.fields.weight, String(target.weight)],
    [words.fields.dueOn, target.dueOn && names.day(target.dueOn)],
  ];
}

function withUnit(value: string, unit: string, { names }: Saying): string {
  const written = number(value, names.language, 4);
  return unit === '%' ? `${written}%` : `${written} ${unit}`.trim();
}

/** The target one copy holds and the other does not. */
function missingIn(one: Goal | null, other: Goal): Target | undefined {
  const known = new Set(one?.targets.map(({ id }) => id));
  return other.targets.find(({ id }) => !known.has(id));
}

/** The target which differs, before and after. */
function changedTarget(before: Goal | null, now: Goal): [Target, Target] | [undefined, undefined] {
  for (const target of now.targets) {
    const was = before?.targets.find(({ id }) => id === target.id);
    if (was && JSON.stringify(was) !== JSON.stringify(target)) return [was, target];
  }
  return [undefined, undefined];
}

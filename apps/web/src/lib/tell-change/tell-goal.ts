import type { Goal, Obligation, Revision, SignOff, Target } from '@mufakat/domain';
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
  'goal.obligation-added': (goal, before, saying) => {
    const added = missing(before?.obligations, goal.obligations);
    return { did: saying.words.goal.obligationAdded(firmOf(added, saying), goal.title), details: textOf(added) };
  },
  'goal.obligation-changed': (goal, before, saying) => {
    const changed = goal.obligations.find((now) => {
      const was = before?.obligations.find(({ id }) => id === now.id);
      return was && JSON.stringify(was) !== JSON.stringify(now);
    });
    return { did: saying.words.goal.obligationChanged(firmOf(changed, saying), goal.title), details: textOf(changed) };
  },
  'goal.obligation-removed': (goal, before, saying) => {
    const removed = missing(goal.obligations, before?.obligations ?? []);
    return { did: saying.words.goal.obligationRemoved(firmOf(removed, saying), goal.title), details: textOf(removed) };
  },
  'goal.draft-differs': ({ title, agreement }, _, { words }) => ({
    did: agreement.isChanged || agreement.isAhead ? words.goal.differs(title) : words.goal.same(title),
  }),
  'goal.proposed': ({ title, agreement }, _, { words }) => ({
    did: words.goal.proposed(title, versionOf(agreement.proposed)),
    details: agreement.proposed?.summary ? [agreement.proposed.summary] : [],
  }),
  'goal.proposal-withdrawn': ({ title }, _, { words }) => ({ did: words.goal.proposalWithdrawn(title) }),
  'goal.proposal-void': ({ title }, _, { words }) => ({ did: words.goal.proposalVoid(title) }),
  'goal.signed': (goal, before, saying) => {
    const [word, revision] = newWord(before, goal);
    return {
      did: saying.words.goal.signed(firmOf(word, saying), goal.title, versionOf(revision)),
      details: word?.note ? [word.note] : [],
    };
  },
  'goal.objected': (goal, before, saying) => {
    const [word] = newWord(before, goal);
    return {
      did: saying.words.goal.objected(firmOf(word, saying), goal.title),
      details: word ? [word.note, word.change] : [],
    };
  },
  'goal.sign-off-withdrawn': ({ title }, _, { words }) => ({ did: words.goal.signOffWithdrawn(title) }),
  'goal.sign-off-recorded': (goal, before, saying) => ({
    did: saying.words.goal.signOffRecorded(goal.title),
    details: [firmOf(newWord(before, goal)[0], saying)],
  }),
  'goal.sign-off-confirmed': ({ title }, _, { words }) => ({ did: words.goal.signOffConfirmed(title) }),
  'goal.sign-off-denied': ({ title }, _, { words }) => ({ did: words.goal.signOffDenied(title) }),
  'goal.sign-off-lapsed': ({ title }, _, { words }) => ({ did: words.goal.signOffLapsed(title) }),
  'goal.checked-in': ({ title, lastCheckIn }, _, { words }) => ({
    did: words.goal.checkedIn(title),
    details: lastCheckIn ? [lastCheckIn.note, lastCheckIn.blockers].filter((said) => said !== '') : [],
  }),
  'goal.check-in-acknowledged': ({ title }, _, { words }) => ({ did: words.goal.checkInRead(title) }),
  'goal.ending-proposed': ({ title, agreement }, _, { words }) => ({
    did: words.goal.endingProposed(title),
    details: agreement.proposed?.ending ? [words.goalStates[agreement.proposed.ending]] : [],
  }),
  'goal.ended': ({ title, state }, _, { words }) => ({ did: words.goal.ended(title, words.goalStates[state]) }),
  'goal.agreed': ({ title, agreement }, _, { words }) => ({
    did: words.goal.agreed(title, versionOf(agreement.inForce)),
  }),
};

/** A second word of a firm, which was refused because the first one stands. */
export const tellSignOff: Teller<'sign-off'> = {
  'sign-off.refused': ({ goalTitle }, _, { words }) => ({ did: words.goal.signOffRefused(goalTitle) }),
};

const versionOf = (revision: Revision | null | undefined): string => String(revision?.number ?? '');
const textOf = (obligation: Obligation | undefined): string[] => (obligation ? [obligation.text] : []);
const firmOf = (of: { partnerId: string } | undefined, { words, names }: Saying): string =>
  names.partner(of?.partnerId ?? null) ?? words.goal.aFirm;

/** The thing that the later list holds and the earlier one does not. */
function missing<Thing extends { id: string }>(earlier: readonly Thing[] | undefined, later: readonly Thing[]) {
  const known = new Set<string>(earlier?.map(({ id }) => id));
  return later.find(({ id }) => !known.has(id));
}

/** The word that was given last, with the revision it is about. */
function newWord(before: Goal | null, goal: Goal): [SignOff | undefined, Revision | null] {
  const wordsOf = ({ agreement }: Goal) =>
    [agreement.proposed, agreement.inForce].flatMap((revision) => revision?.signOffs ?? []);
  const word = missing(before ? wordsOf(before) : [], wordsOf(goal));
  const { proposed, inForce } = goal.agreement;
  return [word, [proposed, inForce].find((one) => one?.id === word?.revisionId) ?? proposed ?? inForce];
}

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

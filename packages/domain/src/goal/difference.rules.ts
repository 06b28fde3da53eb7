import type { GoalContent } from './content.schema.js';

type Target = GoalContent['targets'][number];
type Obligation = GoalContent['obligations'][number];
type Fact = 'title' | 'benefit' | 'championId' | 'reviewerId' | 'startsOn' | 'endsOn';

/** The facts of a goal that are one value each, in the order people read them. */
const facts: readonly Fact[] = ['title', 'benefit', 'championId', 'reviewerId', 'startsOn', 'endsOn'];

/** Content that may still lack facts, as a live draft does. */
export type Comparable = {
  [Key in keyof GoalContent]: Key extends Exclude<Fact, 'title'> ? GoalContent[Key] | null : GoalContent[Key];
};

/** One thing that two versions of a goal say differently; the text itself is compared word by word elsewhere. */
export type Difference =
  | { [F in Fact]: { kind: 'fact'; fact: F; before: Comparable[F]; after: Comparable[F] } }[Fact]
  | { kind: 'target-added'; target: Target }
  | { kind: 'target-removed'; target: Target }
  | { kind: 'target-changed'; before: Target; after: Target }
  | { kind: 'obligation-added'; obligation: Obligation }
  | { kind: 'obligation-removed'; obligation: Obligation }
  | { kind: 'obligation-changed'; before: Obligation; after: Obligation }
  | { kind: 'text' };

/** What changed from one version of a goal to another: facts, targets, obligations, then whether the text did. */
export function differencesBetween(before: Comparable, after: Comparable): Difference[] {
  return [
    ...facts
      .filter((fact) => before[fact] !== after[fact])
      .map((fact) => ({ kind: 'fact', fact, before: before[fact], after: after[fact] }) as Difference),
    ...changesOf(before.targets, after.targets).map(targetDifference),
    ...changesOf(before.obligations, after.obligations).map(obligationDifference),
    ...(isSame(before.text, after.text) ? [] : [{ kind: 'text' } as const]),
  ];
}

type Change<Thing> = { before?: Thing; after?: Thing };

/** Things of both versions by their ids: changed and removed ones in their old order, then what is new. */
function changesOf<Thing extends { id: string }>(before: readonly Thing[], after: readonly Thing[]): Change<Thing>[] {
  const now = new Map(after.map((thing) => [thing.id, thing]));
  const old = new Set<string>(before.map(({ id }) => id));
  const kept = before.map((thing): Change<Thing> => {
    const same = now.get(thing.id);
    return same ? { before: thing, after: same } : { before: thing };
  });
  return [
    ...kept.filter((change) => !isSame(change.before, change.after)),
    ...after.filter(({ id }) => !old.has(id)).map((thing): Change<Thing> => ({ after: thing })),
  ];
}

function targetDifference({ before, after }: Change<Target>): Difference {
  if (before && after) return { kind: 'target-changed', before, after };
  return before ? { kind: 'target-removed', target: before } : { kind: 'target-added', target: after as Target };
}

function obligationDifference({ before, after }: Change<Obligation>): Difference {
  if (before && after) return { kind: 'obligation-changed', before, after };
  return before
    ? { kind: 'obligation-removed', obligation: before }
    : { kind: 'obligation-added', obligation: after as Obligation };
}

/** Whether two plain values say the same; the order of a record's keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [first, second] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(first);
  return keys.length === Object.keys(second).length && keys.every((key) => isSame(first[key], second[key]));
}

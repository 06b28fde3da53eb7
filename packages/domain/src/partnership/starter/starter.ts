import type { CharterFields, StarterDuty, StarterGoal } from '../charter.schema.js';

/** A duty before anybody takes it; `forAll` are those of every firm, `forBigger` those of the bigger party. */
export type DutyDraft = Pick<StarterDuty, 'who' | 'text' | 'every'> & { forAll?: true; forBigger?: true };

export type GoalDraft = Pick<StarterGoal, 'title' | 'benefit' | 'why' | 'limits'> & {
  target: Omit<StarterGoal['target'], 'id'>;
  duties: readonly DutyDraft[];
};

/** What a partnership of one type begins with, in one language; all of it can be changed before it is used. */
export type Starter = {
  charter: Omit<CharterFields, 'stages' | 'place' | 'facilities'>;
  stages: readonly string[];
  goals: readonly GoalDraft[];
};

/** A measure that is better when it is higher, or lower. */
export const rises = (label: string, unit: string, baseline: string, target: string): GoalDraft['target'] => ({
  ...{ label, unit, direction: 'up', baseline, target, lowerBound: null },
});
export const falls = (label: string, unit: string, baseline: string, target: string): GoalDraft['target'] => ({
  ...{ label, unit, direction: 'down', baseline, target, lowerBound: null },
});

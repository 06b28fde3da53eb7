import type { Goal, GoalState, Seat } from '@mufakat/domain';
import { columnOf, type GoalColumn, goalMoveRefusal } from '@mufakat/domain/browser';
import { byRank } from '@/lib/rank';
import type { Words } from '@/words/id';

/** The cards of each column, in their order. */
export type Columns = Record<GoalColumn, readonly Goal[]>;

export function columnsOf(goals: readonly Goal[]): Columns {
  const sorted = goals.toSorted(byRank);
  return eachColumn((column) => sorted.filter(({ state }) => columnOf(state) === column));
}

/** Something for each column. */
export function eachColumn<T>(make: (column: GoalColumn) => T): Record<GoalColumn, T> {
  return {
    draft: make('draft'),
    proposed: make('proposed'),
    agreed: make('agreed'),
    running: make('running'),
    ended: make('ended'),
  };
}

/** The state a card gets in a column: its own where it is, otherwise the one with which the column begins. */
export const stateIn = (goal: Goal, column: GoalColumn): GoalState =>
  columnOf(goal.state) === column ? goal.state : column === 'ended' ? 'achieved' : column;

/** Why the card cannot go there, in the person's words; null when it can. */
export function moveSentence(seat: Seat, goal: Goal, column: GoalColumn, words: Words): string | null {
  const refusal = goalMoveRefusal(seat, goal, stateIn(goal, column));
  return refusal && words.refusals[refusal];
}

/** What the person looks for on the board. */
export type Sought = { benefit: string | null; firm: string | null; text: string };

export function sift(
  goals: readonly Goal[],
  sought: Sought,
  firmOf: (seatId: string | null) => string | undefined,
): Goal[] {
  const text = sought.text.trim().toLocaleLowerCase('id');
  return goals.filter(
    (goal) =>
      (!sought.benefit || goal.benefit === sought.benefit) &&
      (!sought.firm || firmOf(goal.championId) === sought.firm) &&
      (!text ||
        [goal.title, ...goal.targets.map(({ label }) => label)].some((each) =>
          each.toLocaleLowerCase('id').includes(text),
        )),
  );
}

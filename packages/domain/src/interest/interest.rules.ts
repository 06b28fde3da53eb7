import type { GoalId, PartnerId } from '../kernel/id.js';
import type { Refusal } from '../kernel/refusals.js';
import { may, type Seat } from '../kernel/seat.js';
import type { InterestRound, OpenedAnswer, Rating } from './interest.schema.js';

type Asker = Pick<Seat, 'role'>;
type Answerer = Pick<Seat, 'role' | 'partnerId' | 'isSignatory'>;

/** Why this seat cannot ask the partners what matters to them. */
export function askInterestsRefusal(seat: Asker): Refusal | null {
  if (!may(seat, 'write')) return 'seat.read-only';
  return may(seat, 'interest.ask') ? null : 'seat.role-needed';
}

/** Why this seat cannot answer for its firm: an admin or a signatory does, of a firm that is asked, until it is closed. */
export function answerInterestsRefusal(seat: Answerer, round: Pick<InterestRound, 'state' | 'asked'>): Refusal | null {
  if (!may(seat, 'write')) return 'seat.read-only';
  if (!round.asked.includes(seat.partnerId)) return 'interest.not-asked';
  if (seat.role === 'member' && !seat.isSignatory) return 'seat.role-needed';
  return round.state === 'asking' ? null : 'interest.over';
}

/** Why this seat cannot open what was answered so far. */
export function closeInterestsRefusal(seat: Asker, round: Pick<InterestRound, 'state'>): Refusal | null {
  if (!may(seat, 'interest.close')) return 'seat.role-needed';
  return round.state === 'asking' ? null : 'interest.over';
}

/** Why an answer does not count: each goal of the round is rated once, and no other. */
export function ratingsRefusal(round: Pick<InterestRound, 'goals'>, ratings: readonly Rating[]): Refusal | null {
  const rated = new Set(ratings.map(({ goalId }) => goalId));
  const isWhole = ratings.length === round.goals.length && round.goals.every(({ goalId }) => rated.has(goalId));
  return isWhole ? null : 'interest.incomplete';
}

/** The firms whose answer is still missing. */
export function missingIn({ asked, sealed }: Pick<InterestRound, 'asked' | 'sealed'>): PartnerId[] {
  return asked.filter((partnerId) => !sealed.some((answer) => answer.partnerId === partnerId));
}

/** How the firms see one goal. */
export type GoalInterest = {
  goalId: GoalId;
  /** Mean importance, 0 to 5. */
  importance: number;
  /** A_g: 1 when all rate it alike, 0 when they could not differ more. */
  alignment: number;
  /** Mean expected benefit and mean bearable effort, 0 to 5. */
  benefit: number;
  effort: number;
  of: { partnerId: PartnerId; rating: Rating }[];
};

/** What the opened answers say together. */
export type InterestMap = {
  /** What to discuss first stands first: much wanted and much disputed. */
  goals: GoalInterest[];
  /** Alignment of all goals, each weighing as much as it matters, 0 to 1; null when nothing matters to anybody. */
  alignment: number | null;
  /** Kendall's W, corrected for ties: 1 when all firms put the goals in the same order; null when none has an order. */
  concordance: number | null;
};

/** The largest standard deviation that ratings from 0 to 5 can have. */
const widest = 2.5;

/** G5: where interests meet and where they do not; null before two firms have answered. */
export function interestMap({ goals, answers }: Pick<InterestRound, 'goals' | 'answers'>): InterestMap | null {
  if (answers.length < 2) return null;
  const seen = goals.map(({ goalId }) => goalInterest(goalId, answers));
  const weight = sum(seen.map(({ importance }) => importance));
  return {
    goals: seen.toSorted((a, b) => dispute(b) - dispute(a) || b.importance - a.importance),
    alignment: weight === 0 ? null : sum(seen.map((goal) => goal.alignment * goal.importance)) / weight,
    concordance: kendallsW(answers.map(({ ratings }) => goals.map(({ goalId }) => importanceOf(ratings, goalId)))),
  };
}

const dispute = ({ alignment, importance }: GoalInterest) => (1 - alignment) * importance;

function goalInterest(goalId: GoalId, answers: readonly OpenedAnswer[]): GoalInterest {
  const of = answers.flatMap(({ partnerId, ratings }) => {
    const rating = ratings.find((each) => each.goalId === goalId);
    return rating ? [{ partnerId, rating }] : [];
  });
  const importance = mean(of.map(({ rating }) => rating.importance));
  const spread = Math.sqrt(mean(of.map(({ rating }) => (rating.importance - importance) ** 2)));
  return {
    ...{ goalId, importance, alignment: 1 - spread / widest, of },
    benefit: mean(of.map(({ rating }) => rating.benefit)),
    effort: mean(of.map(({ rating }) => rating.effort)),
  };
}

const importanceOf = (ratings: readonly Rating[], goalId: GoalId): number =>
  ratings.find((rating) => rating.goalId === goalId)?.importance ?? 0;

/** Kendall's coefficient of concordance of these rows of scores (one row a firm), with the correction for ties. */
function kendallsW(rows: readonly (readonly number[])[]): number | null {
  const firms = rows.length;
  const things = rows[0]?.length ?? 0;
  const ranks = rows.map(ranksOf);
  const sums = Array.from({ length: things }, (_, thing) => sum(ranks.map((row) => row[thing] ?? 0)));
  const middle = mean(sums);
  const deviations = sum(sums.map((each) => (each - middle) ** 2));
  const ties = sum(rows.map(tiesIn));
  const most = firms ** 2 * (things ** 3 - things) - firms * ties;
  return most === 0 ? null : (12 * deviations) / most;
}

/** Ranks from 1; equal scores share the mean of the ranks they take. */
function ranksOf(scores: readonly number[]): number[] {
  return scores.map((score) => {
    const below = scores.filter((other) => other < score).length;
    const equal = scores.filter((other) => other === score).length;
    return below + (equal + 1) / 2;
  });
}

function tiesIn(scores: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const score of scores) counts.set(score, (counts.get(score) ?? 0) + 1);
  return sum([...counts.values()].map((count) => count ** 3 - count));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length);

import type { InterestRound, OpenedAnswer, OwnInterest } from '@mufakat/domain';
import type { InterestAnswerEntity } from './interest-answer.entity.js';
import type { InterestRoundEntity } from './interest-round.entity.js';

/** A round as everybody sees it: sealed answers are not in it. */
export function roundView(round: InterestRoundEntity): InterestRound {
  const { askedAt, openedAt, ...same } = round;
  return { ...same, askedAt: askedAt.toISOString(), openedAt: openedAt?.toISOString() ?? null };
}

/** An answer as its own firm sees it. */
export function ownView({ roundId, salt: _, partnerId: __, at, ...same }: InterestAnswerEntity): OwnInterest {
  return { ...same, id: roundId, at: at.toISOString() };
}

/** An answer as everybody sees it once it is opened; the note stays with the firm. */
export function openedView({ partnerId, ratings, salt }: InterestAnswerEntity): OpenedAnswer {
  return { partnerId, ratings, salt };
}

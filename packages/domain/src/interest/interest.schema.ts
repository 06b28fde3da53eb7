import * as z from 'zod';
import { ContentHash } from '../goal/revision.schema.js';
import { GoalId, InterestRoundId, PartnerId, PartnershipId, SeatId, SpaceId } from '../kernel/id.js';
import { freeText, Moment, requiredText, Version } from '../kernel/value.js';

/** 0 (none) to 5 (most). */
const Score = z.int().min(0).max(5);

/** What one goal is to one firm: how much it matters, what it is expected to bring, how much effort can be borne. */
export const Rating = z.object({ goalId: GoalId, importance: Score, benefit: Score, effort: Score });
export type Rating = z.infer<typeof Rating>;

/** A sealed answer opened: with the salt, anybody can compute the hash that was shown while it was sealed. */
export const OpenedAnswer = z.object({
  partnerId: PartnerId,
  ratings: z.array(Rating).max(60),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type OpenedAnswer = z.infer<typeof OpenedAnswer>;

/** That a firm has answered. What it said stays in its own space until the round is opened. */
export const SealedAnswer = z.object({ partnerId: PartnerId, commitment: ContentHash, at: Moment });
export type SealedAnswer = z.infer<typeof SealedAnswer>;

/** One asking of all partners how much each goal matters to them. */
export const InterestRound = z.object({
  id: InterestRoundId,
  partnershipId: PartnershipId,
  spaceId: SpaceId,
  /** Counts the rounds of a partnership from 1. */
  number: z.int().positive(),
  /** Asking; closed, and being opened; opened, with the answers of all who gave one. */
  state: z.enum(['asking', 'closed', 'opened']),
  /** What is rated, by the names of then. */
  goals: z
    .array(z.object({ goalId: GoalId, title: requiredText(160) }))
    .min(1)
    .max(60),
  /** The partners who are asked, as they were at that moment. */
  asked: z.array(PartnerId).min(1),
  sealed: z.array(SealedAnswer),
  /** Why it was closed before all had answered; empty while it is not, or when all have. */
  reason: freeText(400),
  /** Empty until the round is opened. */
  answers: z.array(OpenedAnswer),
  askedBy: SeatId,
  askedAt: Moment,
  /** Who closed it early; null when the last answer did. */
  closedBy: SeatId.nullable(),
  openedAt: Moment.nullable(),
  version: Version,
});
export type InterestRound = z.infer<typeof InterestRound>;

/** What a firm has said in a round, and what only its own people read. It may say otherwise until the round is closed. */
export const OwnInterest = z.object({
  id: InterestRoundId,
  spaceId: SpaceId,
  partnershipId: PartnershipId,
  ratings: z.array(Rating).max(60),
  /** For the own firm; it is never opened. */
  note: freeText(600),
  by: SeatId,
  at: Moment,
  version: Version,
});
export type OwnInterest = z.infer<typeof OwnInterest>;

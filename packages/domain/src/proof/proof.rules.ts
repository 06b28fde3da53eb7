import type { ContentHash, SignOff } from '../goal/revision.schema.js';
import type { Goal } from '../goal/goal.schema.js';
import type { SeatId } from '../kernel/id.js';

const signings = ['goal.signed', 'goal.objected', 'goal.sign-off-confirmed'] as const;
export type SigningName = (typeof signings)[number];

/** Whether every firm gets a receipt for an entry of this name: a firm has given its word. */
export function isSigning(name: string): name is SigningName {
  return signings.some((each) => each === name);
}

/** The content on which this person has just given its firm's word, by the goal as the entry of the word carries it. */
export function signedContent({ agreement }: Pick<Goal, 'agreement'>, by: SeatId | null): ContentHash | null {
  const words = [agreement.proposed, agreement.inForce].flatMap((revision) => revision?.signOffs ?? []);
  const own = words.filter((word) => (word.confirmedBy ?? word.signedBy) === by);
  return (
    own.reduce<SignOff | null>((last, word) => (last && last.signedAt > word.signedAt ? last : word), null)?.hash ??
    null
  );
}

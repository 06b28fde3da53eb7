import type { DocumentNode } from '@mufakat/collab';
import type { Comparable, ContentHash, EndingContent } from '@mufakat/domain';
import { canonical, textHash } from '@mufakat/proof';
import type { HeldGoal } from './goal.store.js';
import { obligationView, shortest, targetView } from './goal.view.js';

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const byPartner = (a: { partnerId: string }, b: { partnerId: string }) => (a.partnerId < b.partnerId ? -1 : 1);

/** What the firms would sign if the goal were frozen now, in the format `mufakat.goal/1`; facts may still be missing. */
export function contentOf({ goal, targets, obligations }: HeldGoal, text: DocumentNode): Comparable {
  return {
    format: 'mufakat.goal/1',
    goalId: goal.id,
    title: goal.title,
    text: text as Comparable['text'],
    benefit: goal.benefit,
    championId: goal.championId,
    reviewerId: goal.reviewerId,
    startsOn: goal.startsOn,
    endsOn: goal.endsOn,
    targets: targets.toSorted(byId).map((target) => {
      const { current: _, splits, ...measured } = targetView(target);
      return { ...measured, splits: splits.toSorted(byPartner) };
    }),
    obligations: obligations.toSorted(byId).map((obligation) => {
      const { ownerId: _, state: __, ...promised } = obligationView(obligation);
      return promised;
    }),
  };
}

/** What the firms would sign if the goal ended like this now, in the format `mufakat.goal-ending/1`. */
export function endingOf(
  { goal, targets, agreement }: HeldGoal,
  { outcome, lessons }: Pick<EndingContent, 'outcome' | 'lessons'>,
): EndingContent {
  return {
    format: 'mufakat.goal-ending/1',
    goalId: goal.id,
    of: agreement.inForce?.hash ?? '',
    outcome,
    lessons,
    values: targets.toSorted(byId).map(({ id, current }) => ({ targetId: id, value: shortest(current) })),
  };
}

/** Content as the one text that it is hashed and kept as: canonical JSON (RFC 8785). */
export function canonicalContent(content: Comparable | EndingContent): string {
  return canonical(content);
}

/** SHA-256 of canonical content. */
export function contentHash(content: string): ContentHash {
  return textHash(content);
}

import type { Goal, Partner, Revision } from '@mufakat/domain';
import { strandOf, type Strand } from '@mufakat/domain/browser';
import type { Weave } from '@/ui/lurik';

/** How the word of a firm is woven. */
export const weaves: Record<Strand, Weave> = {
  none: 'hollow',
  agreed: 'full',
  'agreed-with-note': 'knotted',
  objected: 'slanted',
  again: 'spaced',
  awaiting: 'dotted',
};

/** What the strip tells about: what lies on the table, otherwise what is in force. */
export const shownRevision = ({ agreement }: Goal): Revision | null => agreement.proposed ?? agreement.inForce;

/** One thread for each firm that signs, or would be asked to, in joining order. */
export function threadsOf(goal: Goal, partners: readonly Partner[]): { slot: Partner['slot']; weave: Weave }[] {
  const revision = shownRevision(goal);
  return partners
    .filter(({ id, standing, leftAt }) =>
      revision ? revision.signers.includes(id) : standing === 'full' && leftAt === null,
    )
    .map(({ id, slot }) => ({ slot, weave: weaves[strandOf(goal.agreement, id)] }));
}

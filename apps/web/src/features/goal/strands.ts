import type { Goal, PartnerId, Revision, SignOff } from '@mufakat/domain';
import { strandOf, type Strand } from '@mufakat/domain/browser';
import {
  CircleCheck,
  CircleDashed,
  Hourglass,
  type LucideIcon,
  MessageSquareText,
  OctagonAlert,
  RotateCcw,
} from 'lucide-react';
import type { Weave } from '@/ui/lurik';
import type { Tone } from '@/ui/chip';

/** How a firm's word looks: the weave of its thread, and the shape and colour beside the words for it. */
export const looks: Record<Strand, { weave: Weave; icon: LucideIcon; tone: Tone }> = {
  none: { weave: 'hollow', icon: CircleDashed, tone: 'plain' },
  agreed: { weave: 'full', icon: CircleCheck, tone: 'ok' },
  'agreed-with-note': { weave: 'knotted', icon: MessageSquareText, tone: 'ok' },
  objected: { weave: 'slanted', icon: OctagonAlert, tone: 'bad' },
  again: { weave: 'spaced', icon: RotateCcw, tone: 'risk' },
  awaiting: { weave: 'dotted', icon: Hourglass, tone: 'risk' },
};

/** What the strip tells about: what lies on the table, otherwise what is in force. */
export const shownRevision = ({ agreement }: Goal): Revision | null => agreement.proposed ?? agreement.inForce;

/** How a firm stands to a goal, with its word if it has given one. */
export function strandIn(goal: Goal, firm: PartnerId): { strand: Strand; word: SignOff | undefined } {
  const word = shownRevision(goal)?.signOffs.find(({ partnerId }) => partnerId === firm);
  return { strand: strandOf(goal.agreement, firm), word };
}

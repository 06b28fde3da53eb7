import type { Goal, PartnerId, SignOff } from '@mufakat/domain';
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
import { shownRevision, weaves } from '@/lib/goal-threads';
import type { Weave } from '@/ui/lurik';
import type { Tone } from '@/ui/chip';

/** How a firm's word looks: the weave of its thread, and the shape and colour beside the words for it. */
export const looks: Record<Strand, { weave: Weave; icon: LucideIcon; tone: Tone }> = {
  none: { weave: weaves.none, icon: CircleDashed, tone: 'plain' },
  agreed: { weave: weaves.agreed, icon: CircleCheck, tone: 'ok' },
  'agreed-with-note': { weave: weaves['agreed-with-note'], icon: MessageSquareText, tone: 'ok' },
  objected: { weave: weaves.objected, icon: OctagonAlert, tone: 'bad' },
  again: { weave: weaves.again, icon: RotateCcw, tone: 'risk' },
  awaiting: { weave: weaves.awaiting, icon: Hourglass, tone: 'risk' },
};

/** How a firm stands to a goal, with its word if it has given one. */
export function strandIn(goal: Goal, firm: PartnerId): { strand: Strand; word: SignOff | undefined } {
  const word = shownRevision(goal)?.signOffs.find(({ partnerId }) => partnerId === firm);
  return { strand: strandOf(goal.agreement, firm), word };
}

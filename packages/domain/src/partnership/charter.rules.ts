import type { Refusal } from '../kernel/refusals.js';
import { may, type Seat } from '../kernel/seat.js';
import type { CharterFields, PartnershipStart } from './charter.schema.js';
import type { Partnership, Standing } from './partnership.schema.js';

/** Why this seat cannot write down how the partners work. */
export function changeCharterRefusal(seat: Pick<Seat, 'role'>): Refusal | null {
  return may(seat, 'partnership.change') ? null : 'seat.role-needed';
}

type Said = { [Key in 'biggerDuties' | 'stages']: readonly unknown[] } & Pick<CharterFields, 'place'>;

/** What a partnership of this type must say of itself. */
export function charterRefusal(type: Partnership['type'], { biggerDuties, stages, place }: Said): Refusal | null {
  if (type === 'vertical' && stages.length < 2) return 'charter.stages-missing';
  if (type === 'strategic' && biggerDuties.length === 0) return 'charter.duties-missing';
  return type === 'cluster' && place === '' ? 'charter.place-missing' : null;
}

/** Why a partnership cannot begin like this. */
export function startRefusal(
  { type, standing }: { type: Partnership['type']; standing: Standing },
  start: Pick<PartnershipStart, 'hasReadPriceTalk' | 'charter'> & {
    goals: readonly { duties: readonly { isOurs: boolean }[] }[];
  },
): Refusal | null {
  if (type === 'horizontal' && !start.hasReadPriceTalk) return 'charter.price-talk-unread';
  const isOurs = start.goals.some(({ duties }) => duties.some((duty) => duty.isOurs));
  return charterRefusal(type, start.charter) ?? (isOurs && standing !== 'full' ? 'obligation.not-a-signer' : null);
}

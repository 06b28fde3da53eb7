import { DomainError, type PartnerId, type SeatId } from '@mufakat/domain';
import { placeOf, takesPart } from '../../platform/access/place.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { TaskEntity } from './task.entity.js';

/** Who does a task: the firm, and the person of that firm. */
export type Parties = Pick<TaskEntity, 'partnerId' | 'assigneeId'>;

/**
 * Checks a newly chosen firm and person. A person without a firm brings the own one along; a private task stays
 * with the own firm.
 */
export async function partiesOf(tx: Tx, wanted: Parties, isPrivate: boolean): Promise<Parties> {
  const chosen = wanted.partnerId ?? (isPrivate ? tx.seat.partnerId : null);
  if (isPrivate && chosen !== tx.seat.partnerId) throw new DomainError('task.wrong-person');
  if (chosen && !(await takesPart(tx, chosen))) throw new DomainError('not-found');
  if (!wanted.assigneeId) return { partnerId: chosen, assigneeId: null };
  return { partnerId: await firmOf(tx, wanted.assigneeId, chosen), assigneeId: wanted.assigneeId };
}

async function firmOf(tx: Tx, assigneeId: SeatId, chosen: PartnerId | null): Promise<PartnerId> {
  const place = await placeOf(tx, assigneeId);
  if (!place?.isOpen || (chosen && chosen !== place.partnerId)) throw new DomainError('task.wrong-person');
  return place.partnerId;
}

/** What a change of the task asks of firm and person: another firm leaves the person of the old one behind. */
export function wantedParties(
  task: Parties,
  change: { partnerId?: PartnerId | null | undefined; assigneeId?: SeatId | null | undefined },
): Parties | null {
  if (change.partnerId === undefined && change.assigneeId === undefined) return null;
  const partnerId = change.partnerId === undefined ? task.partnerId : change.partnerId;
  const kept = partnerId === task.partnerId ? task.assigneeId : null;
  return { partnerId, assigneeId: change.assigneeId === undefined ? kept : change.assigneeId };
}

import { Injectable } from '@nestjs/common';
import type { OrganizationId, PersonId, SeatId, SessionId } from '@mufakat/domain';

/** A right that was taken away or lowered; whatever names it must be asked for again. */
export type AccessChange =
  | { kind: 'session'; sessionId: SessionId }
  | { kind: 'person'; personId: PersonId }
  | { kind: 'seat'; seatId: SeatId; personId: PersonId }
  | { kind: 'organization'; organizationId: OrganizationId };

/** Tells open sockets and rooms, after the commit, that somebody's rights changed. */
@Injectable()
export class AccessChanges {
  private readonly listeners = new Set<(change: AccessChange) => void>();

  onChange(listener: (change: AccessChange) => void): void {
    this.listeners.add(listener);
  }

  announce(change: AccessChange): void {
    for (const listener of this.listeners) listener(change);
  }
}

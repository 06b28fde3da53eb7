import { Injectable } from '@nestjs/common';
import {
  DomainError,
  enforce,
  seatChangeRefusal,
  type changeSeat,
  type Member,
  type ParsedOf,
  type removeSeat,
  type SeatId,
} from '@mufakat/domain';
import { AccessChanges } from '../../platform/access/access-changes.js';
import type { Seat } from '../../platform/access/seat.js';
import { type Session, SessionService } from '../../platform/access/session.service.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { PartnershipStore } from './partnership.store.js';
import { memberView } from './partnership.view.js';

type Change = {
  seatId: SeatId;
  version: number;
  to: Pick<ParsedOf<typeof changeSeat>, 'role' | 'isSignatory'>;
  ends: boolean;
};

/** Roles, signing rights and the end of seats. Whatever the person has open is asked again at once. */
@Injectable()
export class SeatChangeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: PartnershipStore,
    private readonly sessions: SessionService,
    private readonly changes: AccessChanges,
    private readonly clock: Clock,
  ) {}

  change(seat: Seat, session: Session, input: ParsedOf<typeof changeSeat>): Promise<Member> {
    const { seatId, version, role, isSignatory } = input;
    return this.apply(seat, session, { seatId, version, to: { role, isSignatory }, ends: false });
  }

  remove(seat: Seat, session: Session, input: ParsedOf<typeof removeSeat>): Promise<Member> {
    return this.apply(seat, session, { ...input, to: {}, ends: true });
  }

  private apply(seat: Seat, session: Session, { seatId, version, to, ends }: Change): Promise<Member> {
    return this.work.run(seat, async (tx) => {
      const { member, colleagues } = await this.store.lockSeat(tx.db, seat.partnershipId, seatId);
      const refusal = seatChangeRefusal(seat, memberView(member), { ...to, ends }, colleagues);
      if (refusal === 'seat.role-needed' || refusal === 'seat.not-your-firm') enforce(refusal);
      this.sessions.enforceConfirmed(session);
      if (member.version !== version) throw new DomainError('version.stale', { current: memberView(member) });
      enforce(refusal);

      const { role = member.role, isSignatory = member.isSignatory } = to;
      await this.store.changeSeat(tx.db, { ...member, role, isSignatory, endedAt: ends ? this.clock.now() : null });

      const view = memberView(await this.store.member(tx.db, seatId));
      tx.record(seat.spaces.shared, ends ? 'seat.removed' : 'seat.changed', view);
      await this.changes.announce(tx.db, { kind: 'seat', seatId, personId: member.personId });
      return view;
    });
  }
}

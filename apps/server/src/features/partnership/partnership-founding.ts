import { Injectable } from '@nestjs/common';
import type { NewOrganization, Partnership, PartnershipId, PersonId, SeatId } from '@mufakat/domain';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { PartnershipStore } from './partnership.store.js';
import { memberView, partnershipView, partnerView } from './partnership.view.js';

/** How a partnership begins: what it is, and the person and organization that take the first seat. */
export type Founding = {
  personId: PersonId;
  now: Date;
  partnership: Pick<Partnership, 'id' | 'name' | 'type' | 'purpose' | 'zone'>;
  organization: NewOrganization;
  standing: 'full' | 'facilitator';
};

/** Makes a partnership with its spaces, first partner and first seat, in the caller's transaction. */
@Injectable()
export class PartnershipFounding {
  constructor(private readonly store: PartnershipStore) {}

  async found(db: Db, record: Recorder, of: Founding): Promise<{ partnershipId: PartnershipId; seatId: SeatId }> {
    const { id: partnershipId } = of.partnership;
    const spaceId = await this.store.addPartnership(db, { ...of.partnership, now: of.now });
    await this.store.bringOrganization(db, of);
    const partnerId = await this.store.addPartner(db, { ...of, partnershipId });
    const isFacilitator = of.standing === 'facilitator';
    const seatId = await this.store.addSeat(db, {
      ...of,
      partnershipId,
      partnerId,
      role: isFacilitator ? 'facilitator' : 'partner-admin',
      isSignatory: !isFacilitator,
    });
    const say = (name: string, data: unknown) => record({ spaceId, name, data, by: seatId });
    say('partnership.created', partnershipView(await this.store.partnership(db, partnershipId)));
    say('partner.joined', partnerView(await this.store.partner(db, partnerId)));
    say('seat.taken', memberView(await this.store.member(db, seatId)));
    return { partnershipId, seatId };
  }
}

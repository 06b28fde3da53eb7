import { Injectable } from '@nestjs/common';
import {
  enforce,
  startRefusal,
  type NewOrganization,
  type Partnership,
  type PartnershipId,
  type PartnershipStart,
  type PersonId,
  type SeatId,
} from '@mufakat/domain';
import { SeatService } from '../../platform/access/seat.service.js';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { Tx } from '../../platform/database/unit-of-work.js';
import { GoalDrafting } from '../goal/index.js';
import { CharterStore } from './charter.store.js';
import { charterOf, charterView } from './charter.view.js';
import { PartnershipStore } from './partnership.store.js';
import { memberView, partnershipView, partnerView } from './partnership.view.js';

/** How a partnership begins: what it is, the person and organization that take the first seat, and what they bring. */
export type Founding = {
  personId: PersonId;
  now: Date;
  partnership: Pick<Partnership, 'id' | 'name' | 'type' | 'purpose' | 'zone'>;
  organization: NewOrganization;
  standing: 'full' | 'facilitator';
  start?: PartnershipStart | undefined;
};

/** Makes a partnership with its spaces, first partner, first seat, charter and drafts, in the caller's transaction. */
@Injectable()
export class PartnershipFounding {
  constructor(
    private readonly store: PartnershipStore,
    private readonly charters: CharterStore,
    private readonly seats: SeatService,
    private readonly drafting: GoalDrafting,
  ) {}

  async found(db: Db, record: Recorder, of: Founding): Promise<{ partnershipId: PartnershipId; seatId: SeatId }> {
    const { id: partnershipId, type } = of.partnership;
    if (of.start) enforce(startRefusal({ type, standing: of.standing }, of.start));
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

    const isRead = type === 'horizontal' && of.start?.hasReadPriceTalk === true;
    const read = { priceTalkReadBy: isRead ? seatId : null, priceTalkReadAt: isRead ? of.now : null };
    const fields = charterOf(of.start, partnerId);
    const charter = await this.charters.add(db, { partnershipId, spaceId, fields, ...read });
    say('charter.written', charterView(charter));
    if (of.start) await this.draftGoals(db, record, { seatId, start: of.start });
    return { partnershipId, seatId };
  }

  /** The founder writes the first drafts down, from the seat that was just made. */
  private async draftGoals(db: Db, record: Recorder, { seatId, start }: { seatId: SeatId; start: PartnershipStart }) {
    const tx = new Tx(db, await this.seats.madeIn(db, seatId));
    await this.drafting.draftStarters(tx, start.goals, start.locale);
    for (const draft of tx.drafts) record(draft);
  }
}

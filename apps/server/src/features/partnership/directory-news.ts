import { Injectable } from '@nestjs/common';
import type { OrganizationId, PersonId } from '@mufakat/domain';
import type { Db, Recorder } from '../../platform/database/system-work.js';
import { PartnershipStore } from './partnership.store.js';
import { memberView, partnerView } from './partnership.view.js';

/** Tells every table at which an organization or a person sits that its directory shows something else of them. */
@Injectable()
export class DirectoryNews {
  constructor(private readonly store: PartnershipStore) {}

  async organizationChanged(db: Db, record: Recorder, organizationId: OrganizationId): Promise<void> {
    for (const partnerId of await this.store.renewPartners(db, organizationId)) {
      const partner = partnerView(await this.store.partner(db, partnerId));
      const spaceId = await this.store.sharedSpace(db, partner.partnershipId);
      record({ spaceId, name: 'partner.changed', data: partner, by: null });
    }
  }

  async personChanged(db: Db, record: Recorder, personId: PersonId): Promise<void> {
    for (const { id, partnershipId } of await this.store.renewSeats(db, personId)) {
      const spaceId = await this.store.sharedSpace(db, partnershipId);
      record({ spaceId, name: 'seat.changed', data: memberView(await this.store.member(db, id)), by: id });
    }
  }
}

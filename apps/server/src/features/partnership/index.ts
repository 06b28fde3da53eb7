import { Injectable, Module } from '@nestjs/common';
import type { NewOrganization, Partnership, PartnershipId, PersonId, SeatId, Standing } from '@mufakat/domain';
import { v7 as newId } from 'uuid';
import type { Db, Recorder } from '../../platform/database/system-work.js';

// Placeholder until the founding of partnerships is here: replace this whole file.
@Injectable()
export class PartnershipFounding {
  async found(
    _db: Db,
    _record: Recorder,
    of: {
      personId: PersonId;
      now: Date;
      partnership: Pick<Partnership, 'id' | 'name' | 'type' | 'purpose' | 'zone'>;
      organization: NewOrganization;
      standing: Standing;
    },
  ): Promise<{ partnershipId: PartnershipId; seatId: SeatId }> {
    return { partnershipId: of.partnership.id, seatId: newId() as SeatId };
  }
}
@Module({ providers: [PartnershipFounding], exports: [PartnershipFounding] })
export class FoundingModule {}

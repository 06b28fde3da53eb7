import { Module } from '@nestjs/common';
import { PeopleModule } from '../account/index.js';
import { CharterController } from './charter.controller.js';
import { CharterService } from './charter.service.js';
import { FoundingModule } from './founding.module.js';
import { InvitationService } from './invitation.service.js';
import { InvitationStore } from './invitation.store.js';
import { JoiningService } from './joining.service.js';
import { PartnershipController } from './partnership.controller.js';
import { PartnershipService } from './partnership.service.js';
import { SeatChangeService } from './seat-change.service.js';

/** Partnerships, their partners and seats, and the ways in. */
@Module({
  imports: [FoundingModule, PeopleModule],
  controllers: [PartnershipController, CharterController],
  providers: [
    CharterService,
    InvitationService,
    InvitationStore,
    JoiningService,
    PartnershipService,
    SeatChangeService,
  ],
  exports: [FoundingModule, InvitationService, JoiningService, PartnershipService, SeatChangeService],
})
export class PartnershipModule {}

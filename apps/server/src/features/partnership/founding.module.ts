import { Module } from '@nestjs/common';
import { PartnershipFounding } from './partnership-founding.js';
import { PartnershipStore } from './partnership.store.js';

/** The part of partnerships that the first start of a server calls; it calls no other feature. */
@Module({
  providers: [PartnershipFounding, PartnershipStore],
  exports: [PartnershipFounding, PartnershipStore],
})
export class FoundingModule {}

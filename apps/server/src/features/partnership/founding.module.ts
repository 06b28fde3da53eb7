import { Module } from '@nestjs/common';
import { DirectoryNews } from './directory-news.js';
import { PartnershipFounding } from './partnership-founding.js';
import { PartnershipStore } from './partnership.store.js';

/** The part of partnerships that other features call; it calls none of them. */
@Module({
  providers: [DirectoryNews, PartnershipFounding, PartnershipStore],
  exports: [DirectoryNews, PartnershipFounding, PartnershipStore],
})
export class FoundingModule {}

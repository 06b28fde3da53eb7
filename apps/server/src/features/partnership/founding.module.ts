import { Module } from '@nestjs/common';
import { GoalModule } from '../goal/index.js';
import { CharterStore } from './charter.store.js';
import { DirectoryNews } from './directory-news.js';
import { PartnershipFounding } from './partnership-founding.js';
import { PartnershipStore } from './partnership.store.js';

/** The part of partnerships that other features call; it calls goals only, for the first drafts. */
@Module({
  imports: [GoalModule],
  providers: [CharterStore, DirectoryNews, PartnershipFounding, PartnershipStore],
  exports: [CharterStore, DirectoryNews, PartnershipFounding, PartnershipStore],
})
export class FoundingModule {}

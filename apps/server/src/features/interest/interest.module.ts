import { Module } from '@nestjs/common';
import { InterestReactions } from './interest-reactions.js';
import { InterestController } from './interest.controller.js';
import { InterestService } from './interest.service.js';
import { InterestStore } from './interest.store.js';

@Module({
  controllers: [InterestController],
  providers: [InterestService, InterestStore, InterestReactions],
  exports: [InterestService],
})
export class InterestModule {}

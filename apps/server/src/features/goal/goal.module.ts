import { Module } from '@nestjs/common';
import { GoalController } from './goal.controller.js';
import { GoalDoor } from './goal.door.js';
import { GoalService } from './goal.service.js';
import { GoalStore } from './goal.store.js';
import { TargetService } from './target.service.js';

@Module({
  controllers: [GoalController],
  providers: [GoalService, TargetService, GoalStore, GoalDoor],
  exports: [GoalService, TargetService],
})
export class GoalModule {}

import { Module } from '@nestjs/common';
import { PeopleModule } from '../account/index.js';
import { FoundingModule } from '../partnership/index.js';
import { OperatorController } from './operator.controller.js';
import { OperatorService } from './operator.service.js';
import { OperatorStore } from './operator.store.js';
import { Suspensions } from './suspensions.js';

/** The page of whoever runs the server. */
@Module({
  imports: [PeopleModule, FoundingModule],
  controllers: [OperatorController],
  providers: [OperatorService, OperatorStore, Suspensions],
})
export class OperatorModule {}

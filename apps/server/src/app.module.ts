import { Module, type DynamicModule } from '@nestjs/common';
import { AccountModule } from './features/account/account.module.js';
import { AccountabilityModule } from './features/accountability/accountability.module.js';
import { GoalModule } from './features/goal/goal.module.js';
import { HistoryModule } from './features/history/history.module.js';
import { InterestModule } from './features/interest/interest.module.js';
import { MeetingModule } from './features/meeting/meeting.module.js';
import { NotificationModule } from './features/notification/notification.module.js';
import { OperatorModule } from './features/operator/operator.module.js';
import { PartnershipModule } from './features/partnership/partnership.module.js';
import { ProofModule } from './features/proof/proof.module.js';
import { TaskModule } from './features/task/task.module.js';
import { TextVersionModule } from './features/text-version/text-version.module.js';
import { TodayModule } from './features/today/today.module.js';
import { PlatformModule, type Outside } from './platform/platform.module.js';

const features = [
  AccountModule,
  PartnershipModule,
  GoalModule,
  InterestModule,
  TaskModule,
  MeetingModule,
  TextVersionModule,
  AccountabilityModule,
  HistoryModule,
  ProofModule,
  NotificationModule,
  TodayModule,
  OperatorModule,
];

/** The whole server: the platform and the list of features. */
@Module({})
export class AppModule {
  static on(outside: Outside): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.on(outside), ...features] };
  }
}

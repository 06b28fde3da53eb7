import { Module } from '@nestjs/common';
import { NotificationController } from './notification.controller.js';
import { NotificationReactions } from './notification.reactions.js';
import { NotificationService } from './notification.service.js';
import { NotificationStore } from './notification.store.js';

@Module({
  controllers: [NotificationController],
  providers: [NotificationService, NotificationStore, NotificationReactions],
})
export class NotificationModule {}

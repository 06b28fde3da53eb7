import { Module } from '@nestjs/common';
import { AgendaService } from './agenda.service.js';
import { MeetingController } from './meeting.controller.js';
import { MeetingDoor } from './meeting.door.js';
import { MeetingService } from './meeting.service.js';
import { MeetingStore } from './meeting.store.js';

@Module({
  controllers: [MeetingController],
  providers: [MeetingService, AgendaService, MeetingStore, MeetingDoor],
  exports: [MeetingService, AgendaService],
})
export class MeetingModule {}

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doors, type Door } from '../../platform/rooms/doors.js';
import { MeetingEntity } from './meeting.entity.js';

/** The notes can be written unless the meeting is cancelled; after its end they may still be tidied. */
@Injectable()
export class MeetingDoor implements OnModuleInit {
  constructor(private readonly doors: Doors) {}

  onModuleInit(): void {
    this.doors.register('meeting', writable, async (id, db) => {
      const meeting = await db.findOneByOrFail(MeetingEntity, { id: id as MeetingEntity['id'] });
      return meeting.title;
    });
  }
}

const writable: Door = `(select state <> 'cancelled' from meeting where meeting.id = document.subject_id)`;

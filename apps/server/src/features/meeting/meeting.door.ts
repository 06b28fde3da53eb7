import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doors } from '../../platform/rooms/doors.js';
import { MeetingEntity } from './meeting.entity.js';

/** The notes can be written unless the meeting is cancelled; after its end they may still be tidied. */
@Injectable()
export class MeetingDoor implements OnModuleInit {
  constructor(private readonly doors: Doors) {}

  onModuleInit(): void {
    this.doors.register('meeting', async (ids, db) => {
      const found = await db.findBy(
        MeetingEntity,
        ids.map((id) => ({ id: id as MeetingEntity['id'] })),
      );
      return new Set(found.filter(({ state }) => state !== 'cancelled').map(({ id }) => id));
    });
  }
}

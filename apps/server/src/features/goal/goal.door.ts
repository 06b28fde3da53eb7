import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doors } from '../../platform/rooms/doors.js';
import { GoalEntity } from './goal.entity.js';

/** The text of a goal can be written until the goal is archived. */
@Injectable()
export class GoalDoor implements OnModuleInit {
  constructor(private readonly doors: Doors) {}

  onModuleInit(): void {
    this.doors.register('goal', async (_, id, db) => {
      const goal = await db.findOneBy(GoalEntity, { id: id as GoalEntity['id'] });
      return goal?.archivedAt === null;
    });
  }
}

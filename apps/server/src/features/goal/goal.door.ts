import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Doors, type Door } from '../../platform/rooms/doors.js';
import { GoalEntity } from './goal.entity.js';

/** The text of a goal can be written until the goal is archived. */
@Injectable()
export class GoalDoor implements OnModuleInit {
  constructor(private readonly doors: Doors) {}

  onModuleInit(): void {
    this.doors.register('goal', writable, async (id, db) => {
      const goal = await db.findOneByOrFail(GoalEntity, { id: id as GoalEntity['id'] });
      return goal.title;
    });
  }
}

const writable: Door = '(select archived_at is null from goal where goal.id = document.subject_id)';

import { Controller } from '@nestjs/common';
import {
  changeTask,
  createTask,
  listTasks,
  moveTask,
  readTask,
  removeTask,
  restoreTask,
  type ParsedOf,
  type Task,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { TaskService } from './task.service.js';

@Controller()
export class TaskController {
  constructor(private readonly tasks: TaskService) {}

  @Endpoint(listTasks)
  list(@TakenSeat() seat: Seat): Promise<Task[]> {
    return this.tasks.list(seat);
  }

  @Endpoint(readTask)
  read(@TakenSeat() seat: Seat, @Input(readTask) input: ParsedOf<typeof readTask>): Promise<Task> {
    return this.tasks.read(seat, input.taskId);
  }

  @Endpoint(createTask)
  create(@TakenSeat() seat: Seat, @Input(createTask) input: ParsedOf<typeof createTask>): Promise<Task> {
    return this.tasks.create(seat, input);
  }

  @Endpoint(changeTask)
  change(@TakenSeat() seat: Seat, @Input(changeTask) input: ParsedOf<typeof changeTask>): Promise<Task> {
    return this.tasks.change(seat, input);
  }

  @Endpoint(moveTask)
  move(@TakenSeat() seat: Seat, @Input(moveTask) input: ParsedOf<typeof moveTask>): Promise<Task> {
    return this.tasks.move(seat, input);
  }

  @Endpoint(removeTask)
  remove(@TakenSeat() seat: Seat, @Input(removeTask) input: ParsedOf<typeof removeTask>): Promise<Task> {
    return this.tasks.remove(seat, input.taskId, input.version);
  }

  @Endpoint(restoreTask)
  restore(@TakenSeat() seat: Seat, @Input(restoreTask) input: ParsedOf<typeof restoreTask>): Promise<Task> {
    return this.tasks.restore(seat, input.taskId, input.version);
  }
}

import { Controller } from '@nestjs/common';
import {
  addTarget,
  archiveGoal,
  changeGoal,
  changeTarget,
  createGoal,
  listGoals,
  moveGoal,
  readGoal,
  removeTarget,
  reportTarget,
  restoreGoal,
  type Goal,
  type ParsedOf,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { GoalService } from './goal.service.js';
import { TargetService } from './target.service.js';

@Controller()
export class GoalController {
  constructor(
    private readonly goals: GoalService,
    private readonly targets: TargetService,
  ) {}

  @Endpoint(listGoals)
  list(@TakenSeat() seat: Seat): Promise<Goal[]> {
    return this.goals.list(seat);
  }

  @Endpoint(readGoal)
  read(@TakenSeat() seat: Seat, @Input(readGoal) input: ParsedOf<typeof readGoal>): Promise<Goal> {
    return this.goals.read(seat, input.goalId);
  }

  @Endpoint(createGoal)
  create(@TakenSeat() seat: Seat, @Input(createGoal) input: ParsedOf<typeof createGoal>): Promise<Goal> {
    return this.goals.create(seat, input);
  }

  @Endpoint(changeGoal)
  change(@TakenSeat() seat: Seat, @Input(changeGoal) input: ParsedOf<typeof changeGoal>): Promise<Goal> {
    return this.goals.change(seat, input);
  }

  @Endpoint(moveGoal)
  move(@TakenSeat() seat: Seat, @Input(moveGoal) input: ParsedOf<typeof moveGoal>): Promise<Goal> {
    return this.goals.move(seat, input);
  }

  @Endpoint(archiveGoal)
  archive(@TakenSeat() seat: Seat, @Input(archiveGoal) input: ParsedOf<typeof archiveGoal>): Promise<Goal> {
    return this.goals.archive(seat, input.goalId, input.version);
  }

  @Endpoint(restoreGoal)
  restore(@TakenSeat() seat: Seat, @Input(restoreGoal) input: ParsedOf<typeof restoreGoal>): Promise<Goal> {
    return this.goals.restore(seat, input.goalId, input.version);
  }

  @Endpoint(addTarget)
  addTarget(@TakenSeat() seat: Seat, @Input(addTarget) input: ParsedOf<typeof addTarget>): Promise<Goal> {
    return this.targets.add(seat, input);
  }

  @Endpoint(changeTarget)
  changeTarget(@TakenSeat() seat: Seat, @Input(changeTarget) input: ParsedOf<typeof changeTarget>): Promise<Goal> {
    return this.targets.change(seat, input);
  }

  @Endpoint(removeTarget)
  removeTarget(@TakenSeat() seat: Seat, @Input(removeTarget) input: ParsedOf<typeof removeTarget>): Promise<Goal> {
    return this.targets.remove(seat, input);
  }

  @Endpoint(reportTarget)
  reportTarget(@TakenSeat() seat: Seat, @Input(reportTarget) input: ParsedOf<typeof reportTarget>): Promise<Goal> {
    return this.targets.report(seat, input);
  }
}

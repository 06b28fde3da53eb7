import type { CheckIn, CheckInId, GoalId, SeatId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of check-ins. Only whether the reviewer has read one ever changes. */
@Entity('check_in')
export class CheckInEntity {
  @PrimaryColumn('uuid')
  id!: CheckInId;

  @Column('uuid', { name: 'goal_id' })
  goalId!: GoalId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('int')
  number!: number;

  @Column('text')
  status!: CheckIn['status'];

  @Column('int')
  confidence!: number;

  @Column('text')
  note!: string;

  @Column('text')
  blockers!: string;

  @Column('jsonb')
  values!: CheckIn['values'];

  @Column('uuid')
  by!: SeatId;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { name: 'acknowledged_by', nullable: true })
  acknowledgedBy!: SeatId | null;

  @Column('timestamptz', { name: 'acknowledged_at', nullable: true })
  acknowledgedAt!: Date | null;
}

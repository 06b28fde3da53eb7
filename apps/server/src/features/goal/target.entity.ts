import type { GoalId, PartnerId, SpaceId, Split, Target, TargetId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of targets; numbers are exact, so they come and go as text. */
@Entity('target')
export class TargetEntity {
  @PrimaryColumn('uuid')
  id!: TargetId;

  @Column('uuid', { name: 'goal_id' })
  goalId!: GoalId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('int')
  position!: number;

  @Column('text')
  label!: string;

  @Column('text')
  unit!: string;

  @Column('text')
  direction!: Target['direction'];

  @Column('numeric', { precision: 16, scale: 4 })
  baseline!: string;

  @Column('numeric', { precision: 16, scale: 4 })
  target!: string;

  @Column('numeric', { name: 'lower_bound', precision: 16, scale: 4, nullable: true })
  lowerBound!: string | null;

  @Column('numeric', { precision: 16, scale: 4 })
  current!: string;

  @Column('int')
  weight!: number;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('uuid', { name: 'measurer_id', nullable: true })
  measurerId!: PartnerId | null;

  @Column('jsonb')
  splits!: Split[];
}

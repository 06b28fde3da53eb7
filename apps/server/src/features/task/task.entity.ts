import type { GoalId, PartnerId, PartnershipId, SeatId, SpaceId, Task, TaskId, TaskState } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of tasks. Rules live in @mufakat/domain; this class only maps columns. */
@Entity('task')
export class TaskEntity {
  @PrimaryColumn('uuid')
  id!: TaskId;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: PartnershipId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('int')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text')
  note!: string;

  @Column('uuid', { name: 'partner_id', nullable: true })
  partnerId!: PartnerId | null;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: SeatId | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('text')
  state!: TaskState;

  @Column('text', { name: 'waiting_for' })
  waitingFor!: string;

  @Column('uuid', { name: 'goal_id', nullable: true })
  goalId!: GoalId | null;

  @Column('jsonb', { nullable: true })
  origin!: Task['origin'];

  @Column('uuid', { name: 'requested_by' })
  requestedBy!: SeatId;

  @Column('uuid', { name: 'requested_by_partner_id' })
  requestedByPartnerId!: PartnerId;

  @Column('timestamptz', { name: 'completed_at', nullable: true })
  completedAt!: Date | null;

  @Column('text')
  rank!: string;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('int')
  version!: number;
}

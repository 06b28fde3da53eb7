import type { GoalId, Obligation, ObligationId, PartnerId, SeatId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of obligations; this class only maps columns. */
@Entity('obligation')
export class ObligationEntity {
  @PrimaryColumn('uuid')
  id!: ObligationId;

  @Column('uuid', { name: 'goal_id' })
  goalId!: GoalId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('uuid', { name: 'partner_id' })
  partnerId!: PartnerId;

  @Column('int')
  position!: number;

  @Column('text')
  kind!: Obligation['kind'];

  @Column('text')
  text!: string;

  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: SeatId | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column('text', { nullable: true })
  every!: Obligation['every'];

  @Column('text')
  state!: Obligation['state'];
}

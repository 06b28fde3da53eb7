import type { InterestRound, InterestRoundId, PartnerId, PartnershipId, SeatId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of rounds: what everybody may know of them. */
@Entity('interest_round')
export class InterestRoundEntity {
  @PrimaryColumn('uuid')
  id!: InterestRoundId;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: PartnershipId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('int')
  number!: number;

  @Column('text')
  state!: InterestRound['state'];

  @Column('jsonb')
  goals!: InterestRound['goals'];

  @Column('uuid', { array: true })
  asked!: PartnerId[];

  @Column('jsonb')
  sealed!: InterestRound['sealed'];

  @Column('text')
  reason!: string;

  @Column('jsonb')
  answers!: InterestRound['answers'];

  @Column('uuid', { name: 'asked_by' })
  askedBy!: SeatId;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'closed_by', nullable: true })
  closedBy!: SeatId | null;

  @Column('timestamptz', { name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column('int')
  version!: number;
}

import type { InterestRoundId, PartnerId, PartnershipId, Rating, SeatId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of sealed answers: each row lies in the private space of the firm whose answer it is. */
@Entity('interest_answer')
export class InterestAnswerEntity {
  @PrimaryColumn('uuid', { name: 'round_id' })
  roundId!: InterestRoundId;

  @PrimaryColumn('uuid', { name: 'partner_id' })
  partnerId!: PartnerId;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: PartnershipId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('jsonb')
  ratings!: Rating[];

  @Column('text')
  note!: string;

  @Column('text')
  salt!: string;

  @Column('uuid')
  by!: SeatId;

  @Column('timestamptz')
  at!: Date;

  @Column('int')
  version!: number;
}

import type {
  Call,
  ContentHash,
  GoalId,
  PartnerId,
  RevisionId,
  SeatId,
  SignOff,
  SignOffId,
  SpaceId,
  Verdict,
} from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of sign-offs. Only whether one stands, and who confirmed it, ever changes. */
@Entity('sign_off')
export class SignOffEntity {
  @PrimaryColumn('uuid')
  id!: SignOffId;

  @Column('uuid', { name: 'revision_id' })
  revisionId!: RevisionId;

  @Column('uuid', { name: 'goal_id' })
  goalId!: GoalId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('uuid', { name: 'partner_id' })
  partnerId!: PartnerId;

  @Column('text')
  verdict!: Verdict;

  @Column('text')
  note!: string;

  @Column('text')
  change!: string;

  @Column('uuid', { name: 'harmed_goal_id', nullable: true })
  harmedGoalId!: GoalId | null;

  @Column('text')
  hash!: ContentHash;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: SeatId;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  @Column('jsonb', { nullable: true })
  call!: Call | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: SeatId | null;

  @Column('text')
  state!: SignOff['state'];
}

import type {
  Benefit,
  DocumentId,
  GoalId,
  GoalState,
  PartnershipId,
  RevisionId,
  SeatId,
  SpaceId,
} from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of goals. Rules live in @mufakat/domain; this class only maps columns. */
@Entity('goal')
export class GoalEntity {
  @PrimaryColumn('uuid')
  id!: GoalId;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: PartnershipId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('int')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  benefit!: Benefit | null;

  @Column('uuid', { name: 'champion_id', nullable: true })
  championId!: SeatId | null;

  @Column('uuid', { name: 'reviewer_id', nullable: true })
  reviewerId!: SeatId | null;

  @Column('date', { name: 'starts_on', nullable: true })
  startsOn!: string | null;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('text')
  state!: GoalState;

  @Column('text')
  rank!: string;

  @Column('uuid', { name: 'document_id' })
  documentId!: DocumentId;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: SeatId;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'in_force_id', nullable: true })
  inForceId!: RevisionId | null;

  @Column('uuid', { name: 'proposed_id', nullable: true })
  proposedId!: RevisionId | null;

  /** Whether the live draft says something else than what is in force. */
  @Column('boolean', { name: 'is_changed' })
  isChanged!: boolean;

  /** Whether the live draft says something else than what is proposed. */
  @Column('boolean', { name: 'is_ahead' })
  isAhead!: boolean;

  /** How much of the text's log went into that comparison. */
  @Column('bigint', { name: 'compared_to' })
  comparedTo!: string;

  @Column('timestamptz', { name: 'running_since', nullable: true })
  runningSince!: Date | null;

  /** Counts changes of the goal and of its targets, so the store raises it, not TypeORM. */
  @Column('int')
  version!: number;
}

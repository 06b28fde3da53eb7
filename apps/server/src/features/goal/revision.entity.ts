import type { ContentHash, GoalId, PartnerId, RevisionId, RevisionKind, SeatId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of revisions: written once, never changed. */
@Entity('revision')
export class RevisionEntity {
  @PrimaryColumn('uuid')
  id!: RevisionId;

  @Column('uuid', { name: 'goal_id' })
  goalId!: GoalId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('text')
  kind!: RevisionKind;

  @Column('int')
  number!: number;

  /** Canonical JSON, as it was hashed. */
  @Column('text')
  content!: string;

  @Column('text')
  hash!: ContentHash;

  @Column('text')
  summary!: string;

  @Column('bigint', { name: 'text_sequence', nullable: true })
  textSequence!: string | null;

  @Column('uuid', { name: 'proposed_by' })
  proposedBy!: SeatId;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('uuid', { array: true })
  signers!: PartnerId[];
}

import type { DocumentId, MeetingId, MeetingState, PartnershipId, SeatId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of meetings. Rules live in @mufakat/domain; this class only maps columns. */
@Entity('meeting')
export class MeetingEntity {
  @PrimaryColumn('uuid')
  id!: MeetingId;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: PartnershipId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('text')
  title!: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('text')
  place!: string;

  @Column('text')
  url!: string;

  @Column('uuid', { name: 'chair_id', nullable: true })
  chairId!: SeatId | null;

  @Column('text')
  state!: MeetingState;

  @Column('uuid', { name: 'document_id' })
  documentId!: DocumentId;

  @Column('uuid', { name: 'created_by' })
  createdBy!: SeatId;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Counts changes of the meeting, its agenda and its attendance, so the store raises it, not TypeORM. */
  @Column('int')
  version!: number;
}

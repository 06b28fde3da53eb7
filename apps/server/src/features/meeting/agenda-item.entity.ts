import type { AgendaItem, AgendaItemId, MeetingId, PartnerId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of agenda items. */
@Entity('agenda_item')
export class AgendaItemEntity {
  @PrimaryColumn('uuid')
  id!: AgendaItemId;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: MeetingId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('text')
  title!: string;

  @Column('text')
  kind!: AgendaItem['kind'];

  @Column('int')
  minutes!: number;

  @Column('uuid', { name: 'presenter_id', nullable: true })
  presenterId!: PartnerId | null;

  @Column('text')
  rank!: string;

  @Column('text')
  state!: AgendaItem['state'];
}

import type { Attendance, MeetingId, SeatId, SpaceId } from '@mufakat/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The table of who was there: one row for each person somebody ticked. */
@Entity('attendance')
export class AttendanceEntity {
  @PrimaryColumn('uuid', { name: 'meeting_id' })
  meetingId!: MeetingId;

  @PrimaryColumn('uuid', { name: 'seat_id' })
  seatId!: SeatId;

  @Column('uuid', { name: 'space_id' })
  spaceId!: SpaceId;

  @Column('text')
  status!: Attendance['status'];
}

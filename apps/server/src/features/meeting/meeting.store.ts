import { Injectable } from '@nestjs/common';
import { DomainError, type Attendance, type MeetingId, type SeatId } from '@mufakat/domain';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { AgendaItemEntity } from './agenda-item.entity.js';
import { AttendanceEntity } from './attendance.entity.js';
import { MeetingEntity } from './meeting.entity.js';

/** A meeting with its agenda and attendance: they are loaded, changed and told as one. */
export type HeldMeeting = { meeting: MeetingEntity; agenda: AgendaItemEntity[]; attendance: AttendanceEntity[] };

/** Meetings, fenced by the spaces of the transaction. */
@Injectable()
export class MeetingStore {
  async list(tx: Tx): Promise<HeldMeeting[]> {
    const inSpaces = { spaceId: In(tx.spaces) };
    const meetings = await tx.db.find(MeetingEntity, { where: inSpaces, order: { startsAt: 'asc', id: 'asc' } });
    const agenda = await tx.db.findBy(AgendaItemEntity, inSpaces);
    const attendance = await tx.db.findBy(AttendanceEntity, inSpaces);
    return meetings.map((meeting) => ({
      meeting,
      agenda: agenda.filter(({ meetingId }) => meetingId === meeting.id),
      attendance: attendance.filter(({ meetingId }) => meetingId === meeting.id),
    }));
  }

  async get(tx: Tx, id: MeetingId): Promise<HeldMeeting> {
    return this.whole(tx, await tx.db.findOneBy(MeetingEntity, { id, spaceId: In(tx.spaces) }));
  }

  /** Others wait until this change is through; a row that only refers to the meeting does not. */
  async lock(tx: Tx, id: MeetingId): Promise<HeldMeeting> {
    const where = { id, spaceId: In(tx.spaces) };
    return this.whole(tx, await tx.db.findOne(MeetingEntity, { where, lock: { mode: 'for_no_key_update' } }));
  }

  async add(tx: Tx, meeting: MeetingEntity): Promise<void> {
    await tx.db.insert(MeetingEntity, meeting);
  }

  /** Keeps the meeting as its next version. */
  async save(tx: Tx, meeting: MeetingEntity): Promise<void> {
    meeting.version += 1;
    await tx.db.save(MeetingEntity, meeting);
  }

  async addAgendaItem(tx: Tx, item: AgendaItemEntity): Promise<void> {
    await tx.db.insert(AgendaItemEntity, item);
  }

  async saveAgendaItem(tx: Tx, item: AgendaItemEntity): Promise<void> {
    await tx.db.save(AgendaItemEntity, item);
  }

  async removeAgendaItem(tx: Tx, item: AgendaItemEntity): Promise<void> {
    await tx.db.delete(AgendaItemEntity, { id: item.id, spaceId: In(tx.spaces) });
  }

  /** Writes or clears the one row of this person. */
  async setAttendance(tx: Tx, held: HeldMeeting, seatId: SeatId, status: Attendance['status'] | null): Promise<void> {
    const { id: meetingId, spaceId } = held.meeting;
    held.attendance = held.attendance.filter((row) => row.seatId !== seatId);
    if (status === null) return void (await tx.db.delete(AttendanceEntity, { meetingId, seatId, spaceId }));
    const row = Object.assign(new AttendanceEntity(), { meetingId, seatId, spaceId, status });
    await tx.db.upsert(AttendanceEntity, row, ['meetingId', 'seatId']);
    held.attendance.push(row);
  }

  private async whole(tx: Tx, meeting: MeetingEntity | null): Promise<HeldMeeting> {
    if (!meeting) throw new DomainError('not-found');
    const ofIt = { meetingId: meeting.id, spaceId: In(tx.spaces) };
    return {
      meeting,
      agenda: await tx.db.findBy(AgendaItemEntity, ofIt),
      attendance: await tx.db.findBy(AttendanceEntity, ofIt),
    };
  }
}

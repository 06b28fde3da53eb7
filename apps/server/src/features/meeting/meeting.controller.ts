import { Controller } from '@nestjs/common';
import {
  addAgendaItem,
  changeAgendaItem,
  changeMeeting,
  listMeetings,
  moveMeeting,
  readMeeting,
  removeAgendaItem,
  scheduleMeeting,
  setAttendance,
  type Meeting,
  type ParsedOf,
} from '@mufakat/domain';
import type { Seat } from '../../platform/access/seat.js';
import { Endpoint, Input, TakenSeat } from '../../platform/http/endpoint.js';
import { AgendaService } from './agenda.service.js';
import { MeetingService } from './meeting.service.js';

@Controller()
export class MeetingController {
  constructor(
    private readonly meetings: MeetingService,
    private readonly agenda: AgendaService,
  ) {}

  @Endpoint(listMeetings)
  list(@TakenSeat() seat: Seat): Promise<Meeting[]> {
    return this.meetings.list(seat);
  }

  @Endpoint(readMeeting)
  read(@TakenSeat() seat: Seat, @Input(readMeeting) input: ParsedOf<typeof readMeeting>): Promise<Meeting> {
    return this.meetings.read(seat, input.meetingId);
  }

  @Endpoint(scheduleMeeting)
  schedule(@TakenSeat() seat: Seat, @Input(scheduleMeeting) input: ParsedOf<typeof scheduleMeeting>): Promise<Meeting> {
    return this.meetings.schedule(seat, input);
  }

  @Endpoint(changeMeeting)
  change(@TakenSeat() seat: Seat, @Input(changeMeeting) input: ParsedOf<typeof changeMeeting>): Promise<Meeting> {
    return this.meetings.change(seat, input);
  }

  @Endpoint(moveMeeting)
  move(@TakenSeat() seat: Seat, @Input(moveMeeting) input: ParsedOf<typeof moveMeeting>): Promise<Meeting> {
    return this.meetings.move(seat, input);
  }

  @Endpoint(addAgendaItem)
  addItem(@TakenSeat() seat: Seat, @Input(addAgendaItem) input: ParsedOf<typeof addAgendaItem>): Promise<Meeting> {
    return this.agenda.add(seat, input);
  }

  @Endpoint(changeAgendaItem)
  changeItem(
    @TakenSeat() seat: Seat,
    @Input(changeAgendaItem) input: ParsedOf<typeof changeAgendaItem>,
  ): Promise<Meeting> {
    return this.agenda.change(seat, input);
  }

  @Endpoint(removeAgendaItem)
  removeItem(
    @TakenSeat() seat: Seat,
    @Input(removeAgendaItem) input: ParsedOf<typeof removeAgendaItem>,
  ): Promise<Meeting> {
    return this.agenda.remove(seat, input);
  }

  @Endpoint(setAttendance)
  setAttendance(
    @TakenSeat() seat: Seat,
    @Input(setAttendance) input: ParsedOf<typeof setAttendance>,
  ): Promise<Meeting> {
    return this.meetings.setAttendance(seat, input);
  }
}

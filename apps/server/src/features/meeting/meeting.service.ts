import { Injectable } from '@nestjs/common';
import { documentFromJson, meetingNotes } from '@mufakat/collab';
import {
  DomainError,
  enforce,
  meetingChangeRefusal,
  meetingMoveRefusal,
  meetingMoves,
  meetingWriteRefusal,
  timesRefusal,
  type changeMeeting,
  type EntryName,
  type Meeting,
  type MeetingId,
  type moveMeeting,
  type ParsedOf,
  type scheduleMeeting,
  type SeatId,
  type setAttendance,
} from '@mufakat/domain';
import { placeOf } from '../../platform/access/place.js';
import type { Seat } from '../../platform/access/seat.js';
import { enforceSame, madeAs, refusingTakenIds, waitForTurn } from '../../platform/database/create-once.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { Clock } from '../../platform/outside/clock.js';
import { DocumentService } from '../../platform/rooms/document.service.js';
import { MeetingEntity } from './meeting.entity.js';
import { MeetingStore, type HeldMeeting } from './meeting.store.js';
import { meetingView } from './meeting.view.js';

type MeetingEntry = Extract<EntryName, `meeting.${string}`>;

/** Meetings from the invitation to the end. Their notes are a text of their own. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly meetings: MeetingStore,
    private readonly documents: DocumentService,
    private readonly clock: Clock,
  ) {}

  list(seat: Seat): Promise<Meeting[]> {
    return this.work.read(seat, async (tx) => (await this.meetings.list(tx)).map(meetingView));
  }

  read(seat: Seat, id: MeetingId): Promise<Meeting> {
    return this.work.read(seat, async (tx) => meetingView(await this.meetings.get(tx, id)));
  }

  schedule(seat: Seat, input: ParsedOf<typeof scheduleMeeting>): Promise<Meeting> {
    enforce(meetingWriteRefusal(seat) ?? timesRefusal(input));
    const { locale, ...wanted } = input;
    const [startsAt, endsAt] = [new Date(input.startsAt), new Date(input.endsAt)];
    const spaceId = seat.spaces.shared;
    return refusingTakenIds(
      this.work.run(seat, async (tx) => {
        await waitForTurn(tx, spaceId);
        const made = await madeAs(tx, 'meeting.scheduled', input.id);
        if (made) {
          enforceSame({ ...wanted, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }, made);
          return meetingView(await this.meetings.get(tx, input.id));
        }

        const start = documentFromJson(meetingNotes(locale));
        await this.documents.create(tx, { id: input.documentId, spaceId, kind: 'meeting', subjectId: input.id, start });
        const meeting = Object.assign(new MeetingEntity(), wanted, {
          spaceId,
          startsAt,
          endsAt,
          chairId: null,
          state: 'scheduled',
          createdBy: seat.id,
          createdAt: this.clock.now(),
          version: 1,
        } as const);
        await this.meetings.add(tx, meeting);
        return this.tell(tx, 'meeting.scheduled', { meeting, agenda: [], attendance: [] });
      }),
    );
  }

  change(seat: Seat, { meetingId, version, ...change }: ParsedOf<typeof changeMeeting>): Promise<Meeting> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, meetingId, version);
      const { meeting } = held;
      enforce(meetingChangeRefusal(seat, meeting));
      if (change.chairId && change.chairId !== meeting.chairId) await enforceSits(tx, change.chairId);

      meeting.title = change.title ?? meeting.title;
      meeting.place = change.place ?? meeting.place;
      meeting.url = change.url ?? meeting.url;
      if (change.startsAt !== undefined) meeting.startsAt = new Date(change.startsAt);
      if (change.endsAt !== undefined) meeting.endsAt = new Date(change.endsAt);
      if (change.chairId !== undefined) meeting.chairId = change.chairId;
      enforce(timesRefusal(meetingView(held)));
      return this.keep(tx, 'meeting.changed', held);
    });
  }

  move(seat: Seat, { meetingId, version, state }: ParsedOf<typeof moveMeeting>): Promise<Meeting> {
    return this.work.run(seat, async (tx) => {
      const held = await this.hold(tx, meetingId, version);
      const { meeting } = held;
      const refusal = meetingMoveRefusal(seat, meeting, state);
      if (refusal === 'meeting.illegal-move') throw new DomainError(refusal, { allowed: meetingMoves[meeting.state] });
      enforce(refusal);
      meeting.state = state;
      return this.keep(tx, 'meeting.moved', held);
    });
  }

  /** Carries no version: each tick is one row, so ticks of several people never meet. */
  setAttendance(seat: Seat, { meetingId, seatId, status }: ParsedOf<typeof setAttendance>): Promise<Meeting> {
    return this.work.run(seat, async (tx) => {
      const held = await this.meetings.lock(tx, meetingId);
      enforce(meetingChangeRefusal(seat, held.meeting));
      const before = held.attendance.find((row) => row.seatId === seatId)?.status ?? null;
      if (before === status) return meetingView(held);
      if (status !== null) await enforceSits(tx, seatId);
      await this.meetings.setAttendance(tx, held, seatId, status);
      return this.keep(tx, 'meeting.attendance-changed', held);
    });
  }

  /** Locks the meeting for a change that was made looking at `version`. */
  async hold(tx: Tx, meetingId: MeetingId, version: number): Promise<HeldMeeting> {
    const held = await this.meetings.lock(tx, meetingId);
    enforce(meetingWriteRefusal(tx.seat));
    if (held.meeting.version !== version) throw new DomainError('version.stale', { current: meetingView(held) });
    return held;
  }

  /** Keeps the meeting as its next version and tells everybody the whole of it. */
  async keep(tx: Tx, name: MeetingEntry, held: HeldMeeting): Promise<Meeting> {
    await this.meetings.save(tx, held.meeting);
    return this.tell(tx, name, held);
  }

  private tell(tx: Tx, name: MeetingEntry, held: HeldMeeting): Meeting {
    const view = meetingView(held);
    tx.record(held.meeting.spaceId, name, view);
    return view;
  }
}

/** The person must hold an open seat of the partnership. */
async function enforceSits(tx: Tx, seatId: SeatId): Promise<void> {
  const place = await placeOf(tx, seatId);
  if (!place) throw new DomainError('not-found');
  if (!place.isOpen) throw new DomainError('seat.ended');
}

import { byRank, type Meeting } from '@mufakat/domain';
import type { HeldMeeting } from './meeting.store.js';

/** The meeting as everybody sees it, with its agenda in order. */
export function meetingView({ meeting, agenda, attendance }: HeldMeeting): Meeting {
  return {
    id: meeting.id,
    partnershipId: meeting.partnershipId,
    spaceId: meeting.spaceId,
    title: meeting.title,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    place: meeting.place,
    url: meeting.url,
    chairId: meeting.chairId,
    state: meeting.state,
    documentId: meeting.documentId,
    agenda: agenda.toSorted(byRank).map(({ id, title, kind, minutes, presenterId, rank, state }) => ({
      id,
      title,
      kind,
      minutes,
      presenterId,
      rank,
      state,
    })),
    attendance: attendance
      .toSorted((a, b) => a.seatId.localeCompare(b.seatId))
      .map(({ seatId, status }) => ({ seatId, status })),
    createdBy: meeting.createdBy,
    createdAt: meeting.createdAt.toISOString(),
    version: meeting.version,
  };
}

import {
  answerInterestsRefusal,
  type Goal,
  type JournalEntry,
  type NotificationReason,
  type PartnerId,
  type SeatId,
} from '@mufakat/domain';
import type { Concern, OpenSeat } from './concerned.js';

/** Whom it concerns what firms are asked, what they answer, what is reported to them, and that the journal was changed. */
export function agreementConcerns(entry: JournalEntry, seats: readonly OpenSeat[]): Concern[] {
  const everybody = (reason: NotificationReason) => seats.map(({ seatId }) => ({ seatId, reason }));
  switch (entry.name) {
    case 'goal.proposed':
    case 'goal.ending-proposed':
      return signatoriesOf(seats, entry.data.agreement.proposed?.signers ?? []).map(because('sign-off-needed'));
    case 'goal.sign-off-recorded':
      return signatoriesOf(seats, firmsAsked(entry.data)).map(because('sign-off-recorded'));
    case 'goal.objected':
      return [...leadersOf(entry.data), ...facilitators(seats)].map(because('goal-objected'));
    case 'goal.ended':
      return everybody('goal-ended');
    case 'goal.agreed':
      return everybody('goal-agreed');
    case 'goal.checked-in':
      return entry.data.reviewerId ? [{ seatId: entry.data.reviewerId, reason: 'report-to-read' }] : [];
    case 'interest.asked':
      return seats
        .filter((seat) => answerInterestsRefusal(seat, entry.data) === null)
        .map(({ seatId }) => ({ seatId, reason: 'interest-asked' }));
    case 'interest.opened':
      return everybody('interest-opened');
    case 'goal.proposal-void':
      return everybody('proposal-void');
    case 'proof.mismatch-found':
      return everybody('journal-mismatch');
    default:
      return [];
  }
}

const because =
  (reason: NotificationReason) =>
  (seatId: SeatId): Concern => ({ seatId, reason });

/** The seats that can answer for these firms. */
function signatoriesOf(seats: readonly OpenSeat[], firms: readonly PartnerId[]): SeatId[] {
  return seats.filter((seat) => seat.isSignatory && firms.includes(seat.partnerId)).map(({ seatId }) => seatId);
}

const facilitators = (seats: readonly OpenSeat[]): SeatId[] =>
  seats.filter(({ role }) => role === 'facilitator').map(({ seatId }) => seatId);

/** The firms whose word was written down for them and waits to be confirmed. */
function firmsAsked({ agreement }: Goal): PartnerId[] {
  const words = agreement.proposed?.signOffs ?? [];
  return words.filter(({ state }) => state === 'awaiting').map(({ partnerId }) => partnerId);
}

/** Who answers for a goal, and who put it on the table. */
function leadersOf({ championId, agreement }: Goal): SeatId[] {
  return [championId, agreement.proposed?.proposedBy ?? null].filter((seatId) => seatId !== null);
}
